import { afterEach, expect, test } from 'vitest';
import { openIdentity, type IdentityTicket } from '#app/platform/identity.server.ts';
import type { IdentitySettings } from '#app/platform/identity-settings.server.ts';
import { openLog } from '#app/platform/log.server.ts';
import {
  IdentityProvider,
  ProviderVisit,
  providerClient,
  type ProviderOptions,
} from '#tests/support/identity-provider.ts';

const publicUrl = 'https://wijkbeurs.example';
const running: IdentityProvider[] = [];
afterEach(async () => {
  for (const provider of running.splice(0)) await provider.stop();
});

async function provided(settings: ProviderOptions['settings'] = {}, signedInAgo = 0) {
  const redirectUris = [`${publicUrl}/inloggen/terug`];
  const people = { fatima: { birthdate: '1990-05-01', age_over_12: true }, joris: { age_over_16: false } };
  const provider = await IdentityProvider.start({ redirectUris, people, settings, signedInAgo });
  running.push(provider);
  return provider;
}

const settingsOf = (issuer: string, more: Partial<IdentitySettings> = {}): IdentitySettings => ({
  ...{ issuer, clientId: providerClient.id, clientSecret: providerClient.secret, name: 'ProefID', scopes: 'openid' },
  ...{ ageClaim: 'birthdate', subjectKey: Buffer.alloc(32, 7) },
  ...more,
});

function gateTo(provider: IdentityProvider, more: Partial<IdentitySettings> = {}) {
  const lines: string[] = [];
  const log = openLog({ logLevel: 'info' }, { write: (line) => lines.push(line) });
  const gate = openIdentity({ publicUrl, identity: settingsOf(provider.issuer, more) }, log);
  if (gate === null) throw new Error('there are settings');
  return { gate, lines };
}

type Gate = ReturnType<typeof gateTo>['gate'];

async function away(gate: Gate, name = 'fatima', minimumAge: number | null = null) {
  const begun = await gate.begin(minimumAge);
  if (!begun.ok) throw new Error(begun.reason);
  const back = await new ProviderVisit().signIn(begun.value.url.href, name);
  return { back, ticket: begun.value.ticket };
}

test('somebody is the same each time, and nothing says who that is there', async () => {
  const { gate } = gateTo(await provided());
  const [one, again] = [await away(gate), await away(gate)];
  const first = await gate.finish(one.back.search, one.ticket);
  expect(first).toMatchObject({ ok: true, value: { age: { over: {} } } });
  expect(await gate.finish(again.back.search, again.ticket)).toEqual(first);
  const other = await away(gate, 'joris');
  const second = await gate.finish(other.back.search, other.ticket);
  expect(second.ok && first.ok && second.value.subjectHash !== first.value.subjectHash).toBe(true);
  expect(JSON.stringify(first)).not.toMatch(/fatima|pairwise|1990/);
});

test('an age comes along only when it was asked for, and nothing else does', async () => {
  const { gate } = gateTo(await provided());
  const { back, ticket } = await away(gate, 'fatima', 12);
  const proven = await gate.finish(back.search, ticket);
  expect(proven).toMatchObject({ ok: true, value: { age: { birthdate: '1990-05-01', over: {} } } });
  expect(JSON.stringify(proven)).not.toContain('example.org');
});

test('or as whether somebody is so old', async () => {
  const { gate } = gateTo(await provided(), { ageClaim: 'age_over' });
  const young = await away(gate, 'joris', 16);
  expect(await gate.finish(young.back.search, young.ticket)).toMatchObject({
    value: { age: { over: { '16': false } } },
  });
  const old = await away(gate, 'fatima', 12);
  expect(await gate.finish(old.back.search, old.ticket)).toMatchObject({ value: { age: { over: { '12': true } } } });
});

test.each<[string, (ticket: IdentityTicket, back: URL) => unknown]>([
  ['another state', (ticket) => (ticket.state = 'another')],
  ['another nonce', (ticket) => (ticket.nonce = 'another')],
  ['another verifier', (ticket) => (ticket.verifier = 'x'.repeat(43))],
  ['an answer of another issuer', (_ticket, back) => back.searchParams.set('iss', 'https://elders.example')],
  ['an answer that names no issuer', (_ticket, back) => back.searchParams.delete('iss')],
  ['a code that was made up', (_ticket, back) => back.searchParams.set('code', 'made-up')],
  ['two states', (_ticket, back) => back.searchParams.append('state', 'another')],
])('%s is refused', async (_what, change) => {
  const { gate, lines } = gateTo(await provided());
  const { back, ticket } = await away(gate);
  change(ticket, back);
  expect(await gate.finish(back.search, ticket)).toEqual({ ok: false, reason: 'identity-failed' });
  // the log says that it failed, without what was in it
  expect(lines.join('')).toContain('signing in by the identity provider failed');
  expect(lines.join('')).not.toContain(back.searchParams.get('code') ?? 'no code');
});

