/** How the device left the side panel; whatever stands there instead of that is taken as nothing. */
import { describe, expect, it } from 'vitest';
import { keepPanel, readPanel } from '../../client/review/panel/kept-panel.ts';
import { aShelf } from '../support/shelf.ts';

const narrow = () => false;
const wide = () => true;

describe('the panel that this device kept', () => {
  it('is as it was left', () => {
    const shelf = aShelf();
    keepPanel(shelf, { isOpen: true, tab: 'checks', isWide: true });
    expect(readPanel(shelf, wide)).toEqual({ isOpen: true, tab: 'checks', isWide: true });
    keepPanel(shelf, { isOpen: false, tab: 'checks', isWide: false });
    expect(readPanel(shelf, wide)).toEqual({ isOpen: false, tab: 'checks', isWide: false });
  });

  it('is open at first only where there is much room, and never by itself over the list', () => {
    const shelf = aShelf();
    expect(readPanel(shelf, wide).isOpen).toBe(true);
    expect(readPanel(shelf, narrow).isOpen).toBe(false);
    keepPanel(shelf, { isOpen: true, tab: 'history', isWide: false });
    expect(readPanel(shelf, narrow).isOpen).toBe(false);
  });

  it.each(['', 'null', '7', '{"tab":"no-such-tab","isOpen":"yes","isWide":1}', '{'])('reads %j as nothing', (json) => {
    const shelf = aShelf();
    shelf.setItem('dragoman.panel', json);
    expect(readPanel(shelf, narrow)).toEqual(readPanel(aShelf(), narrow));
  });
});
