import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { readEnv } from './env.server.ts';

const folder = mkdtempSync(join(tmpdir(), 'wijkbeurs-env-'));
afterAll(() => rmSync(folder, { recursive: true }));

const demo = { DATA_FOLDER: folder };
const live = {
  WIJKBEURS_MODE: 'live',
  SESSION_SECRET: 'a'.repeat(32),
  BANK_ACCOUNT_KEYS: `2:${'ab'.repeat(32)},1:${'cd'.repeat(32)}`,
  TRANSPARENCY_KEYS: `${'ef'.repeat(32)},${'01'.repeat(32)}`,
  SMTP_URL: 'smtps://mail.example.org',
  PUBLIC_URL: 'https://wijkbeurs.example.org/',
};

const stripeTest = { STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_WEBHOOK_SECRET: 'whsec_1' };

describe('Meilisearch', () => {
  test('is off when nothing of it is set, and has half a second to answer', () => {
    expect(readEnv(demo).meilisearch).toBeNull();
    expect(readEnv({ ...demo, MEILI_URL: 'http://localhost:7700', MEILI_KEY: 'key' }).meilisearch).toEqual({
      ...{ url: 'http://localhost:7700', key: 'key', timeoutMs: 500, index: 'wijkbeurs' },
    });
  });
});

const provider = {
  OIDC_ISSUER: 'https://inlog.example.org',
  OIDC_CLIENT_ID: 'wijkbeurs',
  OIDC_CLIENT_SECRET: 'from the provider',
  OIDC_NAME: 'ProefID',
};

describe('the identity provider', () => {
  test('is off when nothing of it is set', () => {
    expect(readEnv(demo).identity).toBeNull();
  });

  test('is asked for no more than who it is, unless an age is wanted', () => {
    const { identity } = readEnv({ ...live, ...provider, OIDC_SUBJECT_KEY: '0a'.repeat(32) });
    expect(identity).toMatchObject({ issuer: 'https://inlog.example.org', scopes: 'openid', ageClaim: null });
    expect(identity?.subjectKey.length).toBe(32);
  });

  test('knows people again in the demo, by a key that is made once', () => {
    const { identity } = readEnv({ ...demo, ...provider, OIDC_ISSUER: 'http://localhost:8885' });
    const again = readEnv({ ...demo, ...provider, OIDC_ISSUER: 'http://localhost:8885' });
    expect(identity?.subjectKey.length).toBe(32);
    expect(again.identity?.subjectKey).toEqual(identity?.subjectKey);
  });
});

describe('Stripe', () => {
  test('is off when nothing of it is set', () => {
    expect(readEnv(demo).stripe).toBeNull();
  });

  test('is live with a live key only', () => {
    const { stripe } = readEnv({ ...live, ...stripeTest, STRIPE_SECRET_KEY: 'sk_live_1' });
    expect(stripe).toEqual({ secretKey: 'sk_live_1', webhookSecrets: ['whsec_1'], apiUrl: null, isLive: true });
  });

  test('takes several signing secrets, and the address of a fake', () => {
    const more = { STRIPE_WEBHOOK_SECRET: 'whsec_1,whsec_2', STRIPE_API_URL: 'http://localhost:12111' };
    const { stripe } = readEnv({ ...demo, ...stripeTest, ...more });
    expect(stripe).toMatchObject({
      webhookSecrets: ['whsec_1', 'whsec_2'],
      apiUrl: 'http://localhost:12111',
      isLive: false,
    });
  });
});

