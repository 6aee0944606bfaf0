/** The same story from a terminal, alone and beside a running server, with the exit codes that a script relies on. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPlace, dragoman, startServer, type Place } from '../support/server-process.ts';

const realArticle = '../shared/data/articles/short-news.en.txt';
const sample = 'translations/samples/library.en.md';

let place: Place;
beforeAll(async () => {
  place = await aPlace();
});
afterAll(() => place.remove());

const run = (...args: string[]) => dragoman(place, args);

describe.each([sample, realArticle])('with %s', (file) => {
  const step = it.skipIf(!existsSync(file));
  const skipped = existsSync(file) ? '' : ' (skipped: it is not here)';
  let doc: string;

  step(`imports and drafts${skipped}`, async () => {
    const imported = await run('import', file, '--from', 'en', '--to', 'he,ar', '--json');
    expect(imported).toMatchObject({ code: 0, stderr: '' });
    ({ documentId: doc } = JSON.parse(imported.stdout) as { documentId: string });
    expect(await run('translate', doc)).toMatchObject({ code: 0, stdout: expect.stringContaining('finished') });
  });

  step('is refused publishing early, in the reader’s language, with exit code 1', async () => {
    const refused = await dragoman(place, ['publish', doc, '--locale', 'he', '--json'], { LANG: 'he_IL.UTF-8' });
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.stdout)).toMatchObject({ code: 'edition.blocked', blockers: expect.any(Array) });
    expect(refused.stderr).toMatch(/\p{Script=Hebrew}/u);
    expect((await run('status', doc)).stdout).toContain('translated');
  });

  step('approves, publishes, and exports each language in its direction', async () => {
    for (const locale of ['he', 'ar']) {
      expect((await run('approve', doc, '--locale', locale, '--all')).code).toBe(0);
      expect((await run('publish', doc, '--locale', locale)).code).toBe(0);
    }
    expect((await run('publish', doc, '--locale', 'en')).code).toBe(0);
    for (const [locale, direction] of [
      ['he', 'rtl'],
      ['ar', 'rtl'],
      ['en', 'ltr'],
    ]) {
      const { stdout } = await run('export', doc, '--locale', locale ?? '', '--format', 'html');
      expect(stdout).toContain(`<html lang="${locale}" dir="${direction}">`);
      expect((await run('export', doc, '--locale', locale ?? '', '--format', 'md')).stdout).toMatch(/^# \S/u);
    }
    const again = await run('publish', doc, '--locale', 'he');
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('[edition.unchanged]') });
  });
});

it('tells what the checks find, and an open error by exit code 1', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'dragoman-check-'));
  const file = path.join(folder, 'disguised.txt');
  await writeFile(file, 'The letter\n\nIt was called \u202Egnp.exe, and nobody opened it.\n');
  const { stdout } = await run('import', file, '--from', 'en', '--to', 'he', '--json');
  const { documentId: doc } = JSON.parse(stdout) as { documentId: string };
  const found = await run('check', doc, '--locale', 'en');
  expect(found).toMatchObject({ code: 1, stdout: expect.stringContaining('2. error: ') });
  expect(found.stdout).toContain('[bidi.override]');
  const { findings } = JSON.parse((await run('check', doc, '--locale', 'en', '--json')).stdout) as {
    findings: Array<{ check: string; message: string }>;
  };
  expect(findings).toContainEqual(expect.objectContaining({ check: 'bidi.override', message: expect.any(String) }));
  expect(await run('publish', doc, '--locale', 'en')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('[edition.blocked]'),
  });
  expect(await run('check', doc, '--locale', 'he')).toMatchObject({ code: 0, stdout: '0 checked, 0 found\n' });
  await rm(folder, { recursive: true });
});

it('says which check speaks against an approval, and approves all the same for a reason', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'dragoman-approve-'));
  const file = path.join(folder, 'disguised.txt');
  await writeFile(file, 'The letter\n\nIt was called \u202Egnp.exe, and nobody opened it.\n');
  const { stdout } = await run('import', file, '--from', 'en', '--to', 'he', '--json');
  const { documentId: doc } = JSON.parse(stdout) as { documentId: string };
  await run('translate', doc);
  const approve = ['approve', doc, '--locale', 'he', '--all'];
  const refused = await dragoman(place, approve, { LANG: 'he_IL.UTF-8' });
  expect(refused).toMatchObject({ code: 1, stdout: expect.stringContaining('1 approved, 1 refused') });
  expect(refused.stdout).toMatch(/^ {2}2\. .*עקיפת כיוון.* \[check\.open\]$/mu);
  const dismissed = await run(...approve, '--dismiss', 'as it stands in the letter');
  expect(dismissed).toMatchObject({ code: 0, stdout: '1 approved, 0 refused\n' });
  await rm(folder, { recursive: true });
});

it('hands a translation out as XLIFF and takes it back, looking first', async () => {
  const { stdout } = await run('import', sample, '--from', 'en', '--to', 'he', '--json');
  const { documentId: doc } = JSON.parse(stdout) as { documentId: string };
  expect((await run('translate', doc)).code).toBe(0);
  const folder = await mkdtemp(path.join(tmpdir(), 'dragoman-xliff-'));
  const file = path.join(folder, 'library.he.xlf');
  expect((await run('export', doc, '--locale', 'he', '--format', 'xliff', '--output', file)).code).toBe(0);
  const edited = readFileSync(file, 'utf8').replace(/<target>[^<]*/u, '<target>הספרייה');
  await writeFile(file, edited.replace('state="translated"', 'state="final"'));
  const bring = (...more: string[]) => run('import-targets', doc, file, '--locale', 'he', ...more);
  const report = expect.stringContaining('1 changed');
  const trial = await bring('--approve', '--trial');
  expect(trial).toMatchObject({ code: 0, stdout: report });
  expect(trial.stdout).toMatch(/^ {2}1\. \S.* → הספרייה$/mu);
  expect(await bring('--approve')).toMatchObject({ code: 0, stdout: report });
  expect(await bring('--approve')).toMatchObject({ code: 0, stdout: expect.stringContaining('0 changed') });
  await writeFile(file, edited.replace('</xliff>', ''));
  expect(await bring()).toMatchObject({ code: 1, stderr: expect.stringContaining('[import.xml]') });
  expect((await run('import-targets', doc, '--locale', 'he')).code).toBe(2);
  await rm(folder, { recursive: true });
});

