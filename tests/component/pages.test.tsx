/** What holds for every page: no barrier that axe finds, in each language and theme; a title; room on a small phone. */
import { screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fakeServer } from './fake-server.ts';
import { mount } from './mount.tsx';
import { everything } from './samples.ts';

/** Each page, and what shows that it has come. */
const pages = {
  '/': 'table',
  '/import': 'textbox',
  '/documents/reading-room': 'combobox',
  '/documents/reading-room/editions/he': 'list',
  '/documents/reading-room/editions/he/changes': 'checkbox',
  '/documents/reading-room/editions/he/changes?from=1&to=2': 'combobox',
  '/documents/reading-room/checks/he': 'combobox',
  '/archive': 'heading',
  '/documents/reading-room/statistics': 'table',
  '/statistics': 'table',
  '/terms': 'table',
  '/memory': 'table',
  '/site': 'table',
  '/settings': 'radio',
  '/sign-in': 'radio',
  '/nowhere': 'link',
} as const;

async function open(path: keyof typeof pages, options: Omit<Parameters<typeof mount>[1], 'server'> = {}) {
  await mount(path, { server: fakeServer(everything), ...options });
  await screen.findAllByRole(pages[path]);
}

async function barriers(): Promise<string[]> {
  const { violations } = await axe.run(document, { resultTypes: ['violations'] });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

const looks = (['en', 'he', 'ar'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((theme) => ({ language, theme })),
);

describe.each(Object.keys(pages) as Array<keyof typeof pages>)('%s', (path) => {
  it.each(looks)('has no barrier in $language, $theme', async (look) => {
    await open(path, look);
    expect(await barriers()).toEqual([]);
  });

  it('has one heading of the first level, which is in the window’s title', async () => {
    await open(path);
    const [heading, ...others] = screen.getAllByRole('heading', { level: 1 });
    expect(others).toEqual([]);
    expect(document.title).toContain(heading?.textContent ?? '');
    expect(document.title).toContain('Dragoman');
  });

  it.each(['en', 'he', 'ar'] as const)('fits on a phone of 320 px in %s', async (language) => {
    await open(path, { language, width: 320 });
    const { scrollWidth, clientWidth } = document.documentElement;
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  });
});

describe('from the keyboard', () => {
  it('begins with a way past the rail, and the focus follows to a new page', async () => {
    await open('/');
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement?.textContent).toBe('Skip to the page');
    await userEvent.click(screen.getByRole('link', { name: 'Settings' }));
    await waitFor(() => expect(document.activeElement?.id).toBe('main'));
  });
});