describe('with nothing set', () => {
  test('it is a demo with its own database', () => {
    const env = readEnv(demo);
    expect(env).toMatchObject({
      mode: 'demo',
      databaseUrl: null,
      smtpUrl: null,
      port: 3000,
      publicUrl: 'http://localhost:3000',
    });
  });

  test('the secret is made once and kept', () => {
    const { sessionSecret } = readEnv(demo);
    expect(sessionSecret.length).toBeGreaterThanOrEqual(32);
    expect(readEnv(demo).sessionSecret).toBe(sessionSecret);
  });

  test('so is the key of the log', () => {
    const { transparencyKeys } = readEnv(demo);
    expect(transparencyKeys.map(({ length }) => length)).toEqual([32]);
    expect(readEnv(demo).transparencyKeys).toEqual(transparencyKeys);
  });

  test('so is the key of bank accounts', () => {
    const { bankKeys } = readEnv(demo);
    expect(bankKeys.map(({ id, key }) => [id, key.length])).toEqual([['1', 32]]);
    expect(readEnv(demo).bankKeys).toEqual(bankKeys);
  });
});

describe('the mode', () => {
  test.each([
    [{ DATABASE_URL: 'postgres://u:p@db/wijkbeurs' }, 'live'],
    [{ NODE_ENV: 'production' }, 'live'],
    [{ NODE_ENV: 'production', WIJKBEURS_MODE: 'demo' }, 'demo'],
    [{ NODE_ENV: 'development' }, 'demo'],
    [{ WIJKBEURS_MODE: '' }, 'demo'],
  ])('%o → %s', (set, mode) => {
    expect(readEnv({ ...live, WIJKBEURS_MODE: undefined, ...demo, ...set }).mode).toBe(mode);
  });
});

test('a live installation is reached at its address without a slash at the end', () => {
  expect(readEnv(live).publicUrl).toBe('https://wijkbeurs.example.org');
});

test('keys of the log are 32 bytes each, in their order', () => {
  expect(readEnv(live).transparencyKeys.map((seed) => [seed.length, seed[0]])).toEqual([
    [32, 0xef],
    [32, 0x01],
  ]);
});

test('the first key of bank accounts seals', () => {
  expect(readEnv(live).bankKeys.map(({ id }) => id)).toEqual(['2', '1']);
});

