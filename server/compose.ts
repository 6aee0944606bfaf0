/**
 * The only file that knows every adapter. It picks store, providers, queue and sink by the configuration and gives the
 * two applications that stand on them, listening nowhere yet. The process and the command line both begin here.
 */
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { createJobEvents } from './adapters/job-events.ts';
import { commandDelivery } from './adapters/delivery-command.ts';
import { openDeliveryLedger } from './adapters/delivery-ledger.ts';
import { webhookDelivery } from './adapters/delivery-webhook.ts';
import { wordpressDelivery } from './adapters/delivery-wordpress.ts';
import { createLeases } from './adapters/leases-memory.ts';
import { createChromiumPress } from './adapters/press-chromium.ts';
import { createPreviews } from './adapters/previews-memory.ts';
import { deeplProvider } from './adapters/provider-deepl.ts';
import { demoProvider } from './adapters/provider-demo.ts';
import { libretranslateProvider } from './adapters/provider-libretranslate.ts';
import { openaiProvider } from './adapters/provider-openai.ts';
import { createLocalQueue } from './adapters/queue-local.ts';
import { randomIds } from './adapters/random-ids.ts';
import { createThreadReader } from './adapters/reader-thread.ts';
import { openSessions } from './adapters/sessions.ts';
import { sha256Short } from './adapters/hash.ts';
import { createFileSink } from './adapters/sink-files.ts';
import { lockedSink } from './adapters/sink-locked.ts';
import { openEmbeddedStore, type EmbeddedStore } from './adapters/store-lowdb/open-store.ts';
import { systemClock } from './adapters/system-clock.ts';
import { closeDeliveries } from './app/deliver-site.ts';
import { followSurroundings } from './app/follow-surroundings.ts';
import { keepPlans, type PlanKeeper } from './app/keep-plans.ts';
import { endedPreview } from './app/preview-edition.ts';
import { rememberApproved } from './app/search-memory.ts';
import { followWaiting } from './app/waiting-targets.ts';
import type { Config } from './config.ts';
import { refuse, Refused, type Refusal } from './domain/errors.ts';
import { buildApp } from './http/app.ts';
import { buildEditionsServer } from './http/editions-server.ts';
import { operator } from './http/guard.ts';
import type { Delivery, TranslationProvider, World } from './ports.ts';
import { openThemes } from './render/themes.ts';
import { version } from './version.ts';

/** A window that says nothing for so long has gone without a word: a crash, a lost connection. */
const presenceMs = 30_000;

type Desk = Awaited<ReturnType<typeof buildApp>>;

export interface Services {
  readonly world: World;
  readonly store: EmbeddedStore;
  readonly desk: Desk;
  readonly editions: Awaited<ReturnType<typeof buildEditionsServer>>;
  readonly plans: PlanKeeper;
  /** Where the desk is reached on this machine. */
  readonly origin: string;
  readonly editionsOrigin: string;
  /** Makes the address of a one-time link. */
  readonly linkUrl: (token: string) => string;
  /** Lets this machine's command line in. Lives as long as this process. */
  readonly localToken: string;
  /** Stops the work, writes what is open and lets the data folder go. */
  readonly close: () => Promise<void>;
}

/** Opens the data folder and builds everything on it. Refusals: store.locked, store.damaged, store.unusable. */
export async function compose(config: Config): Promise<{ readonly ok: true; readonly services: Services } | Refusal> {
  try {
    return { ok: true, services: await build(config) };
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    if (error instanceof Error && 'syscall' in error && 'code' in error) {
      return refuse('store.unusable', { folder: config.dataFolder, reason: String(error.code) });
    }
    throw error;
  }
}