it('verifies, and restores a backup into an empty place only', async () => {
  expect((await run('verify')).code).toBe(0);
  const folder = await mkdtemp(path.join(tmpdir(), 'dragoman-backup-'));
  const file = path.join(folder, 'backup.gz');
  expect((await run('backup', file)).code).toBe(0);
  expect((await run('backup', file)).code).toBe(2);
  const other = await aPlace();
  expect((await dragoman(other, ['restore', file])).code).toBe(0);
  expect((await dragoman(other, ['status', '--json'])).stdout).toBe((await run('status', '--json')).stdout);
  expect(await dragoman(other, ['restore', file])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('[backup.not-empty]'),
  });
  await Promise.all([other.remove(), rm(folder, { recursive: true })]);
});

it('tells wrong usage (2) from a refusal (1), and leaves nothing behind', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'dragoman-input-'));
  const empty = path.join(folder, 'empty.txt');
  await writeFile(empty, '');
  const before = (await run('status', '--json')).stdout;
  expect((await run()).code).toBe(2);
  expect((await run('publish')).code).toBe(2);
  expect((await run('import', 'nowhere.txt', '--from', 'en', '--to', 'he')).code).toBe(2);
  expect((await run('import', empty, '--from', 'xx', '--to', 'he')).code).toBe(2);
  expect(await run('import', empty, '--from', 'en', '--to', 'he')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('[import.empty]'),
  });
  expect((await run('publish', 'aaaaaaaaaaaa', '--locale', 'he')).code).toBe(1);
  expect((await run('status', 'no-document')).stderr).toContain('[document.unknown]');
  const unusable = await dragoman({ ...place, data: path.join(empty, 'data') }, ['status']);
  expect(unusable).toMatchObject({ code: 1, stderr: expect.stringContaining('[store.unusable]') });
  expect((await run('status', '--json')).stdout).toBe(before);
  await rm(folder, { recursive: true });
});

