import { describe, expect, it } from 'vitest';
import { plain } from '../../server/domain/content.ts';
import type { Block } from '../../server/domain/document.ts';
import { withTitle } from '../../server/domain/title.ts';

const block = (kind: Block['kind'], text: string): Block => ({ kind, layout: {}, ...plain(text) });
const byline = block('byline', 'גזה');
const own = block('title', 'A truce that is none');
const body = block('paragraph', 'It rained.');

describe('the title comes first', () => {
  it('the text’s own, moved there', () => {
    expect(withTitle([byline, own, body])).toEqual({ ok: true, blocks: [own, byline, body] });
  });

  it('a given one, where the text has none', () => {
    expect(withTitle([body], '  הפסקת\n אש ')).toEqual({ ok: true, blocks: [block('title', 'הפסקת אש'), body] });
  });

  it('a given one wins; the text’s own stays as a heading', () => {
    const heading = { ...own, kind: 'heading', layout: { level: 2 } };
    expect(withTitle([own, body], 'Rain')).toEqual({ ok: true, blocks: [block('title', 'Rain'), heading, body] });
  });

  it('a given one that differs in case and spaces only replaces it', () => {
    const title = block('title', 'A Truce That Is None');
    expect(withTitle([own, body], 'A Truce That  Is None')).toEqual({ ok: true, blocks: [title, body] });
  });

  it.each([undefined, '', '  '])('none anywhere is refused (%j)', (given) => {
    expect(withTitle([body], given)).toMatchObject({ ok: false, code: 'import.title-missing' });
  });
});
