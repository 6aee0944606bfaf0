/** A preview is the page of the next publication: its number, day, note and languages; and it says when it has ended. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { describeEdition } from '../../server/app/describe-edition.ts';
import { exportEdition } from '../../server/app/export-edition.ts';
import { endedPreview, previewEdition } from '../../server/app/preview-edition.ts';
import { publishEdition } from '../../server/app/publish-edition.ts';
import { accepted } from '../../server/domain/errors.ts';
import { aDecisionId, approvalOfAll, approvedDecision, editedDecision, importedDecision } from '../support/builders.ts';
import { aWorld } from '../support/desk.ts';

async function aDraft() {
  const world = await aWorld();
  const imported = importedDecision({ slug: 'the-school' });
  const key = { documentId: imported.documentId, locale: 'he', by: 'dana' } as const;
  accepted(await world.store.commit({ stream: key.documentId, decisions: [imported, ...approvalOfAll()] }));
  const show = async (note?: string): Promise<string> => {
    const { path } = accepted(await previewEdition(world, { ...key, ...(note !== undefined && { note }) }));
    const token = path.split('/')[1] ?? '';
    return new TextDecoder().decode(world.previews.find(token));
  };
  return { world, key, show };
}

describe('a preview', () => {
  it('is, but for saying so, the page that publishing then makes', async () => {
    const { world, key, show } = await aDraft();
    const publish = { ...key, locale: 'he' as const };
    accepted(await publishEdition(world, { ...publish, decisionId: aDecisionId() }));
    const details = { translators: ['נועה לוי', 'Tom Reed'], description: 'מה מצאה הוועדה.' };
    accepted(await describeEdition(world, { ...publish, details, decisionId: aDecisionId() }));
    const changed = { segment: 1, text: 'קראו את <1>הדו״ח</1> המתוקן.' };
    const decisions = [editedDecision(changed), approvedDecision({ segment: 1 })];
    accepted(await world.store.commit({ stream: key.documentId, decisions }));
    const preview = await show('תוקן שם הדו״ח.');
    accepted(await publishEdition(world, { ...publish, decisionId: aDecisionId(), note: 'תוקן שם הדו״ח.' }));
    const sink = world.sink as unknown as { files: ReadonlyMap<string, Uint8Array> };
    const page = new TextDecoder().decode(sink.files.get('he/the-school/index.html'));
    expect(bare(preview)).toBe(bare(page));
    expect(preview).toContain('תוקן שם הדו״ח.');
    for (const name of details.translators) expect(preview).toContain(`<bdi>${name}</bdi>`);
    expect(preview).toContain(`<meta name="description" content="${details.description}"`);
  });

  it('names who translated it, as every file of the draft does', async () => {
    const { world, key, show } = await aDraft();
    const details = { translators: ['נועה לוי'], description: 'מה מצאה הוועדה.' };
    accepted(await describeEdition(world, { ...key, details, decisionId: aDecisionId() }));
    expect(await show()).toContain('תרגום: <bdi>נועה לוי</bdi>');
    const { bytes } = accepted(await exportEdition(world, { ...key, format: 'epub' }));
    const inside = unzipSync(bytes);
    expect(strFromU8(inside['EPUB/title.xhtml'] ?? expect.fail('no title page'))).toContain('<bdi>נועה לוי</bdi>');
  });

  it('is noticed as one, not to be found, and offers no file that is not there', async () => {
    const preview = await (await aDraft()).show();
    expect(preview).toContain('תצוגה מקדימה של טיוטה');
    expect(preview).toContain('<meta name="robots" content="noindex"');
    expect(preview).toContain('הקבצים להורדה נוצרים עם הפרסום.');
    expect(preview).not.toContain('.epub');
  });

  it('says until when it can be seen, and in its language that it has ended', async () => {
    const { world, key } = await aDraft();
    const { path, expiresAt } = accepted(await previewEdition(world, key));
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(59 * 60_000);
    const ended = new TextDecoder().decode(await endedPreview(world, path.split('/')[1] ?? ''));
    expect(ended).toMatch(/<html[^>]*lang="he"[^>]*dir="rtl"/u);
    expect(ended).toContain('התצוגה המקדימה הסתיימה');
    for (const token of ['he-short', 'xx-'.padEnd(46, 'a'), '__proto__', 'a'.repeat(46)]) {
      expect(await endedPreview(world, token), token).toBeUndefined();
    }
  });
});

/** A page without what is different while it is looked at: its notice, its ways, what stands for machines or to take along. */
function bare(page: string): string {
  return page
    .replace(/<p class="notice">.*?<\/p>/gsu, '')
    .replace(/<nav class="downloads".*?<\/nav>/gsu, '')
    .replace(/<(?:meta|link|script)[^>]*>(?:[^<]*<\/script>)?/gu, '')
    .replace(/ id="[^"]*"|<span[^>]*class="here"[^>]*>\s*<\/span>|<a[^>]*class="here"[^>]*><\/a>/gu, '')
    .replace(/href="[^"]*"/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/ (?=[<>])|(?<=>) /gu, '');
}
