/**
 * Which rows are asked for, as the address says it. A search is written there when the typing pauses: browsers allow a
 * page only so many changes of its address.
 */
import { useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { selectionIn, withSelection, type Selection } from './filters.ts';

const pauseMs = 300;

export function useSelection(): readonly [Selection, (selection: Selection) => void] {
  const [search, setSearch] = useSearchParams();
  const [typed, setTyped] = useState<string>();
  const named = useMemo(() => selectionIn(search), [search]);
  const selection = useMemo(() => (typed === undefined ? named : { ...named, query: typed }), [named, typed]);

  const write = (next: Selection): void => {
    setSearch((before) => withSelection(before, next), { replace: true, preventScrollReset: true });
    setTyped(undefined);
  };
  const writeLatest = useRef(write);
  useEffect(() => {
    writeLatest.current = write;
  });
  useEffect(() => {
    if (typed === undefined) return undefined;
    const timer = setTimeout(() => writeLatest.current(selection), pauseMs);
    return () => clearTimeout(timer);
  }, [typed, selection]);

  const change = (next: Selection): void => {
    if (next.query !== selection.query && next.query !== '') setTyped(next.query);
    else write(next);
  };
  return [selection, change];
}
