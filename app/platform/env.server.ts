import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import * as identities from './identity-settings.server.ts';
import { sealingKeysOf, type SealingKeys } from './sealing.server.ts';

/** Settings of this installation, from environment variables. Read once, at the start. */
export type Env = {
  mode: 'demo' | 'live';
  /** Null: PostgreSQL from the npm package, in the data folder. */
  databaseUrl: string | null;
  /** Null in demo mode: mail is kept in the database and shown on a page. */
  smtpUrl: string | null;
  mailFrom: string;
  port: number;
  host: string;
  /** Where people reach us, without a slash at the end. */
  publicUrl: string;
  sessionSecret: string;
  /** What bank accounts are sealed with; the first one seals. */
  bankKeys: SealingKeys;
  /** Seeds of the keys that sign the transparency log, 32 bytes each; the first one begins a log. */
  transparencyKeys: readonly Uint8Array[];
  dataFolder: string;
  logLevel: z.infer<typeof logLevel>;
  /** Number of proxies in front of us whose X-Forwarded-* headers count. */
  trustProxy: number;
  /** Posts per minute from one address; 0: no limit. */
  postsPerMinute: number;
  /** Questions to the open data per minute from one address; 0: no limit. */
  readsPerMinute: number;
  /** Searches per minute from one address; 0: no limit. */
  searchesPerMinute: number;
  /** Memory for pages that are kept for visitors without a session; 0: none are kept. */
  pageCacheMegabytes: number;
  /** Null: no payments by Stripe; everything else works. */
  stripe: StripeSettings | null;
  /** Pictures of streets under the map, of another site. Null: the map draws its own ground and asks nobody. */
  mapTiles: MapTiles | null;
  /** Null: PostgreSQL alone answers who searches. */
  meilisearch: MeilisearchSettings | null;
  /** Null: people sign in by mail only. */
  identity: identities.IdentitySettings | null;
};

export type MeilisearchSettings = {
  url: string;
  /** Null for a server without keys. */
  key: string | null;
  /** Milliseconds after which PostgreSQL answers instead. */
  timeoutMs: number;
  /** Name of the index; others beside it end in `-next` and `-state`. */
  index: string;
};

/** `url` holds {z}, {x} and {y}; `attribution` is who made the map, as its licence wants it said. */
export type MapTiles = { url: string; attribution: string };

export type StripeSettings = {
  secretKey: string;
  /** One for each place from which Stripe sends: our own account, connected accounts; an old one while it is replaced. */
  webhookSecrets: readonly string[];
  /** Null: Stripe itself. */
  apiUrl: string | null;
  /** Real money; follows from the key. */
  isLive: boolean;
};

/** A setting is missing or wrong; the message names the variable, what is wrong and an example. */
export class WrongSetting extends Error {}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const logLevel = z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` });

const url = (protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    message: `must be an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  });

