/**
 * The block of `key: value` lines between `---` at the very start of a Markdown file. Only its `title` concerns us, and a
 * title is one line, plain or quoted: for that no YAML parser is needed. What does not look like such a block is text.
 */

export interface FrontMatter {
  readonly title?: string;
  /** The text below it. */
  readonly body: string;
}

const longest = 20_000;
const line = /^(?:[\p{L}\p{N}_.-]+\s*:(?:\s.*)?|\s+.*|- .*|#.*|)$/u;

/** Takes the front matter off a text whose line ends are `\n`. */
export function readFrontMatter(text: string): FrontMatter {
  const block = /^---[ \t]*\n(?:(.*?)\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)/su.exec(text.slice(0, longest));
  const lines = block?.[1]?.split('\n') ?? [];
  if (block === null || !/^[\p{L}\p{N}_.-]+\s*:/u.test(lines[0] ?? '') || !lines.every((found) => line.test(found))) {
    return { body: text };
  }
  const title = lines.map((found) => /^title\s*:\s+(.*)$/u.exec(found)?.[1]).find((found) => found !== undefined);
  const value = title === undefined ? '' : unquoted(title.trim());
  return { body: text.slice(block[0].length), ...(value !== '' && { title: value }) };
}

/** A scalar on one line; folded and literal blocks (`>`, `|`) are no titles. */
function unquoted(scalar: string): string {
  const single = /^'((?:[^']|'')*)'/u.exec(scalar)?.[1];
  if (single !== undefined) return single.replaceAll("''", "'").trim();
  const double = /^"((?:[^"\\]|\\.)*)"/u.exec(scalar)?.[1];
  if (double !== undefined) return double.replace(/\\(.)/gu, '$1').trim();
  return /^[>|[{&*!]/u.test(scalar) ? '' : scalar.replace(/\s+#.*$/u, '').trim();
}
