/** The operator's command: what it finds, what it must not find, and that it ends. */
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandDelivery } from '../../server/adapters/delivery-command.ts';
import { aFolder } from '../support/folders.ts';
import { orderOf } from './delivery-contract.ts';

let folder: string;
let editions: string;
beforeEach(async () => {
  folder = await aFolder();
  editions = path.join(folder, 'editions');
  await mkdir(editions);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const { PATH } = process.env;
const changes = { written: ['he/the-school/index.html', 'index.html'], removed: ['ar/old/index.html'] };

function command(line: string, change: Partial<Parameters<typeof commandDelivery>[0]> = {}) {
  return commandDelivery({ command: line, folder: editions, environment: { PATH }, secrets: [], ...change });
}

const read = (name: string) => readFile(path.join(editions, name), 'utf8');

describe('a delivery by command', () => {
  it('runs in the editions folder and finds what changed, a path a line', async () => {
    const line = 'pwd > where; echo "$DRAGOMAN_EDITIONS" >> where; cat "$DRAGOMAN_CHANGED" "$DRAGOMAN_REMOVED" > what';
    expect(await command(line).deliver(changes, orderOf())).toEqual({ ok: true });
    expect(await read('where')).toBe(`${editions}\n${editions}\n`);
    expect(await read('what')).toBe('he/the-school/index.html\nindex.html\nar/old/index.html\n');
  });

  it('finds no list where nobody knows what changed, and none that is left over', async () => {
    await command('echo "$DRAGOMAN_CHANGED" > list').deliver(changes, orderOf());
    await expect(readFile((await read('list')).trim())).rejects.toThrow('ENOENT');
    await command('echo "${DRAGOMAN_CHANGED-none}" > list').deliver(undefined, orderOf());
    expect(await read('list')).toBe('none\n');
  });

  it('sees the environment that it is given, and nothing of ours', async () => {
    await command('env > env', { environment: { PATH, RSYNC_RSH: 'ssh -p 22' } }).deliver(changes, orderOf());
    const names = (await read('env')).split('\n').map((line) => line.split('=')[0]);
    expect(names).toContain('RSYNC_RSH');
    expect(names).not.toContain('HOME');
  });

  it('says why it failed: exit code and the end of what it printed, without anything secret', async () => {
    const secrets = ['canary-key-of-ours'];
    const line = `echo begin; echo push to https://me:canary-pw@example.org; echo token=canary-t canary-key-of-ours >&2; exit 3`;
    const outcome = await command(line, { secrets }).deliver(changes, orderOf());
    expect(outcome).toMatchObject({ code: 'delivery.failed', retryable: true });
    expect(outcome).toMatchObject({ detail: expect.stringMatching(/^exit 3: /u) });
    expect(outcome).toMatchObject({ detail: expect.stringContaining('https://…@example.org') });
    expect(JSON.stringify(outcome)).not.toContain('canary');
  });

  it('keeps no half of a secret where much was printed', async () => {
    const secret = `canary-${'x'.repeat(60)}`;
    for (const filler of [7_950, 7_990, 8_000, 8_030]) {
      const line = `printf %s ${secret}; printf %0${filler}d 0; exit 1`;
      const outcome = await command(line, { secrets: [secret] }).deliver(changes, orderOf());
      expect(JSON.stringify(outcome)).not.toMatch(/canary|xxxx/u);
      expect(JSON.stringify(outcome).length).toBeLessThan(2_300);
    }
  });

  it.each(['no-such-program-here', 'exit 9', 'kill -9 $$'])('fails, and may be tried again: %s', async (line) => {
    expect(await command(line).deliver(changes, orderOf())).toMatchObject({ ok: false, code: 'delivery.failed' });
  });

  it('fails where the folder is not there', async () => {
    const outcome = await command('true', { folder: path.join(folder, 'none') }).deliver(changes, orderOf());
    expect(outcome).toMatchObject({ ok: false, code: 'delivery.failed', detail: expect.stringContaining('ENOENT') });
  });

  it('is ended when it takes too long, with its children', async () => {
    const line = "sh -c 'echo $$ > child; sleep 60' & echo $! > shell; wait";
    const outcome = await command(line, { limitMs: 300 }).deliver(changes, orderOf());
    expect(outcome).toMatchObject({ code: 'delivery.timeout', retryable: true });
    await expectGone();
  });

  it('is ended with its children when the server closes, and rejects with the reason', async () => {
    const controller = new AbortController();
    const reason = new Error('the server is closing');
    const line = "sh -c 'echo $$ > child; sleep 60' & wait";
    const delivering = command(line).deliver(changes, orderOf({ signal: controller.signal }));
    const refused = expect(delivering).rejects.toBe(reason);
    while (!(await read('child').catch(() => ''))) await new Promise(setImmediate);
    controller.abort(reason);
    await refused;
    await expectGone();
    await expect(command('true').deliver(changes, orderOf({ signal: controller.signal }))).rejects.toBe(reason);
  });

  it('takes a path for nothing but a path', async () => {
    const written = ['he/$(touch gotcha)/index.html', 'a;b`c`/index.html', "it's/index.html"];
    await command('cat "$DRAGOMAN_CHANGED" > what').deliver({ written, removed: [] }, orderOf());
    expect(await read('what')).toBe(written.map((line) => `${line}\n`).join(''));
    await expect(read('gotcha')).rejects.toThrow('ENOENT');
  });

  it.each([
    ['rsync -a --password=canary ./ me@example.org:/srv', 'rsync'],
    ['SFTP_PW=canary lftp -f upload', 'lftp'],
    ['PW="canary" ./send', './send'],
    ['PW="can ary" B=\'c d\' ./send', './send'],
    ['PW="canary', '…'],
    ['PW=$(cat "a b") ./send', '…'],
    ['curl -u me:canary -T site.zip https://example.org/', 'curl'],
    ['git push https://me:canary@example.org/site.git', 'git'],
    ['sshpass -f file rsync ./ host:/srv', 'sshpass'],
    ['rm -rf /srv/www && cp -r . /srv/www', 'rm -rf /srv/www && cp -r . /srv/www'],
    [
      'rsync -a --delete --exclude=.dragoman ./ me@example.org:/srv/www/',
      'rsync -a --delete --exclude=.dragoman ./ me@example.org:/srv…',
    ],
    ['  ./publish\n  --all ', './publish --all'],
  ])('%s is shown as %s', (line, address) => expect(command(line).address).toBe(address));
});

/** The child's process is no more (or a corpse that nobody has buried yet). */
async function expectGone(): Promise<void> {
  const pid = (await read('child')).trim();
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => 'State:\tX');
  expect(status).toMatch(/^State:\t[ZX]/mu);
}