/** Pages, cookies and the origin check know one address: a host, not a folder on it. */
const siteAddress = url(['http:', 'https:']).refine(
  (text) => !URL.canParse(text) || /^\/*$/.test(new URL(text).pathname),
  {
    message: 'must be an address without a path behind it',
  },
);

const wholeNumber = (from: number, to: number, otherwise: number) =>
  z.coerce
    .number({ error: 'must be a whole number' })
    .int('must be a whole number')
    .min(from, `must be ${String(from)} or more`)
    .max(to, `must be ${String(to)} or less`)
    .default(otherwise);

const sessionSecret = z.string().min(32, 'must have at least 32 characters');

const bankKeys = z.string().transform((text, context) => {
  const keys = sealingKeysOf(text);
  if (keys !== null) return keys;
  context.addIssue('must be keys of 64 hexadecimal digits with a name of their own before each: name:key,name:key');
  return z.NEVER;
});

const stripeKey = /^(sk|rk)_(test|live)_\w+$/;
const stripeWebhookSecrets = /^whsec_\w+(,whsec_\w+)*$/;

const transparencyKeys = z
  .string()
  .regex(/^[0-9a-f]{64}(,[0-9a-f]{64})*$/, 'must be keys of 64 hexadecimal digits, with commas between')
  .transform((text) => text.split(',').map((seed) => new Uint8Array(Buffer.from(seed, 'hex'))));

const variables = z.object({
  NODE_ENV: z.string().optional(),
  WIJKBEURS_MODE: z.enum(['demo', 'live'], { error: 'must be demo or live' }).optional(),
  DATABASE_URL: url(['postgres:', 'postgresql:']).optional(),
  SMTP_URL: url(['smtp:', 'smtps:']).optional(),
  MAIL_FROM: z.string().includes('@', { error: 'must hold an e-mail address' }).optional(),
  PORT: wholeNumber(1, 65_535, 3000),
  HOST: z.string().default('0.0.0.0'),
  PUBLIC_URL: siteAddress.optional(),
  SESSION_SECRET: sessionSecret.optional(),
  BANK_ACCOUNT_KEYS: bankKeys.optional(),
  TRANSPARENCY_KEYS: transparencyKeys.optional(),
  DATA_FOLDER: z.string().default('./data'),
  LOG_LEVEL: logLevel.optional(),
  TRUST_PROXY: wholeNumber(0, 10, 0),
  POSTS_PER_MINUTE: wholeNumber(0, 100_000, 120),
  READS_PER_MINUTE: wholeNumber(0, 100_000, 600),
  SEARCHES_PER_MINUTE: wholeNumber(0, 100_000, 600),
  PAGE_CACHE_MB: wholeNumber(0, 10_000, 64),
  STRIPE_SECRET_KEY: z
    .string()
    .regex(stripeKey, 'must be a secret or restricted key of Stripe: sk_test_…, sk_live_…, rk_test_… or rk_live_…')
    .optional(),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(stripeWebhookSecrets, 'must be a signing secret of Stripe, or several with commas between and no spaces')
    .optional(),
  STRIPE_API_URL: siteAddress.optional(),
  MAP_TILES_URL: url(['http:', 'https:'])
    .refine((text) => ['{z}', '{x}', '{y}'].every((place) => text.includes(place)), 'must hold {z}, {x} and {y}')
    .optional(),
  MAP_TILES_ATTRIBUTION: z.string().max(200, 'must have at most 200 characters').optional(),
  MEILI_URL: url(['http:', 'https:']).optional(),
  MEILI_KEY: z.string().optional(),
  MEILI_TIMEOUT_MS: wholeNumber(10, 60_000, 500),
  MEILI_INDEX: z
    .string()
    .regex(/^[\w-]{1,100}$/, 'must be letters, digits, - and _ only')
    .default('wijkbeurs'),
  ...identities.identityVariables,
});

const examples: Record<string, string> = {
  WIJKBEURS_MODE: 'demo',
  DATABASE_URL: 'postgresql://user:password@localhost:5432/wijkbeurs',
  SMTP_URL: 'smtps://user:password@mail.example.org:465',
  MAIL_FROM: 'Wijkbeurs <wijkbeurs@example.org>',
  PORT: '3000',
  PUBLIC_URL: 'https://wijkbeurs.example.org',
  SESSION_SECRET: 'what `openssl rand -hex 32` prints',
  BANK_ACCOUNT_KEYS: '1:$(openssl rand -hex 32)',
  TRANSPARENCY_KEYS: '$(openssl rand -hex 32)',
  DATA_FOLDER: './data',
  LOG_LEVEL: 'info',
  TRUST_PROXY: '1',
  POSTS_PER_MINUTE: '120',
  READS_PER_MINUTE: '600',
  SEARCHES_PER_MINUTE: '600',
  PAGE_CACHE_MB: '64',
  STRIPE_SECRET_KEY: 'sk_test_51ABC…',
  STRIPE_WEBHOOK_SECRET: 'whsec_abc123…',
  STRIPE_API_URL: 'http://localhost:12111',
  MAP_TILES_URL: 'https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/grijs/EPSG:3857/{z}/{x}/{y}.png',
  MAP_TILES_ATTRIBUTION: 'Kaartgegevens: Kadaster',
  MEILI_URL: 'http://localhost:7700',
  MEILI_KEY: 'a key of Meilisearch for this index',
  MEILI_TIMEOUT_MS: '500',
  MEILI_INDEX: 'wijkbeurs',
  ...identities.identityExamples,
};

const neededLive = ['SESSION_SECRET', 'BANK_ACCOUNT_KEYS', 'TRANSPARENCY_KEYS', 'SMTP_URL', 'PUBLIC_URL'] as const;

/** @throws WrongSetting */
export function readEnv(source: Record<string, string | undefined>): Env {
  // an empty variable is how a compose file or a shell leaves one out
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const read = variables.safeParse(given);
  if (!read.success) throw wrongSetting(read.error);
  const set = read.data;
  const demoByDefault = set.DATABASE_URL === undefined && set.NODE_ENV !== 'production';
  const mode = set.WIJKBEURS_MODE ?? (demoByDefault ? 'demo' : 'live');
  if (mode === 'live') {
    const missing = neededLive.find((name) => set[name] === undefined);
    if (missing !== undefined)
      throw new WrongSetting(complaint(missing, 'is required in live mode (WIJKBEURS_MODE=demo needs none)'));
  }
  const dataFolder = resolve(set.DATA_FOLDER);
  const publicUrl = (set.PUBLIC_URL ?? `http://localhost:${String(set.PORT)}`).replace(/\/+$/, '');
  return {
    mode,
    databaseUrl: set.DATABASE_URL ?? null,
    smtpUrl: set.SMTP_URL ?? null,
    mailFrom: set.MAIL_FROM ?? `Wijkbeurs <wijkbeurs@${new URL(publicUrl).hostname}>`,
    port: set.PORT,
    host: set.HOST,
    publicUrl,
    sessionSecret: set.SESSION_SECRET ?? keptInDemo(dataFolder, 'session-secret', sessionSecret, randomHex),
    bankKeys: set.BANK_ACCOUNT_KEYS ?? keptInDemo(dataFolder, 'bank-account-keys', bankKeys, () => `1:${randomHex()}`),
    transparencyKeys: set.TRANSPARENCY_KEYS ?? keptInDemo(dataFolder, 'transparency-keys', transparencyKeys, randomHex),
    dataFolder,
    logLevel: set.LOG_LEVEL ?? (mode === 'live' ? 'info' : 'warn'),
    trustProxy: set.TRUST_PROXY,
    postsPerMinute: set.POSTS_PER_MINUTE,
    readsPerMinute: set.READS_PER_MINUTE,
    searchesPerMinute: set.SEARCHES_PER_MINUTE,
    pageCacheMegabytes: set.PAGE_CACHE_MB,
    stripe: stripeSettings(set, mode),
    mapTiles: mapTiles(set),
    meilisearch: meilisearchSettings(set),
    identity: identities.identitySettings(
      set,
      mode === 'live' ? null : () => keptInDemo(dataFolder, 'identity-key', identities.subjectKey, randomHex),
      (name, problem) => new WrongSetting(complaint(name, problem)),
    ),
  };
}

function meilisearchSettings(set: z.infer<typeof variables>): MeilisearchSettings | null {
  const { MEILI_URL: address, MEILI_KEY: key = null, MEILI_TIMEOUT_MS: timeoutMs, MEILI_INDEX: index } = set;
  if (address !== undefined) return { url: address, key, timeoutMs, index };
  if (key !== null) throw new WrongSetting(complaint('MEILI_URL', 'is missing, while MEILI_KEY is there'));
  return null;
}

function stripeSettings(set: z.infer<typeof variables>, mode: Env['mode']): StripeSettings | null {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret, STRIPE_API_URL: apiUrl } = set;
  if (secretKey === undefined) {
    if (webhookSecret === undefined && apiUrl === undefined) return null;
    throw new WrongSetting(complaint('STRIPE_SECRET_KEY', 'is missing, while another setting of Stripe is there'));
  }
  // without it nobody could tell whether a message about money comes from Stripe
  if (webhookSecret === undefined)
    throw new WrongSetting(complaint('STRIPE_WEBHOOK_SECRET', 'is required beside STRIPE_SECRET_KEY'));
  const isLive = secretKey.includes('_live_');
  if (isLive && mode === 'demo')
    throw new WrongSetting(
      complaint('STRIPE_SECRET_KEY', 'must be a test key in demo mode, where people are invented'),
    );
  if (isLive && apiUrl !== undefined)
    throw new WrongSetting(complaint('STRIPE_API_URL', 'is for a fake Stripe and takes only a test key'));
  return { secretKey, webhookSecrets: webhookSecret.split(','), apiUrl: apiUrl ?? null, isLive };
}

