/**
 * The environment, read once into one frozen value. All faults are reported together, each naming its variable, so
 * that an operator mends them in one go. What each setting means for a person stands in `.env.example`.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly editionsPort: number;
  /** Where people reach the desk from outside, without a trailing slash. */
  readonly publicUrl?: string;
  /** Where readers find the editions; absolute addresses are left out of pages while it is unset. */
  readonly editionsUrl?: string;
  /** Where people reach the editions' server of this process, where readers are served by another. */
  readonly previewsUrl?: string;
  readonly siteName: string;
  readonly dataFolder: string;
  readonly editionsFolder: string;
  /** Where the operator keeps themes beside those that ship. */
  readonly themesFolder?: string;
  readonly logLevel: LogLevel;
  /** An installed Chrome or Chromium in place of the packaged one; one that is not there prints nothing. */
  readonly chromiumPath?: string;
  /** How long a segment taken from the queue stays somebody's who does nothing. */
  readonly claimMinutes: number;
  /** The provider used where none is named; the first one configured if unset. */
  readonly provider?: string;
  readonly deepl?: { readonly key: string; readonly serverUrl?: string; readonly english: English };
  readonly openai?: { readonly baseUrl: string; readonly key?: string; readonly model: string };
  readonly libretranslate?: { readonly url: string; readonly key?: string };
  /** Where the published site is brought to. */
  readonly deliver: {
    readonly command?: CommandSettings;
    readonly webhook?: { readonly url: string; readonly secret: string };
    readonly wordpress?: { readonly url: string; readonly user: string; readonly password: string };
  };
}

/** The operator's own command, with what it may find in its environment and what must not be repeated of it. */
interface CommandSettings {
  readonly command: string;
  readonly environment: Environment;
  readonly secrets: readonly string[];
}

export type Environment = Readonly<Record<string, string | undefined>>;

export const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];
export const englishes = ['en-GB', 'en-US'] as const;
export type English = (typeof englishes)[number];
/** Settings that nobody is shown, and no command of the operator's is given. */
export const secretSettings = [
  'DEEPL_API_KEY',
  'OPENAI_API_KEY',
  'LIBRETRANSLATE_API_KEY',
  // Such addresses often hold a password behind their question mark.
  'DELIVER_WEBHOOK_URL',
  'DELIVER_WEBHOOK_SECRET',
  'WORDPRESS_APP_PASSWORD',
  'DATABASE_URL',
  'DRAGOMAN_TOKEN',
] as const;
const providerIds = ['deepl', 'openai', 'libretranslate', 'demo'] as const;

/** Addresses that only this machine can reach. */
const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

/** The environment with what `.env` adds to it; what is set already wins. */
export function environment(): Environment {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}

/** The configuration, or every fault in the environment as a sentence. */
export function readConfig(
  environment: Environment,
): { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly faults: readonly string[] } {
  const faults: string[] = [];
  const read = reader(environment, faults);
  const host = read.text('HOST') ?? '127.0.0.1';
  const publicUrl = read.url('PUBLIC_URL');
  const editionsUrl = read.url('EDITIONS_URL');
  const previewsUrl = read.url('PREVIEWS_URL');
  const chromiumPath = read.text('CHROMIUM_PATH');
  const themesFolder = read.text('DRAGOMAN_THEMES');
  const provider = read.oneOf('PROVIDER', providerIds);
  const deepl = deeplOf(read);
  const openai = openaiOf(read);
  const libretranslate = libretranslateOf(read);
  const command = read.text('DELIVER_COMMAND');
  const webhook = webhookOf(read);
  const wordpress = wordpressOf(read);
  const configured = { deepl, openai, libretranslate, demo: true };
  if (provider !== undefined && !configured[provider]) faults.push(`PROVIDER is ${provider}, which is not configured.`);
  if (publicUrl && new URL(publicUrl).pathname !== '/') faults.push('PUBLIC_URL must have no path.');
  if (!loopback.has(host) && !publicUrl?.startsWith('https://')) {
    faults.push('HOST is reachable from other machines: PUBLIC_URL must then be an https address (a proxy with TLS).');
  }
  const port = read.port('PORT', 3000);
  const editionsPort = read.port('EDITIONS_PORT', 3001);
  if (port === editionsPort) faults.push('PORT and EDITIONS_PORT must differ: editions have an origin of their own.');
  const config: Config = Object.freeze({
    host,
    port,
    editionsPort,
    siteName: read.text('SITE_NAME') ?? 'Dragoman',
    dataFolder: path.resolve(read.text('DRAGOMAN_DATA') ?? 'translations/data'),
    editionsFolder: path.resolve(read.text('DRAGOMAN_EDITIONS') ?? 'translations/editions'),
    logLevel: read.oneOf('LOG_LEVEL', logLevels) ?? 'warn',
    claimMinutes: read.minutes('DRAGOMAN_CLAIM_MINUTES', 10),
    ...(publicUrl && { publicUrl }),
    ...(editionsUrl && { editionsUrl }),
    ...(previewsUrl && { previewsUrl }),
    ...(chromiumPath && { chromiumPath }),
    ...(themesFolder && { themesFolder: path.resolve(themesFolder) }),
    ...(provider && { provider }),
    ...(deepl && { deepl }),
    ...(openai && { openai }),
    ...(libretranslate && { libretranslate }),
    deliver: {
      ...(command !== undefined && { command: commandOf(command, environment) }),
      ...(webhook && { webhook }),
      ...(wordpress && { wordpress }),
    },
  });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, config };
}

