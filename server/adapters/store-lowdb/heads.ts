/**
 * The streams in memory: of each the durable head, which readers see, and the staged one, on which commits are decided
 * while the disk works. Loaded on demand (checkpoint + the decisions after it) and kept in a bounded cache that drops
 * the least recently used; one that is being written, or is ahead of its checkpoint, is never dropped.
 *
 * Checkpoints are written in the background, one after another: of a stream that is far ahead of its own, of those
 * that stand in the way of a new one, and of all when nothing has been decided for a while. Where one cannot be written
 * nothing is lost (the journal has it), so that is a warning and no failure.
 */
import { replay, type Head } from '../streams.ts';
import type { Checkpoints, Kept } from './checkpoint.ts';
import type { Journal } from './journal.ts';

/** One stream in memory. */
export interface Loaded {
  durable: Head;
  staged: Head;
  /** What its checkpoint has. */
  kept: Kept;
  /** How many texts it holds, about. */
  weight: number;
}

export interface HeadsOptions {
  readonly journal: Journal;
  readonly checkpoints: Checkpoints;
  /** How many texts (segments and their targets) may stay in memory. */
  readonly limit: number;
  /** Told when a checkpoint could not be written. */
  readonly warn: (error: unknown) => void;
}

/** A stream this far ahead of its checkpoint gets a new one: replaying so many takes a few milliseconds. */
const farAhead = 256;

export class Heads {
  readonly #options: HeadsOptions;
  /** In the order of use, the latest last. */
  readonly #loaded = new Map<string, Loaded>();
  readonly #loading = new Map<string, Promise<void>>();
  /** Those ahead of their checkpoint. */
  readonly #ahead = new Set<string>();
  #texts = 0;
  /** When the checkpoints must come to an end. */
  #until = Infinity;
  #writing: Promise<void> = Promise.resolve();

  constructor(options: HeadsOptions) {
    this.#options = options;
  }

  /** The stream if it is in memory now. It stays there until the next `await`, and while anything of it is staged. */
  peek(stream: string): Loaded | undefined {
    const loaded = this.#loaded.get(stream);
    if (loaded) {
      this.#loaded.delete(stream);
      this.#loaded.set(stream, loaded);
    }
    return loaded;
  }

  /** Brings a stream into memory. */
  load(stream: string): Promise<void> {
    const loading = this.#loading.get(stream) ?? this.#read(stream).finally(() => this.#loading.delete(stream));
    this.#loading.set(stream, loading);
    return loading;
  }

  /** What readers see of a stream. */
  async durable(stream: string): Promise<Head> {
    for (;;) {
      const loaded = this.peek(stream);
      if (loaded) return loaded.durable;
      await this.load(stream);
    }
  }

  /** A staged head has become durable. */
  advance(stream: string, loaded: Loaded, head: Head): void {
    loaded.durable = head;
    this.#weigh(loaded);
    this.#ahead.add(stream);
    if (this.#distance(stream) % farAhead === 0) void this.#keep([stream]);
  }

  /** Nothing that is staged will become durable: decide on the durable heads again. */
  unstage(): void {
    for (const loaded of this.#loaded.values()) loaded.staged = loaded.durable;
  }

  /** Checkpoints everything that is ahead of its own, the furthest first, as long as `goOn` says so. */
  keepAll(goOn: () => boolean = always): Promise<void> {
    const furthestFirst = [...this.#ahead].toSorted((a, b) => this.#distance(b) - this.#distance(a));
    return this.#keep(furthestFirst, goOn);
  }

  /** The last checkpoints, and those under way: as many as there is time for. The others cost a replay, no more. */
  close(withinMs: number): Promise<void> {
    this.#until = performance.now() + withinMs;
    return this.keepAll();
  }

  async #read(stream: string): Promise<void> {
    const { journal, checkpoints } = this.#options;
    const kept = await checkpoints.read(stream);
    // Nothing can be appended to a stream that is not in memory, so what is read here is all of it.
    const later = await journal.read(journal.index.recordsOf(stream, kept.head.seq));
    const durable = replay(kept.head, later);
    const loaded = { durable, staged: durable, kept, weight: 0 };
    this.#loaded.set(stream, loaded);
    if (later.length > 0) this.#ahead.add(stream);
    this.#weigh(loaded);
    this.#shrink();
  }

  #weigh(loaded: Loaded): void {
    const { document } = loaded.durable;
    const weight = 1 + (document ? document.source.segments.length * (1 + document.to.length) : 0);
    this.#texts += weight - loaded.weight;
    loaded.weight = weight;
  }

  /** Drops what was not used for longest; what is ahead of its checkpoint gets one first and goes the next time. */
  #shrink(): void {
    const inTheWay: string[] = [];
    let excess = this.#texts - this.#options.limit;
    const newest = this.#loaded.size - 1;
    for (const [stream, loaded] of [...this.#loaded].slice(0, excess > 0 ? newest : 0)) {
      if (excess <= 0) break;
      if (loaded.staged !== loaded.durable) continue;
      excess -= loaded.weight;
      if (this.#ahead.has(stream)) inTheWay.push(stream);
      else this.#drop(stream, loaded);
    }
    if (inTheWay.length > 0) void this.#keep(inTheWay);
  }

  #drop(stream: string, loaded: Loaded): void {
    this.#loaded.delete(stream);
    this.#texts -= loaded.weight;
  }

  #distance(stream: string): number {
    const loaded = this.#loaded.get(stream);
    return loaded ? loaded.durable.seq - loaded.kept.head.seq : 0;
  }

  #keep(streams: readonly string[], goOn = always): Promise<void> {
    this.#writing = this.#afterOthers(this.#writing, streams, goOn);
    return this.#writing;
  }

  async #afterOthers(others: Promise<void>, streams: readonly string[], goOn: () => boolean): Promise<void> {
    await others;
    for (const stream of streams) {
      if (!goOn() || performance.now() > this.#until) return;
      await this.#checkpoint(stream);
    }
  }

  async #checkpoint(stream: string): Promise<void> {
    const loaded = this.#loaded.get(stream);
    if (loaded === undefined || !this.#ahead.has(stream)) return;
    try {
      loaded.kept = await this.#options.checkpoints.write(stream, loaded.durable, loaded.kept);
      if (loaded.kept.head === loaded.durable) this.#ahead.delete(stream);
    } catch (error) {
      this.#options.warn(error);
    }
  }
}

function always(): boolean {
  return true;
}
