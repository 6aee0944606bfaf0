/**
 * Reads the frames of an unzipped backup (backup.ts has the form), in constant memory and believing nothing: lines are
 * short, bytes are counted, all together stay within an allowance, and after the end there is nothing.
 */
import { Refused, refuse } from '../../domain/errors.ts';

export interface Part {
  readonly name: 'journal' | 'original';
  /** To be read to its end before anything else. */
  readonly bytes: AsyncIterable<Buffer>;
}

const longestLine = 200;
const newline = 10;

export class BackupReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);
  #allowance: number;

  /** `allowance`: how many bytes all parts may have together. */
  constructor(bytes: AsyncIterable<Buffer>, allowance: number) {
    this.#chunks = bytes[Symbol.asyncIterator]();
    this.#allowance = allowance;
  }

  /** Reads the first line, which must be this one. */
  async header(expected: string): Promise<void> {
    if ((await this.#line()) !== expected) throw invalid('header');
  }

  /** The next part, after so many; undefined at the end. The journal comes first, and once. */
  async next(before: number): Promise<Part | undefined> {
    const { part, bytes, end, parts } = await this.#json();
    if (end === true) {
      if (before === 0 || parts !== before || (await this.#more())) throw invalid('end');
      return undefined;
    }
    const name = before === 0 ? 'journal' : 'original';
    if (part !== name || !Number.isSafeInteger(bytes) || Number(bytes) < 0) throw invalid('part');
    this.#allowance -= Number(bytes);
    if (this.#allowance < 0) throw invalid('too large');
    return { name, bytes: this.#bytes(Number(bytes)) };
  }

  /** Reads what the backup says is the digest of the part just read. */
  async confirm(sha256: string): Promise<void> {
    if ((await this.#line()) !== '' || (await this.#json()).sha256 !== sha256) throw invalid('digest');
  }

  async *#bytes(count: number): AsyncGenerator<Buffer> {
    for (let left = count; left > 0;) {
      if (this.#held.length === 0 && !(await this.#more())) throw invalid('cut short');
      const chunk = this.#held.subarray(0, left);
      this.#held = this.#held.subarray(chunk.length);
      left -= chunk.length;
      yield chunk;
    }
  }

  async #json(): Promise<Record<string, unknown>> {
    try {
      return Object(JSON.parse(await this.#line()));
    } catch (error) {
      throw error instanceof SyntaxError ? invalid('frame') : error;
    }
  }

  async #line(): Promise<string> {
    for (;;) {
      const end = this.#held.indexOf(newline);
      if (end > longestLine || (end === -1 && this.#held.length > longestLine)) throw invalid('frame');
      if (end !== -1) {
        const line = this.#held.toString('utf8', 0, end);
        this.#held = this.#held.subarray(end + 1);
        return line;
      }
      const held = this.#held;
      this.#held = Buffer.alloc(0);
      if (!(await this.#more())) throw invalid('cut short');
      this.#held = Buffer.concat([held, this.#held]);
    }
  }

  /** Whether there are bytes beyond those held; holds the next of them where none are. */
  async #more(): Promise<boolean> {
    while (this.#held.length === 0) {
      const { done, value } = await this.#chunks.next();
      if (done) return false;
      this.#held = value;
    }
    return true;
  }
}

export function invalid(reason: string): Refused {
  return new Refused(refuse('backup.invalid', { reason }));
}
