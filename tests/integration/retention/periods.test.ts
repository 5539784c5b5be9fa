import { describe, expect, test } from 'vitest';
import { addDays, dayInAmsterdam, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { demoEmail } from '#app/modules/people/demo-account.ts';
import { removePastRetention } from '#app/modules/retention/commands/remove-past-retention.server.ts';
import { keptFor, retentionOverview } from '#app/modules/retention/queries/retention.query.server.ts';
import { retentionKinds, type RetentionKind } from '#app/modules/retention/retention.ts';
import * as page from '#app/routes/beheer.bewaartermijnen.tsx';
import * as demo from '#app/routes/demo._index.tsx';
import * as privacy from '#app/routes/privacy.tsx';
import { makeBody, makeMembership, makePerson } from '#tests/factories/index.ts';
import { Browser } from '#tests/integration/people/visiting.ts';
import { useAgingDatabase } from './aging.ts';

const own = useAgingDatabase();
const path = '/beheer/bewaartermijnen';
const now = () => new Date();
const today = () => dayInAmsterdam(now());

async function as(account: 'beheerder' | 'controlegroep' | 'bewoner', role: string | null): Promise<Browser> {
  const { database } = own;
  const email = demoEmail(account);
  if ((await database.person.count({ where: { email } })) === 0) {
    const personId = await makePerson(database, { email });
    const office = await database.body.findUnique({ where: { slug: 'programmabureau' } });
    const bodyId = office?.id ?? (await makeBody(database, { slug: 'programmabureau', kind: 'programme' }));
    if (role !== null) await makeMembership(database, { personId, bodyId, role });
  }
  const browser = new Browser(database, 'demo');
  await browser.post(demo.action, '/demo', { account });
  return browser;
}

const administrator = async () => as('beheerder', 'administrator');

const typed = (changes: Record<string, string> = {}) => ({
  formKey: newId(),
  kind: 'sessions',
  amount: '10',
  unit: 'day',
  startsOn: addDays(today(), 1),
  reason: 'Korter is genoeg',
  ...changes,
});

const lineOf = async (kind: RetentionKind, day: CalendarDate = today()) =>
  (await retentionOverview(own.database, day)).lines.find((line) => line.kind === kind);

describe('a period', () => {
  test('is known of every kind from the first day on, and is not shorter than can be', async () => {
    const { lines } = await retentionOverview(own.database, today());
    expect(lines.map(({ kind }) => kind)).toEqual([...retentionKinds]);
    expect(await lineOf('claims')).toMatchObject({
      amount: 84,
      unit: 'month',
      shortest: { amount: 84, unit: 'month' },
      reason: expect.stringContaining('artikel 52') as string,
    });
    expect(await lineOf('sign-in-codes')).toMatchObject({
      amount: 7,
      unit: 'day',
      shortest: { amount: 2, unit: 'day' },
    });
  });

  test('is set by an administrator from tomorrow on, once for a double post; the last one of a day counts', async () => {
    const browser = await administrator();
    const fields = typed();
    expect((await browser.post(page.action, path, fields)).status).toBe(303);
    expect((await browser.post(page.action, path, fields)).status).toBe(303);
    expect(await own.database.retentionPeriod.count({ where: { kind: 'sessions' } })).toBe(2);
    expect(await lineOf('sessions')).toMatchObject({ amount: 30, next: { amount: 10, unit: 'day' } });
    expect((await browser.post(page.action, path, typed({ amount: '20' }))).status).toBe(303);
    expect(await lineOf('sessions', addDays(today(), 1))).toMatchObject({ amount: 20, next: null });
  });

  test.each([
    [{ amount: '0' }, { amount: ['retention:mistake.amount'] }],
    [{ amount: '367' }, { amount: ['retention:mistake.amount'] }],
    [{ amount: 'veel' }, { amount: ['retention:mistake.amount'] }],
    [{ kind: 'alles' }, { kind: ['retention:mistake.kind'] }],
    [{ unit: 'eeuw' }, { unit: ['retention:mistake.unit'] }],
    [{ startsOn: '2026-02-30' }, { startsOn: ['retention:mistake.startsOn'] }],
    [{ startsOn: '2026-01-01' }, { startsOn: ['retention:refusal.not-ahead'] }],
    [{ reason: ' a ' }, { reason: ['retention:mistake.reason'] }],
    [{ kind: 'claims', unit: 'month', amount: '83' }, { amount: ['retention:refusal.too-short'] }],
    [{ kind: 'sign-ups', unit: 'day', amount: '366' }, { amount: ['retention:refusal.too-short'] }],
    [{ formKey: 'x' }, { formKey: ['retention:mistake.form'] }],
  ])('is refused with %j', async (changes, error) => {
    const answer = await (await administrator()).post(page.action, path, typed(changes));
    expect(answer.status).toBe(422);
    expect((answer.data as { error: unknown }).error).toEqual(error);
  });

  test('is read by the controlegroep, who changes nothing, and by everybody on the page on privacy', async () => {
    const reads = await as('controlegroep', 'controlegroep');
    expect((await reads.get(page.loader, path)).data).toMatchObject({ mayChange: false });
    expect((await reads.post(page.action, path, typed())).status).toBe(403);
    const resident = await as('bewoner', null);
    expect((await resident.get(page.loader, path)).status).toBe(403);
    const { data } = await resident.get(privacy.loader, '/privacy');
    expect((data as { kept: { kind: string }[] }).kept.map(({ kind }) => kind)).toEqual([...retentionKinds]);
    const live = await keptFor(own.database, { today: today(), withDemo: false });
    expect(live.map(({ kind }) => kind)).not.toContain('demo-mails');
  });
});

test('what goes tomorrow is said today, also by a period that begins tomorrow, and goes then only', async () => {
  const personId = await makePerson(own.database);
  const tries = (days: number) => new Date(now().getTime() - days * 86_400_000);
  await own.database.secondFactorTry.createMany({
    data: [7, 3, 1].map((days) => ({ id: newId(), personId, triedAt: tries(days) })),
  });
  await removePastRetention(own.database);
  expect(await lineOf('second-factor-tries')).toMatchObject({ goesTomorrow: 1 });
  const browser = await administrator();
  const shorter = { kind: 'second-factor-tries', amount: '3' };
  expect((await browser.post(page.action, path, typed(shorter))).status).toBe(303);
  expect(await lineOf('second-factor-tries')).toMatchObject({ amount: 7, goesTomorrow: 2 });
  await removePastRetention(own.database);
  expect(await own.database.secondFactorTry.count({ where: { personId } })).toBe(3);
});