describe('a wrong setting is told in a sentence that names it and shows how', () => {
  test.each([
    [{ ...demo, PORT: 'drieduizend' }, 'PORT must be a whole number.\nExample: PORT=3000'],
    [{ ...demo, PORT: '70000' }, 'PORT must be 65535 or less.\nExample: PORT=3000'],
    [{ ...demo, WIJKBEURS_MODE: 'test' }, 'WIJKBEURS_MODE must be demo or live.\nExample: WIJKBEURS_MODE=demo'],
    [
      { ...demo, DATABASE_URL: 'mysql://db' },
      /^DATABASE_URL must be an address that begins with postgres:\/\/ or postgresql:\/\/\.\nExample: /,
    ],
    [{ ...live, PUBLIC_URL: 'wijkbeurs.nl' }, /^PUBLIC_URL must be an address/],
    [{ ...live, PUBLIC_URL: 'https://example.org/wijkbeurs' }, /^PUBLIC_URL must be an address without a path/],
    [{ ...demo, LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be one of fatal, error, warn/],
    [{ DATA_FOLDER: fileURLToPath(import.meta.url) }, /^DATA_FOLDER must be a folder to write in/],
    [{ ...live, SESSION_SECRET: 'short' }, /^SESSION_SECRET must have at least 32 characters\./],
    [{ ...live, SESSION_SECRET: undefined }, /^SESSION_SECRET is required in live mode/],
    [{ ...live, BANK_ACCOUNT_KEYS: 'ab'.repeat(32) }, /^BANK_ACCOUNT_KEYS must be keys of 64 hexadecimal digits/],
    [{ ...live, BANK_ACCOUNT_KEYS: undefined }, /^BANK_ACCOUNT_KEYS is required in live mode/],
    [{ ...live, TRANSPARENCY_KEYS: '1:abc' }, /^TRANSPARENCY_KEYS must be keys of 64 hexadecimal digits/],
    [{ ...live, TRANSPARENCY_KEYS: undefined }, /^TRANSPARENCY_KEYS is required in live mode/],
    [{ ...live, SMTP_URL: '' }, /^SMTP_URL is required in live mode/],
    [{ ...live, PUBLIC_URL: undefined }, /^PUBLIC_URL is required in live mode/],
    [{ ...demo, STRIPE_SECRET_KEY: 'pk_test_1' }, /^STRIPE_SECRET_KEY must be a secret or restricted key/],
    [{ ...demo, STRIPE_SECRET_KEY: 'sk_test_1' }, /^STRIPE_WEBHOOK_SECRET is required beside STRIPE_SECRET_KEY/],
    [{ ...demo, STRIPE_WEBHOOK_SECRET: 'whsec_1' }, /^STRIPE_SECRET_KEY is missing/],
    [{ ...demo, STRIPE_API_URL: 'http://localhost:1' }, /^STRIPE_SECRET_KEY is missing/],
    [{ ...demo, ...provider, OIDC_ISSUER: 'http://inlog.example.org' }, /^OIDC_ISSUER must be an address that begins/],
    [{ ...demo, ...provider, OIDC_ISSUER: undefined }, /^OIDC_ISSUER is missing/],
    [{ ...demo, ...provider, OIDC_CLIENT_SECRET: undefined }, /^OIDC_CLIENT_SECRET is required beside OIDC_ISSUER/],
    [{ ...demo, ...provider, OIDC_NAME: '' }, /^OIDC_NAME is required beside OIDC_ISSUER\.\nExample: OIDC_NAME=DigiD/],
    [{ ...demo, ...provider, OIDC_SCOPES: 'email' }, /^OIDC_SCOPES must hold openid/],
    [{ ...demo, ...provider, OIDC_AGE_CLAIM: 'age' }, /^OIDC_AGE_CLAIM must be birthdate or age_over/],
    [{ ...live, ...provider }, /^OIDC_SUBJECT_KEY is required beside OIDC_ISSUER/],
    [{ ...live, ...provider, OIDC_SUBJECT_KEY: 'abc' }, /^OIDC_SUBJECT_KEY must be 64 hexadecimal digits/],
    [{ ...demo, MEILI_KEY: 'key' }, /^MEILI_URL is missing/],
    [{ ...demo, MEILI_URL: 'localhost' }, /^MEILI_URL must be an address/],
    [{ ...demo, MEILI_URL: 'http://localhost:7700', MEILI_INDEX: 'a b' }, /^MEILI_INDEX must be letters/],
    [{ ...demo, ...stripeTest, STRIPE_WEBHOOK_SECRET: 'a, b' }, /^STRIPE_WEBHOOK_SECRET must be a signing secret/],
    [{ ...demo, ...stripeTest, STRIPE_SECRET_KEY: 'sk_live_1' }, /^STRIPE_SECRET_KEY must be a test key in demo mode/],
    [
      { ...live, ...stripeTest, STRIPE_SECRET_KEY: 'rk_live_1', STRIPE_API_URL: 'http://localhost:1' },
      /^STRIPE_API_URL is for a fake Stripe/,
    ],
    [
      { ...demo, MAP_TILES_URL: 'https://tiles.example.org/{z}/{x}' },
      /^MAP_TILES_URL must hold {z}, {x} and {y}\.\nExample: /,
    ],
    [{ ...demo, MAP_TILES_URL: 'tiles/{z}/{x}/{y}.png' }, /^MAP_TILES_URL must be an address/],
    [{ ...demo, MAP_TILES_URL: 'https://t.example.org/{z}/{x}/{y}.png' }, /^MAP_TILES_ATTRIBUTION is required/],
  ])('%o', (set, message) => {
    expect(() => readEnv(set)).toThrow(message);
  });

  test('without showing what was set: it may be a secret', () => {
    expect(() => readEnv({ ...live, SESSION_SECRET: 'hush-hush' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hush-hush') as string }),
    );
    expect(() => readEnv({ ...live, BANK_ACCOUNT_KEYS: '1:hush-hush' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hush-hush') as string }),
    );
  });
});