function mapTiles(set: z.infer<typeof variables>): MapTiles | null {
  const { MAP_TILES_URL: tiles, MAP_TILES_ATTRIBUTION: attribution } = set;
  if (tiles === undefined) return null;
  if (attribution === undefined)
    throw new WrongSetting(
      complaint('MAP_TILES_ATTRIBUTION', 'is required beside MAP_TILES_URL: who made a map wants to be named'),
    );
  return { url: tiles, attribution };
}

function wrongSetting(error: z.ZodError): WrongSetting {
  const issue = error.issues[0];
  return new WrongSetting(complaint(String(issue?.path[0] ?? 'A variable'), issue?.message ?? 'is wrong'));
}

/** The value itself stays out: it may be a secret. */
function complaint(name: string, problem: string): string {
  const example = examples[name];
  return `${name} ${problem}.${example === undefined ? '' : `\nExample: ${name}=${example}`}`;
}

const randomHex = () => randomBytes(32).toString('hex');

/** Made once, so that people stay signed in over a restart of the demo, bank accounts can be read and the log has one key. */
function keptInDemo<Secret>(folder: string, name: string, shape: z.ZodType<Secret>, make: () => string): Secret {
  const file = join(folder, name);
  try {
    const kept = shape.safeParse(readFileSync(file, 'utf8').trim());
    if (kept.success) return kept.data;
  } catch {
    // not there yet
  }
  const made = make();
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, made, { mode: 0o600 });
  } catch (error) {
    throw new WrongSetting(complaint('DATA_FOLDER', `must be a folder to write in (${String(error)})`));
  }
  return shape.parse(made);
}