describe('the memory', () => {
  const tu = '<tu><tuv xml:lang="en-GB"><seg>the sea</seg></tuv><tuv xml:lang="he"><seg>הים</seg></tuv></tu>';
  const tmx = (body: string) => `<tmx version="1.4"><header srclang="en"/><body>${body}</body></tmx>`;

  it('takes a file of another tool, tells first what it would bring, and gives everything back', async () => {
    const file = path.join(path.dirname(place.data), 'old.tmx');
    await writeFile(file, tmx(tu));
    expect((await run('memory', 'import', file, '--trial')).stdout).toContain('1 would be added');
    expect(JSON.parse((await run('memory', 'import', file, '--json')).stdout)).toMatchObject({ added: 1, skipped: 0 });
    expect((await run('memory', 'import', file)).stdout).toContain('0 added, 1 known');
    expect((await run('memory', 'export')).stdout).toContain('<seg>הים</seg>');
  });

  it('is asked for a text, as an operand or on standard input, and says where a match comes from', async () => {
    const languages = ['--from', 'he', '--to', 'en'];
    const { code, stdout } = await run('memory', 'lookup', 'הַיָּם', ...languages);
    expect({ code, stdout }).toEqual({ code: 0, stdout: ' 97  the sea\n     הים\n     · outside\n     · old.tmx\n' });
    const piped = await dragoman(place, ['memory', 'lookup', '-', ...languages, '--json'], {}, 'הים\n');
    expect(JSON.parse(piped.stdout)).toMatchObject({
      suggestions: [{ target: 'the sea', score: 100, file: 'old.tmx' }],
    });
    expect((await run('memory', 'lookup', ' ', ...languages)).code).toBe(2);
    expect((await run('memory', 'lookup', 'הים', '--from', 'he')).code).toBe(2);
  });

  it('refuses a broken file, says where, and takes nothing of it', async () => {
    const file = path.join(path.dirname(place.data), 'broken.tmx');
    await writeFile(file, tmx(`${tu.replace('sea', 'river')}\n<tu/>`));
    const refused = await run('memory', 'import', file, '--json');
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('[import.tmx]') });
    expect(JSON.parse(refused.stdout)).toMatchObject({ params: { line: 2 } });
    expect((await run('memory', 'export')).stdout).not.toContain('river');
  });
});

describe('beside a running server', () => {
  it('speaks to it, makes it a link, and looks after it', async () => {
    const server = await startServer(place);
    expect((await run('status')).stdout).toContain('library');
    expect((await run('sign-in')).stdout).toContain(`${server.url}/sign-in#token=`);
    expect((await run('doctor')).stdout).toContain(server.url);
    expect((await run('verify')).code).toBe(0);
    const second = await startServer(place).then(
      () => 'started',
      (error: Error) => error.message,
    );
    expect(second).toContain('store.locked');
    const elsewhere = { ...(await aPlace()), ports: place.ports };
    const taken = await startServer(elsewhere).then(
      () => 'started',
      (error: Error) => error.message,
    );
    expect(taken).toContain('[server.port-taken]');
    await elsewhere.remove();
    await server.kill('SIGTERM');
    expect(await run('sign-in')).toMatchObject({ code: 1, stderr: expect.stringContaining('[server.not-running]') });
    expect(readdirSync(place.data)).not.toContain('server.json');
  });

  it('keeps a key out of everything that it prints or writes', async () => {
    const canary = 'canary-7f3a9c51:fx';
    const keys = {
      DEEPL_API_KEY: canary,
      OPENAI_API_KEY: canary,
      OPENAI_MODEL: 'm',
      LIBRETRANSLATE_URL: 'http://127.0.0.1:9',
      LIBRETRANSLATE_API_KEY: canary,
      PROVIDER: 'libretranslate',
      LOG_LEVEL: 'debug',
    };
    const server = await startServer(place, keys);
    const doctor = await dragoman(place, ['doctor', '--json'], keys);
    await server.kill('SIGTERM');
    const files = readdirSync(place.data, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const written = files.map(({ parentPath, name }) => readFileSync(path.join(parentPath, name), 'latin1'));
    for (const text of [server.printed(), doctor.stdout, doctor.stderr, ...written]) expect(text).not.toContain(canary);
  });
});
