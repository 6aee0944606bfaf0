/**
 * Lists of numbers: hundreds of thousands, nearly all of them short. The words of each entry in their order, and the
 * entries of each word in none. They stand one after the other in pages: an array of its own for each would cost more
 * than what is in it. A list that outgrows its room moves into half as much again, and what it leaves is taken by the
 * next one that needs just that; so approving and reopening the same text all day takes no room. A long list has an
 * array of its own, which grows by an eighth, for there room to spare weighs more than moving does.
 */
export interface NumberLists {
  /** A list as it stands: a view that holds until the list changes. One that nobody filled is empty. */
  of(list: number): Uint32Array;
  lengthOf(list: number): number;
  /** Makes a list these numbers, and no others. */
  put(list: number, numbers: readonly number[]): void;
  /** Puts a number at the end, unless it stands there already. */
  push(list: number, number: number): void;
  /** Takes a number out; the last one takes its place. */
  drop(list: number, number: number): void;
  /** One more than the highest list that there ever was. */
  readonly bound: number;
}

const pageSize = 2 ** 16;
/** From here on, what an array costs is little beside what is in it. */
const longList = 1024;
const empty = new Uint32Array(0);

export function createNumberLists(): NumberLists {
  const pages: Uint32Array[] = [];
  const freePages: number[] = [];
  /** The page that is being filled, and how far. */
  let [open, used] = [0, pageSize];
  /** Room that lists have left, by its size: page × page size + offset. */
  const holes = new Map<number, number[]>();
  /** Of each list. */
  let pageOf = new Uint32Array(0);
  let offsets = new Uint16Array(0);
  let lengths = new Uint32Array(0);
  let rooms = new Uint32Array(0);
  let bound = 0;

  function reach(list: number): void {
    bound = Math.max(bound, list + 1);
    if (list < lengths.length) return;
    const size = Math.max(bound, 1024, Math.ceil(lengths.length * 1.25));
    [pageOf, offsets] = [copied(pageOf, new Uint32Array(size)), copied(offsets, new Uint16Array(size))];
    [lengths, rooms] = [copied(lengths, new Uint32Array(size)), copied(rooms, new Uint32Array(size))];
  }

  function newPage(size: number): number {
    const page = freePages.pop() ?? pages.length;
    pages[page] = new Uint32Array(size);
    return page;
  }

  function placeOf(room: number): number {
    const hole = holes.get(room)?.pop();
    if (hole !== undefined) return hole;
    if (room >= longList) return newPage(room) * pageSize;
    if (used + room > pageSize) [open, used] = [newPage(pageSize), 0];
    used += room;
    return open * pageSize + used - room;
  }

  function leave(list: number): void {
    const [room = 0, page = 0] = [rooms[list], pageOf[list]];
    if (room >= longList) {
      pages[page] = empty;
      freePages.push(page);
    } else if (room > 0) {
      const left = holes.get(room);
      const place = page * pageSize + (offsets[list] ?? 0);
      if (left) left.push(place);
      else holes.set(room, [place]);
    }
    rooms[list] = 0;
    lengths[list] = 0;
  }

  function take(list: number, room: number): void {
    const place = placeOf(room);
    pageOf[list] = Math.floor(place / pageSize);
    offsets[list] = place % pageSize;
    rooms[list] = room;
  }

  function widen(list: number): void {
    const kept = of(list);
    leave(list);
    take(list, kept.length + 1 + (kept.length >> (kept.length < longList ? 1 : 3)));
    fill(list, kept);
  }

  function fill(list: number, numbers: ArrayLike<number>): void {
    pages[pageOf[list] ?? 0]?.set(numbers, offsets[list]);
    lengths[list] = numbers.length;
  }

  function of(list: number): Uint32Array {
    const [length = 0, offset = 0] = [lengths[list], offsets[list]];
    return length === 0 ? empty : (pages[pageOf[list] ?? 0]?.subarray(offset, offset + length) ?? empty);
  }

  return {
    of,
    lengthOf: (list) => lengths[list] ?? 0,
    get bound() {
      return bound;
    },

    put(list, numbers) {
      reach(list);
      leave(list);
      if (numbers.length === 0) return;
      take(list, numbers.length);
      fill(list, numbers);
    },

    push(list, number) {
      reach(list);
      const length = lengths[list] ?? 0;
      if (length > 0 && pages[pageOf[list] ?? 0]?.[(offsets[list] ?? 0) + length - 1] === number) return;
      if (length === rooms[list]) widen(list);
      const page = pages[pageOf[list] ?? 0];
      if (page) page[(offsets[list] ?? 0) + length] = number;
      lengths[list] = length + 1;
    },

    drop(list, number) {
      const numbers = of(list);
      const at = numbers.indexOf(number);
      if (at === -1) return;
      numbers[at] = numbers.at(-1) ?? 0;
      if (numbers.length === 1) leave(list);
      else lengths[list] = numbers.length - 1;
    },
  };
}

function copied<T extends Uint32Array<ArrayBuffer> | Uint16Array<ArrayBuffer>>(from: T, to: T): T {
  to.set(from);
  return to;
}