type Reader = ReturnType<typeof reader>;

function deeplOf(read: Reader): Config['deepl'] {
  const key = read.text('DEEPL_API_KEY');
  const serverUrl = read.url('DEEPL_SERVER_URL');
  const english = read.oneOf('DEEPL_ENGLISH', englishes) ?? 'en-GB';
  return key ? { key, english, ...(serverUrl && { serverUrl }) } : undefined;
}

function openaiOf(read: Reader): Config['openai'] {
  const baseUrl = read.url('OPENAI_BASE_URL');
  const key = read.text('OPENAI_API_KEY');
  const model = read.text('OPENAI_MODEL');
  if (!baseUrl && !key) return undefined;
  if (!model) read.fault('OPENAI_MODEL is needed beside OPENAI_BASE_URL or OPENAI_API_KEY.');
  return { baseUrl: baseUrl ?? 'https://api.openai.com/v1', model: model ?? '', ...(key && { key }) };
}

function libretranslateOf(read: Reader): Config['libretranslate'] {
  const url = read.url('LIBRETRANSLATE_URL');
  const key = read.text('LIBRETRANSLATE_API_KEY');
  return url ? { url, ...(key && { key }) } : undefined;
}

/** Everything that the operator set but our own secrets, and the line itself, which may hold one of theirs. */
function commandOf(command: string, environment: Environment): CommandSettings {
  const names: readonly string[] = secretSettings;
  const others = Object.entries(environment).filter(([name]) => name !== 'DELIVER_COMMAND' && !names.includes(name));
  const secrets = names.flatMap((name) => environment[name]?.trim() || []);
  return { command, environment: Object.fromEntries(others), secrets };
}

/** What Standard Webhooks call a secret: between 24 and 64 bytes. */
const webhookSecret = /^whsec_(?:[A-Za-z0-9+/]{4}){8,21}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

function webhookOf(read: Reader): Config['deliver']['webhook'] {
  const url = read.address('DELIVER_WEBHOOK_URL');
  const secret = read.text('DELIVER_WEBHOOK_SECRET');
  if (url === undefined) return undefined;
  if (secret && webhookSecret.test(secret)) return { url, secret };
  read.fault('DELIVER_WEBHOOK_SECRET is needed beside DELIVER_WEBHOOK_URL: whsec_ and 24 to 64 bytes in base64.');
  return undefined;
}

function wordpressOf(read: Reader): Config['deliver']['wordpress'] {
  const url = read.url('WORDPRESS_URL');
  const user = read.text('WORDPRESS_USER');
  const password = read.text('WORDPRESS_APP_PASSWORD');
  if (url === undefined) return undefined;
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:' && !loopback.has(hostname)) {
    read.fault('WORDPRESS_URL must be an https address: a password goes there.');
  }
  if (user && password) return { url, user, password };
  read.fault('WORDPRESS_USER and WORDPRESS_APP_PASSWORD are needed beside WORDPRESS_URL.');
  return undefined;
}

function reader(environment: Environment, faults: string[]) {
  const text = (name: string): string | undefined => environment[name]?.trim() || undefined;
  return {
    text,
    fault: (sentence: string): void => void faults.push(sentence),

    port(name: string, fallback: number): number {
      const value = text(name);
      if (value === undefined) return fallback;
      const port = Number(value);
      if (/^\d+$/.test(value) && port >= 1 && port <= 65_535) return port;
      faults.push(`${name} must be a port number from 1 to 65535, not “${value}”.`);
      return fallback;
    },

    /** Up to a day; a fraction is good for tests. */
    minutes(name: string, fallback: number): number {
      const value = text(name) ?? String(fallback);
      const minutes = Number(value);
      if (/^\d+(\.\d+)?$/.test(value) && minutes > 0 && minutes <= 1440) return minutes;
      faults.push(`${name} must be a number of minutes, more than 0 and at most 1440, not “${value}”.`);
      return fallback;
    },

    /** The address of a place under which others lie. */
    url(name: string): string | undefined {
      return this.address(name)?.replace(/\/+$/, '');
    },

    address(name: string): string | undefined {
      const value = text(name);
      if (value === undefined) return undefined;
      const url = URL.parse(value);
      if (url === null || !['http:', 'https:'].includes(url.protocol)) {
        faults.push(`${name} must be an http or https address.`);
      } else if (url.username || url.password) {
        faults.push(`${name} must not hold a user name or a password: addresses are shown.`);
      } else return value;
      return undefined;
    },

    oneOf<T extends string>(name: string, values: readonly T[]): T | undefined {
      const value = text(name);
      const known = values.find((candidate) => candidate === value);
      if (value !== undefined && known === undefined) faults.push(`${name} must be one of ${values.join(', ')}.`);
      return known;
    },
  };
}
