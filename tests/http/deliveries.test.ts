/** Deliveries over HTTP, and the settings that set them up: what is told of them, and never a secret. */
import { inspect } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readConfig, secretSettings } from '../../server/config.ts';
import { closeDeliveries } from '../../server/app/deliver-site.ts';
import type { World } from '../../server/ports.ts';
import { aLedger, aShelf, unreachable } from '../support/deliveries.ts';
import { aDesk } from '../support/desk.ts';
import { aClock } from '../support/fake-clock.ts';

const secret = `whsec_${Buffer.from('canary-canary-canary-canary').toString('base64')}`;

async function aDeskWith(places: World['deliveries']['places']) {
  const clock = aClock();
  const desk = await aDesk({ clock, deliveries: { places, ledger: aLedger() }, report: () => undefined });
  onTestFinished(async () => {
    await closeDeliveries(desk.world);
    await desk.close();
  });
  return { ...desk, clock };
}

describe('deliveries', () => {
  it('are none where none is set up', async () => {
    const desk = await aDeskWith([]);
    expect((await desk.call('GET /api/deliveries')).reply).toEqual({ deliveries: [] });
    expect((await desk.call('POST /api/deliveries', { body: {} })).reply).toEqual({ deliveries: [] });
  });

  it('say how it stands with each place, and do nothing where nothing waits', async () => {
    const desk = await aDeskWith([aShelf(() => unreachable)]);
    const [idle] = (await desk.call('GET /api/deliveries')).reply.deliveries;
    expect(idle).toEqual({
      id: 'shelf',
      takes: 'editions',
      address: 'https://shelf.example',
      state: 'idle',
      waiting: 0,
    });
    expect((await desk.call('POST /api/deliveries', { body: { id: 'shelf' } })).status).toBe(200);
    await desk.clock.pass(0);
    expect((await desk.call('GET /api/deliveries')).reply.deliveries, 'nothing waits').toEqual([idle]);
  });

  it('refuse a place that is not set up', async () => {
    const desk = await aDeskWith([aShelf()]);
    const refused = await desk.call('POST /api/deliveries', { body: { id: 'nowhere' } });
    expect([refused.status, refused.reply]).toMatchObject([404, { code: 'delivery.unknown' }]);
  });
});

describe('their settings', () => {
  const complete = {
    DELIVER_COMMAND: 'rsync -a ./ example.org:/srv/www/',
    DELIVER_WEBHOOK_URL: 'https://example.org/hook?from=dragoman',
    DELIVER_WEBHOOK_SECRET: secret,
    WORDPRESS_URL: 'https://blog.example.org/',
    WORDPRESS_USER: 'dragoman',
    WORDPRESS_APP_PASSWORD: 'canary abcd',
  };

  it('are read together', () => {
    const read = readConfig({ ...complete, PATH: '/bin', DEEPL_API_KEY: 'canary-deepl' });
    if (!read.ok) throw new Error(read.faults.join(' '));
    const { command, webhook, wordpress } = read.config.deliver;
    expect(webhook).toEqual({ url: 'https://example.org/hook?from=dragoman', secret });
    expect(wordpress).toEqual({ url: 'https://blog.example.org', user: 'dragoman', password: 'canary abcd' });
    expect(command).toMatchObject({ command: complete.DELIVER_COMMAND, environment: { PATH: '/bin' } });
    expect(inspect(command?.environment)).not.toContain('canary');
    expect(command?.secrets.toSorted()).toEqual(
      ['canary abcd', 'canary-deepl', secret, complete.DELIVER_WEBHOOK_URL].toSorted(),
    );
    expect(command?.environment).not.toHaveProperty('DELIVER_COMMAND');
  });

  it('give a command no setting that reads like a secret', () => {
    const names = Object.keys(complete).concat(
      'DEEPL_API_KEY',
      'OPENAI_API_KEY',
      'LIBRETRANSLATE_API_KEY',
      'DATABASE_URL',
    );
    const secrets = names.filter((name) => /KEY|SECRET|PASSWORD|DATABASE/u.test(name));
    expect(secrets.filter((name) => !(secretSettings as readonly string[]).includes(name))).toEqual([]);
  });

  it.each([
    [{ DELIVER_WEBHOOK_SECRET: undefined }, /DELIVER_WEBHOOK_SECRET/u],
    [{ DELIVER_WEBHOOK_SECRET: 'short' }, /whsec_/u],
    [{ DELIVER_WEBHOOK_SECRET: `whsec_${Buffer.from('too-short').toString('base64')}` }, /24 to 64/u],
    [{ DELIVER_WEBHOOK_URL: 'https://me:canary@example.org/' }, /DELIVER_WEBHOOK_URL must not hold/u],
    [{ WORDPRESS_URL: 'http://blog.example.org' }, /WORDPRESS_URL must be an https address/u],
    [{ WORDPRESS_USER: undefined }, /WORDPRESS_USER and WORDPRESS_APP_PASSWORD/u],
  ])('that lack something are told of: %o', (change, sentence) => {
    const read = readConfig({ ...complete, ...change });
    expect(read).toMatchObject({ ok: false });
    expect(inspect(read)).toMatch(sentence);
    expect(inspect(read)).not.toContain('canary');
  });

  it('let WordPress be on this machine without TLS', () => {
    expect(readConfig({ ...complete, WORDPRESS_URL: 'http://127.0.0.1:8080' })).toMatchObject({ ok: true });
  });
});
