/** An edition as a PDF: what readers see, else the draft, which says so; and what is said where nothing can be printed. */
import { describe, expect, it } from 'vitest';
import { exportEdition } from '../../server/app/export-edition.ts';
import { publishEdition } from '../../server/app/publish-edition.ts';
import { accepted } from '../../server/domain/errors.ts';
import type { Press, World } from '../../server/ports.ts';
import { aDecisionId, approvalOfAll, editedDecision, importedDecision } from '../support/builders.ts';
import { aWorld } from '../support/desk.ts';
import { aPress, noPress } from '../support/press.ts';

async function anExport(press: Press, parts: Partial<World> = {}) {
  const world = await aWorld({ press, ...parts });
  const imported = importedDecision({ slug: 'the-school' });
  const key = { documentId: imported.documentId, locale: 'he' } as const;
  accepted(await world.store.commit({ stream: key.documentId, decisions: [imported, ...approvalOfAll()] }));
  return { world, key, ask: () => exportEdition(world, { ...key, format: 'pdf' }) };
}

describe('an edition as a PDF', () => {
  it('is the draft, marked as one, while nothing is published', async () => {
    const press = aPress();
    const file = accepted(await (await anExport(press)).ask());
    expect(file).toMatchObject({ name: 'the-school.he.pdf', type: 'application/pdf' });
    expect(new TextDecoder().decode(file.bytes)).toContain('תצוגה מקדימה');
    expect(press.orders[0], 'a draft has no address').not.toHaveProperty('address');
  });

  it('is what readers see, once they see something', async () => {
    const { world, key, ask } = await anExport(aPress());
    accepted(await publishEdition(world, { ...key, decisionId: aDecisionId(), by: 'dana' }));
    const changed = editedDecision({ segment: 1, text: 'קראו את <1>הדו״ח</1> המתוקן.' });
    accepted(await world.store.commit({ stream: key.documentId, decisions: [changed] }));
    const page = new TextDecoder().decode(accepted(await ask()).bytes);
    expect(page).not.toContain('המתוקן');
    expect(page).not.toContain('תצוגה מקדימה');
  });

  it('is refused where there is no press, and where it fails, which the operator reads about', async () => {
    expect(await (await anExport(noPress)).ask()).toMatchObject({ ok: false, code: 'export.no-press' });
    const reported: string[] = [];
    const jammed = await anExport(
      aPress(() => true),
      { report: (_, what) => reported.push(what) },
    );
    expect(await jammed.ask()).toMatchObject({ ok: false, code: 'export.not-printed' });
    expect(reported).toHaveLength(1);
  });
});