async function build(config: Config): Promise<Services> {
  const store = await openEmbeddedStore({
    folder: config.dataFolder,
    hash: sha256Short,
    warn: (error, what) => desk.log.warn({ err: error }, what),
  });
  const origin = `http://${hostInUrl(config.host)}:${config.port}`;
  const editionsOrigin = `http://${hostInUrl(config.host)}:${config.editionsPort}`;
  const origins = [origin, `http://localhost:${config.port}`, ...(config.publicUrl ? [config.publicUrl] : [])].map(
    (address) => new URL(address).origin,
  );
  const providers = providersOf(config);
  const sink = lockedSink(config.editionsFolder, createFileSink(config.editionsFolder));
  const world: World = {
    store,
    reader: createThreadReader(new URL('import-thread.ts', import.meta.url)),
    providers,
    defaultProvider: config.provider ?? [...providers.keys()][0] ?? 'demo',
    memory: rememberApproved(store, sha256Short),
    queue: createLocalQueue((jobId, error) => desk.log.error({ jobId, err: error }, 'the job met a fault')),
    events: createJobEvents(),
    waiting: followWaiting(store, sha256Short, report),
    claims: createLeases({ clock: systemClock, ttlMs: config.claimMinutes * 60_000 }),
    presence: createLeases({ clock: systemClock, ttlMs: presenceMs, shared: true }),
    sink,
    site: {
      name: config.siteName,
      address: `${config.editionsUrl ?? editionsOrigin}/`,
      previews: `${config.previewsUrl ?? config.editionsUrl ?? editionsOrigin}/`,
      ...(config.editionsUrl && { editionsUrl: `${config.editionsUrl}/` }),
    },
    press: createChromiumPress({
      folder: path.join(config.dataFolder, 'cache'),
      ...(config.chromiumPath !== undefined && { installed: config.chromiumPath }),
    }),
    themes: openThemes(config.themesFolder, report),
    deliveries: { places: placesOf(config), ledger: await openDeliveryLedger(config.dataFolder) },
    previews: createPreviews(systemClock),
    sessions: await openSessions({
      clock: systemClock,
      memberId: operator,
      folder: config.dataFolder,
      warn: (error) => report(error, 'the sessions could not be written: after a restart some sign in again'),
    }),
    // Until accounts exist there is one.
    members: async () => [{ memberId: operator, name: operator }],
    clock: systemClock,
    newId: randomIds,
    hash: sha256Short,
    report,
  };
  const plans = keepPlans(world);
  const surroundings = followSurroundings(world);
  const localToken = randomBytes(32).toString('base64url');
  const linkUrl = (token: string) => `${config.publicUrl ?? origin}/sign-in#token=${token}`;
  const desk = await buildApp(world, {
    origins,
    localToken,
    linkUrl,
    version,
    logLevel: config.logLevel,
    clientFolder: path.resolve(import.meta.dirname, '../dist'),
    previewsOrigin: new URL(world.site.previews).origin,
  });
  const { editionsFolder: folder, logLevel } = config;
  const editions = await buildEditionsServer({
    folder,
    previews: world.previews,
    endedPreview: (token) => endedPreview(world, token),
    deskOrigin: origins.join(' '),
    logLevel,
  });
  return { world, store, desk, editions, plans, origin, editionsOrigin, linkUrl, localToken, close };

  function report(error: unknown, what: string): void {
    desk.log.error({ err: error }, what);
  }

  async function close(): Promise<void> {
    await Promise.all([desk.close(), editions.close()]);
    await Promise.all([plans.close(), surroundings.close()]);
    for (const leases of [world.claims, world.presence]) leases.close();
    await Promise.all([world.queue.close(), closeDeliveries(world), world.press.close()]);
    await sink.close();
    await store.close();
  }
}

/** The configured ones first, in the order in which they are preferred; the demo is always there. */
function providersOf({ deepl, openai, libretranslate }: Config): ReadonlyMap<string, TranslationProvider> {
  const providers = [
    deepl && deeplProvider(deepl),
    openai && openaiProvider(openai),
    libretranslate && libretranslateProvider(libretranslate),
    demoProvider(),
  ].filter((provider) => provider !== undefined);
  return new Map(providers.map((provider) => [provider.id, provider]));
}

/** Where the published site is brought to. */
function placesOf({ deliver: { command, webhook, wordpress }, editionsFolder: folder }: Config): Delivery[] {
  return [
    command && commandDelivery({ ...command, folder }),
    webhook && webhookDelivery(webhook),
    wordpress && wordpressDelivery(wordpress),
  ].filter((place) => place !== undefined);
}

function hostInUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
