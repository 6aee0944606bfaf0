/**
 * Lists as a word processor numbers them. An item belongs to the list above it of the same depth where its number is the
 * next one; else a list of its own begins there, with that number. Bulleted items share one list.
 */
import { AlignmentType, LevelFormat, type INumberingOptions } from 'docx';
import type { PageSegment } from '../page-segment.ts';

/** Word knows nine. */
const deepest = 9;

export interface Place {
  readonly reference: string;
  readonly level: number;
}

export interface Numbering {
  /** An item's list and depth; items are asked for in order. `follows`: the segment before it is an item too. */
  place(item: PageSegment, follows: boolean): Place;
  /** The lists, once all items are placed. */
  lists(): INumberingOptions['config'];
}

interface Begun {
  readonly reference: string;
  next: number | undefined;
}

export function numberingOf(): Numbering {
  const lists: Array<INumberingOptions['config'][number]> = [];
  let open: Begun[] = [];
  const begin = (level: number, number: number | undefined): Begun => {
    const reference = number === undefined ? 'bullets' : `list-${lists.length + 1}`;
    if (number !== undefined) lists.push({ reference, levels: levelsOf(level, number) });
    return { reference, next: number };
  };
  return {
    place({ segment: { layout } }, follows) {
      if (!follows) open = [];
      const level = Math.min(Math.max(1, layout.depth ?? 1), open.length + 1, deepest) - 1;
      const last = open[level];
      const goesOn = last !== undefined && last.next === layout.number;
      const list = goesOn ? last : begin(level, layout.number);
      list.next = layout.number === undefined ? undefined : layout.number + 1;
      open = [...open.slice(0, level), list];
      return { reference: list.reference, level };
    },
    lists: () => [{ reference: 'bullets', levels: bullets }, ...lists],
  };
}

type Level = INumberingOptions['config'][number]['levels'][number];

const bullets: readonly Level[] = Array.from({ length: deepest }, (_, level) => ({
  level,
  format: LevelFormat.BULLET,
  text: level % 2 === 0 ? '•' : '–',
  ...indented(level),
}));

function levelsOf(at: number, start: number): Level[] {
  return Array.from({ length: at + 1 }, (_, level) => ({
    level,
    format: LevelFormat.DECIMAL,
    text: `%${level + 1}.`,
    start: level === at ? start : 1,
    ...indented(level),
  }));
}

function indented(level: number): Pick<Level, 'alignment' | 'style'> {
  return {
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { start: 480 * (level + 1), hanging: 360 } } },
  };
}
