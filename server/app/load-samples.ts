/**
 * Fills an empty store with the shipped samples, so that a first look has something to work on: each `<name>.en.<ext>`
 * becomes a document, and its paragraphs, paired with those of its translations, go into the translation memory.
 * Asking for a translation then drafts real language without any provider.
 *
 * The samples take the way of every import, so they show what an import makes and nothing else. They are loaded once:
 * whoever archives them does not meet them again, because their memory stays. The caller lists the folder, as the app
 * layer touches no disk. The files' alignment is held by `tests/app/samples.test.ts`; here it is taken for granted.
 */
import { isTranslatable, type Block, type DocumentId, type MemberId } from '../domain/document.ts';
import { accepted } from '../domain/errors.ts';
import { isLocale, type Locale } from '../domain/locale.ts';
import type { OutsideUnit } from '../domain/memory/unit.ts';
import type { World } from '../ports.ts';
import { importDocument } from './import-document.ts';
import { readImport } from './read-import.ts';

export interface SampleFile {
  /** Without its folder: `library.en.md`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One article of the samples with the translations that stand beside it. */
export interface Sample {
  readonly article: SampleFile;
  readonly translations: ReadonlyArray<{ readonly locale: Locale; readonly file: SampleFile }>;
}

/** The language that the samples were written in. */
const from: Locale = 'en';

/** Who the history names for them. */
const by: MemberId = 'samples';

/**
 * Imports the samples where the store is empty. Gives the documents made; none where something is there already.
 * Throws `Refused` for a sample that no import would take.
 */
export async function loadSamples(world: World, files: readonly SampleFile[]): Promise<DocumentId[]> {
  if (!(await isEmpty(world))) return [];
  const documentIds: DocumentId[] = [];
  for (const { article, translations } of samplesIn(files)) {
    const to = translations.map(({ locale }) => locale);
    const decisionId = world.newId.uuid();
    documentIds.push(accepted(await importDocument(world, { input: article, from, to, decisionId, by })).documentId);
    await remember(world, article.name, unitsOf({ article, translations }));
  }
  return documentIds;
}

/** The articles among the files, each with its translations; other files (a README) are passed over. */
export function samplesIn(files: readonly SampleFile[]): Sample[] {
  const named = files.flatMap((file) => {
    const [article, locale = '', extension, ...rest] = file.name.split('.');
    return extension && rest.length === 0 && isLocale(locale) ? [{ key: `${article}.${extension}`, locale, file }] : [];
  });
  return named
    .filter(({ locale }) => locale === from)
    .map(({ key, file }) => ({
      article: file,
      translations: named.filter((other) => other.key === key && other.locale !== from),
    }));
}

/** What an import of the file consists of. Throws `Refused` where it cannot be read. */
export function blocksOf(file: SampleFile): readonly Block[] {
  return accepted(readImport({ input: file, from, to: [] })).blocks;
}

function unitsOf({ article, translations }: Sample): OutsideUnit[] {
  const translated = translations.map(({ locale, file }) => ({ locale, blocks: blocksOf(file) }));
  return blocksOf(article).flatMap((block, ordinal) => {
    if (!isTranslatable(block)) return [];
    const others = translated.flatMap(({ locale, blocks }) => {
      const text = blocks[ordinal]?.text;
      return text === undefined ? [] : [[locale, text] as const];
    });
    return others.length === 0 ? [] : [{ texts: { [from]: block.text, ...Object.fromEntries(others) } }];
  });
}

async function remember(world: World, name: string, units: readonly OutsideUnit[]): Promise<void> {
  if (units.length === 0) return;
  const head = { id: world.newId.uuid(), at: world.clock.now(), by };
  accepted(
    await world.store.commit({ stream: 'site', decisions: [{ ...head, kind: 'memory.imported', name, units }] }),
  );
}

async function isEmpty({ store }: World): Promise<boolean> {
  return (await store.board()).length === 0 && (await store.site()).memory.length === 0;
}
