/** Toasts do not pile up: few, equal ones counted, good news before bad in making room. */
import { afterEach, describe, expect, it } from 'vitest';
import { currentToasts, dismissToast, toast } from '../../client/ui/toasts.ts';

afterEach(() => currentToasts().forEach(({ id }) => dismissToast(id)));

function shown(): string[] {
  return currentToasts().map(({ text, times }) => (times > 1 ? `${text} ×${times}` : text));
}

describe('toasts', () => {
  it('are three at most, the newest last', () => {
    for (const text of ['a', 'b', 'c', 'd']) toast(text);
    expect(shown()).toEqual(['b', 'c', 'd']);
  });

  it('are counted where the same is said again', () => {
    for (const text of ['a', 'b', 'a', 'a']) toast(text, 'error');
    expect(shown()).toEqual(['b', 'a ×3']);
  });

  it('are another thing in another tone', () => {
    toast('a', 'error');
    toast('a', 'done');
    expect(shown()).toEqual(['a', 'a']);
  });

  it('keep each their own action', () => {
    const undo = { label: 'Undo', run: () => undefined };
    toast('a', 'done', undo);
    toast('a', 'done', undo);
    toast('a');
    expect(shown()).toEqual(['a', 'a', 'a']);
  });

  it('let bad news stand before good', () => {
    toast('bad', 'error');
    for (const text of ['a', 'b', 'c']) toast(text);
    expect(shown()).toEqual(['bad', 'b', 'c']);
    for (const text of ['worse', 'still worse', 'worst']) toast(text, 'error');
    expect(shown()).toEqual(['worse', 'still worse', 'worst']);
  });
});
