/**
 * One round with a machine: cleaned texts out in a dialect of codes, texts back, codes checked, and one more try in
 * another dialect for those that lost one. What every vendor's adapter has in common; what differs (the wire) is the
 * `send` it gives.
 *
 * A text is never mended: where both tries lost a code, the better one is given as it came, and its missing codes are
 * shown to a reviewer. An empty answer, or one far longer than its source (a model that rambles), is a fault.
 */
import { codeFaults, plain, type Content } from '../domain/content.ts';
import { cleanForMachine } from '../domain/language/clean-for-machine.ts';
import type { TranslationRequest, TranslationResult } from '../ports.ts';
import { sentinels, type CodeDialect } from './code-dialects.ts';
import { faults, type Failure } from './http-exchange.ts';

export interface Sent {
  readonly text: string;
  readonly model: string;
  readonly billed: number;
}

/** One answer for each text, in order, or why there is none. */
export type Send = (texts: readonly string[], dialect: CodeDialect) => Promise<readonly Sent[] | Failure>;

/**
 * Translates a batch: in the first dialect, and where a code got lost once more in the second. Texts without codes
 * travel as plain text, and so do sources whose own codes do not pair, which no tag handling would take.
 */
export async function machineRound(
  request: TranslationRequest,
  dialects: readonly [CodeDialect, CodeDialect?],
  send: Send,
): Promise<TranslationResult[]> {
  const sources = request.items.map((item) => cleanForMachine(item, request.from));
  const needsCodes = sources.some(({ codes }) => Object.keys(codes).length > 0);
  const areWhole = sources.every(({ text, codes }) => codeFaults(text, codes).length === 0);
  const [first, second] = needsCodes && areWhole ? dialects : ([sentinels] as const);
  const results = await inDialect(sources, first, send);
  const lost = second
    ? sources.flatMap((source, at) => (lostCodes(results[at], source) > 0 ? [{ source, at }] : []))
    : [];
  if (second === undefined || lost.length === 0) return results;
  const again = await inDialect(
    lost.map(({ source }) => source),
    second,
    send,
  );
  lost.forEach(({ at }, index) => {
    const [one, other] = [results[at], again[index]];
    if (one && other) results[at] = better(one, other);
  });
  return results;
}

/** What a machine is told about a batch without translating it: the title and the paragraphs before. */
export function contextOf({ title, before, from }: TranslationRequest): string {
  return [title, ...before].map((text) => cleanForMachine(plain(text), from).text).join('\n\n');
}

async function inDialect(sources: readonly Content[], dialect: CodeDialect, send: Send): Promise<TranslationResult[]> {
  const texts = sources.map((source) => dialect.write(source));
  const sent = await send(texts, dialect);
  if ('fault' in sent) return sources.map(() => sent);
  return sources.map((source, at) => {
    const answer = sent[at];
    if (answer === undefined || sent.length !== sources.length) return { fault: faults['provider.garbled'] };
    if (!isPlausible(answer.text, texts[at] ?? '')) return { fault: faults['provider.garbled'] };
    const { model, billed } = answer;
    return { content: { text: dialect.read(answer.text, source).trim(), codes: source.codes }, model, billed };
  });
}

/** Of two tries at one text: the one that kept more codes. Both were billed. */
function better(one: TranslationResult, other: TranslationResult): TranslationResult {
  if ('fault' in one || 'fault' in other) return 'fault' in one ? other : one;
  const kept = lostCodes(other, other.content) < lostCodes(one, one.content) ? other : one;
  return { ...kept, billed: one.billed + other.billed };
}

function lostCodes(result: TranslationResult | undefined, source: Content | undefined): number {
  if (result === undefined || source === undefined || 'fault' in result) return 0;
  return codeFaults(result.content.text, source.codes).length;
}

/** No pair of our languages grows a text beyond this; what is longer is an essay, not a translation. */
function isPlausible(text: string, source: string): boolean {
  return text.trim() !== '' && text.isWellFormed() && text.length <= 4 * source.length + 200;
}