test('a code works once', async () => {
  const { gate } = gateTo(await provided());
  const { back, ticket } = await away(gate);
  expect((await gate.finish(back.search, ticket)).ok).toBe(true);
  expect(await gate.finish(back.search, ticket)).toEqual({ ok: false, reason: 'identity-failed' });
});

test('what has expired is refused', async () => {
  const { gate } = gateTo(await provided({ ttl: { IdToken: () => -120 } }));
  const { back, ticket } = await away(gate);
  expect(await gate.finish(back.search, ticket)).toEqual({ ok: false, reason: 'identity-failed' });
});

test('who signed in at the provider long ago, or nobody knows when, is not let in', async () => {
  /** A provider that does not ask who it knows already. */
  const visit = async (gate: Gate) => {
    const begun = await gate.begin(null);
    if (!begun.ok) throw new Error(begun.reason);
    const { url, ticket } = begun.value;
    expect(url.searchParams.get('max_age')).toBe('300');
    for (const asked of ['max_age', 'prompt']) url.searchParams.delete(asked);
    const back = await new ProviderVisit().signIn(url.href, 'fatima');
    return gate.finish(back.search, ticket);
  };
  const tellsWhen = { clientDefaults: { require_auth_time: true } };
  expect(await visit(gateTo(await provided(tellsWhen)).gate)).toMatchObject({ ok: true });
  const failed = { ok: false, reason: 'identity-failed' };
  expect(await visit(gateTo(await provided(tellsWhen, 3600)).gate)).toEqual(failed);
  expect(await visit(gateTo(await provided()).gate)).toEqual(failed);
});

test('another secret than the provider knows gives nothing', async () => {
  const { gate } = gateTo(await provided(), { clientSecret: 'not the secret' });
  const { back, ticket } = await away(gate);
  expect(await gate.finish(back.search, ticket)).toEqual({ ok: false, reason: 'identity-failed' });
});

test('who stops at the provider comes back without harm', async () => {
  const { gate, lines } = gateTo(await provided());
  const begun = await gate.begin(null);
  if (!begun.ok) throw new Error(begun.reason);
  const back = await new ProviderVisit().signIn(begun.value.url.href, 'fatima', 'stop');
  expect(await gate.finish(back.search, begun.value.ticket)).toEqual({ ok: false, reason: 'identity-cancelled' });
  expect(lines).toEqual([]);
});

test('a provider that is down is known to be, and no other page waits for it', async () => {
  const provider = await provided();
  provider.isDown = true;
  const { gate, lines } = gateTo(provider);
  expect(await gate.ready()).toBe(false);
  expect(gate.isUp()).toBe(false);
  expect(await gate.begin(null)).toEqual({ ok: false, reason: 'identity-down' });
  expect(gate.endSession()).toBeNull();
  expect(lines.join('')).toContain('does not answer');
  // it is not asked again at once, whoever comes by
  const asked = provider.asked.length;
  for (let visits = 0; visits < 20; visits += 1) gate.isUp();
  expect(await gate.ready()).toBe(false);
  expect(provider.asked.length).toBe(asked);
});

test('one that answers is asked what it can once', async () => {
  const provider = await provided();
  const { gate } = gateTo(provider);
  await Promise.all(Array.from({ length: 10 }, async () => gate.ready()));
  expect(gate.isUp()).toBe(true);
  expect(provider.asked).toEqual(['/.well-known/openid-configuration']);
  expect(gate.endSession()?.searchParams.get('post_logout_redirect_uri')).toBe(`${publicUrl}/`);
});

test('one that goes down between leaving and coming back is told apart from a refusal', async () => {
  const provider = await provided();
  const { gate } = gateTo(provider);
  const { back, ticket } = await away(gate);
  await provider.stop();
  running.splice(0);
  expect(await gate.finish(back.search, ticket)).toEqual({ ok: false, reason: 'identity-down' });
});
