/**
 * markdown-it as Dragoman uses it: CommonMark with tables, strikethrough and footnotes; raw HTML is literal text; bounded
 * in depth and size, so that a hostile file is refused early instead of parsed slowly.
 *
 * Blocks and inline text are parsed apart: a paragraph's length is known before its inline mark-up is read, and its
 * tokens are gone before the next one's are made. Of the footnote plugin only the definition rule is used: its last step
 * drops notes that nothing refers to and is quadratic in their number, its `^[…]` notes nest without bound, and its
 * reference rule looks for the end of a label through the whole paragraph.
 */
import markdownIt, { type Env, type StateInline, type Token } from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import { safeAddress } from '../domain/address.ts';
import { refuse, Refused } from '../domain/errors.ts';
import { importLimits } from '../domain/limits.ts';
import { tooManySegments } from './limits.ts';

export type { Token } from 'markdown-it';

/** Tokens of one text's blocks, and a function for the inline mark-up of each. */
export interface ParsedMarkdown {
  readonly blocks: readonly Token[];
  readonly inline: (text: string) => readonly Token[];
}

const parser = markdownIt({ html: false, linkify: false, typographer: false, maxNesting: importLimits.depth + 1 });
parser.use(footnotes);
parser.validateLink = (address) => address === '' || safeAddress(address) !== undefined;
parser.inline.ruler.disable('footnote_inline');
parser.inline.ruler.at('footnote_ref', footnoteMark);

/** Beyond `maxNesting` markdown-it drops text without a word; here it is refused. */
parser.block.State = class extends parser.block.State {
  override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    if (this.level >= importLimits.depth) throw tooDeep();
    if (this.tokens.length >= importLimits.tokens) throw tooManySegments();
    return super.push(type, tag, nesting);
  }
};

/** Parses a text whose line ends are `\n`. Throws `Refused`: import.too-deep, import.too-many-segments. */
export function parseMarkdown(text: string): ParsedMarkdown {
  const env: Env = {};
  const blocks: Token[] = [];
  parser.block.parse(text, parser, env, blocks);
  // The footnote rule makes its tokens itself, past `push`.
  if (blocks.some(({ level }) => level >= importLimits.depth)) throw tooDeep();
  return {
    blocks,
    inline: (content) => {
      const tokens: Token[] = [];
      parser.inline.parse(content, parser, env, tokens);
      return tokens;
    },
  };
}

function tooDeep(): Refused {
  return new Refused(refuse('import.too-deep', { limit: importLimits.depth }));
}

/** `[^label]` where the text has a note of that label. */
function footnoteMark(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x5b || state.src.charCodeAt(state.pos + 1) !== 0x5e) return false;
  const label = /^\[\^([^\s\]]{1,100})\]/u.exec(state.src.slice(state.pos, state.pos + 104))?.[1];
  const { footnotes } = state.env as { footnotes?: { refs?: Record<string, number> } };
  if (label === undefined || footnotes?.refs?.[`:${label}`] === undefined) return false;
  if (!silent) state.push('footnote_ref', '', 0).meta = { label };
  state.pos += label.length + 3;
  return true;
}
