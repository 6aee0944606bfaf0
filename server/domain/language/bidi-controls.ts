/**
 * The invisible characters that open and close a stretch of another direction, and which of them belong together, by
 * the rules of UAX #9 (BD9, BD11): PDI closes the nearest isolate and whatever was opened inside it, PDF the nearest
 * embedding or override that no isolate lies before, and the end of a paragraph closes all.
 */

export type BidiKind = 'isolate' | 'embedding' | 'override';

export interface BidiOpening {
  readonly at: number;
  readonly kind: BidiKind;
  /** Where the paragraph ends that it stands in. */
  readonly paragraphEnd: number;
}

export interface BidiControls {
  readonly pairs: ReadonlyArray<{ readonly kind: BidiKind; readonly open: number; readonly close: number }>;
  readonly unclosed: readonly BidiOpening[];
  /** The places of PDI and PDF that close nothing. */
  readonly unopened: readonly number[];
}

const LRE = '\u202A';
const RLE = '\u202B';
const PDF = '\u202C';
const LRO = '\u202D';
const RLO = '\u202E';
const LRI = '\u2066';
const RLI = '\u2067';
const FSI = '\u2068';
const PDI = '\u2069';

const kinds: ReadonlyMap<string, BidiKind> = new Map([
  [LRI, 'isolate'],
  [RLI, 'isolate'],
  [FSI, 'isolate'],
  [LRE, 'embedding'],
  [RLE, 'embedding'],
  [LRO, 'override'],
  [RLO, 'override'],
]);

/** The isolate that stands for an embedding, and what closes it. */
export const isolateFor: ReadonlyMap<string, string> = new Map([
  [LRE, LRI],
  [RLE, RLI],
  [PDF, PDI],
]);

/** What closes an isolate. */
export const isolateEnd = PDI;

const controlOrEnd = /[\u202A-\u202E\u2066-\u2069\n\r\u0085\u2029]/gu;

/** The controls of a text. */
export function bidiControls(text: string): BidiControls {
  const pairs: Array<{ kind: BidiKind; open: number; close: number }> = [];
  const unclosed: BidiOpening[] = [];
  const unopened: number[] = [];
  const open: Array<{ at: number; kind: BidiKind }> = [];
  /** Places in `open`: looked for anew at each PDI, they cost a hostile text its square. */
  const isolates: number[] = [];
  for (const { 0: control, index } of text.matchAll(controlOrEnd)) {
    const kind = kinds.get(control);
    if (kind) {
      if (kind === 'isolate') isolates.push(open.length);
      open.push({ at: index, kind });
    } else if (control !== PDF && control !== PDI) {
      isolates.length = 0;
      leave(unclosed, closed(open, 0, index));
    } else {
      const at = control === PDF ? nearestEmbedding(open) : (isolates.pop() ?? -1);
      const [opening, ...within] = at < 0 ? [] : closed(open, at, index);
      if (opening) pairs.push({ kind: opening.kind, open: opening.at, close: index });
      else unopened.push(index);
      leave(unclosed, within);
    }
  }
  leave(unclosed, closed(open, 0, text.length));
  return { pairs, unclosed, unopened };
}

/** One at a time: a call takes no hundred thousand arguments. */
function leave(unclosed: BidiOpening[], more: readonly BidiOpening[]): void {
  for (const one of more) unclosed.push(one);
}

/** Takes off what is open from a place on. */
function closed(open: Array<{ at: number; kind: BidiKind }>, from: number, end: number): BidiOpening[] {
  return open.splice(from).map((one) => ({ ...one, paragraphEnd: end }));
}

function isIsolate({ kind }: { kind: BidiKind }): boolean {
  return kind === 'isolate';
}

function nearestEmbedding(open: ReadonlyArray<{ kind: BidiKind }>): number {
  const last = open.at(-1);
  return last && !isIsolate(last) ? open.length - 1 : -1;
}
