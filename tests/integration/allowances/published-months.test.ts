import { beforeEach, describe, expect, test } from 'vitest';
import { toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { instant } from '#app/kernel/instant.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { answerClaims } from '#app/modules/allowances/commands/answer-claims.server.ts';
import { publishMonths } from '#app/modules/allowances/commands/publish-months.server.ts';
import { activityPage, openActivities } from '#app/modules/allowances/queries/activities.query.server.ts';
import { allowancesJson } from '#app/modules/allowances/queries/allowances-json.server.ts';
import { publicAllowances } from '#app/modules/allowances/queries/public-allowances.query.server.ts';
import { ruleOf } from '#tests/integration/scoring/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { claim, coordinator, makeAllowances, opened, today, volunteer, type AllowanceScene } from './scene.ts';

const own = useTestDatabase();
let scene: AllowanceScene;

// a month is published once in a database, so each test begins with none
beforeEach(async () => {
  await own.database.$executeRaw`set session_replication_role = replica`;
  for (const table of ['published_claim', 'published_figure', 'published_month', 'claim_receipt', 'allowance_claim'])
    await own.database.$executeRawUnsafe(`delete from ${table}`);
  await own.database.$executeRaw`set session_replication_role = default`;
  scene = await makeAllowances(own.database, { budget: cents(5000_00) });
});

const slugOf = async (id = scene.activityId) => (await own.database.activity.findUniqueOrThrow({ where: { id } })).slug;

/** So many new volunteers with an hour on a day, approved on another. */
async function worked(count: number, day: string, approvedAt: string, activityId = scene.activityId): Promise<void> {
  const now = instant(approvedAt);
  for (let index = 0; index < count; index += 1) {
    const personId = await volunteer(own.database, scene, activityId);
    expect(await claim(own.database, scene, { personId, day, activityId, now })).toMatchObject({ ok: true });
  }
  const claims = await own.database.allowanceClaim.findMany({ where: { activityId, state: 'claimed' } });
  const context = { ...coordinator(own.database, scene), now };
  const answer = { activityId, claimIds: claims.map(({ id }) => id), answer: { approve: true } } as const;
  expect(await answerClaims(answer, context)).toMatchObject({ ok: true });
}

const publish = async (at: string) => publishMonths(own.database, instant(at));

async function shown(activityId = scene.activityId) {
  const slug = await slugOf(activityId);
  const { areas } = await publicAllowances(own.database);
  const found = areas.flatMap(({ activities }) => activities).find(({ activity }) => activity.slug === slug);
  return found?.months.map(({ month, amount, people }) => [month.slice(0, 7), amount, people]) ?? null;
}

describe('a month', () => {
  test('shows nothing of four people and the sum of five, from the eighth of the next month on, and names nobody', async () => {
    await worked(4, '2026-09-03', '2026-09-20T12:00:00Z');
    await worked(5, '2026-10-03', '2026-11-07T22:59:00Z');
    expect(await publish('2026-10-08T05:00:00Z')).toBe(1);
    expect(await shown()).toBeNull();
    expect(await publish('2026-11-07T22:59:59Z')).toBe(0);
    expect(await publish('2026-11-07T23:00:00Z')).toBe(1);
    // the four of September came along
    expect(await shown()).toEqual([['2026-10', 9 * 560, 9]]);
    const page = await activityPage(own.database, await slugOf());
    expect(page).toMatchObject({ approved: { amount: 9 * 560, until: '2026-10-31' }, volunteers: 10 });
    const all = await publicAllowances(own.database);
    expect(all).toMatchObject({ until: '2026-10-31', publishedOn: '2026-11-08', nextOn: '2026-12-08' });
    const told = JSON.stringify([
      all,
      allowancesJson(all),
      page,
      await openActivities(own.database, { area: null, today }),
    ]);
    const people = await own.database.person.findMany({ select: { id: true, name: true, email: true } });
    for (const { id, name, email } of people)
      for (const secret of [id, name, email].filter((one) => one !== ''))
        expect(told.includes(secret), secret).toBe(false);
  });

  test('stays as it was published when somebody approves late: one person waits for four others', async () => {
    await worked(6, '2026-08-03', '2026-08-20T12:00:00Z');
    await publish('2026-09-08T12:00:00Z');
    const before = await publicAllowances(own.database);
    await worked(1, '2026-08-04', '2026-09-10T12:00:00Z');
    await publish('2026-10-08T12:00:00Z');
    const after = await publicAllowances(own.database);
    expect(after).toMatchObject({ until: '2026-09-30', amount: before.amount, areas: before.areas });
    await worked(4, '2026-10-04', '2026-10-10T12:00:00Z');
    await publish('2026-11-08T12:00:00Z');
    expect(await shown()).toEqual([
      ['2026-08', 6 * 560, 6],
      ['2026-10', 5 * 560, 5],
    ]);
  });

  test('of a server that was off comes out as it would have, and twice at once publishes nothing twice', async () => {
    await worked(5, '2026-07-03', '2026-07-20T12:00:00Z');
    await worked(5, '2026-08-03', '2026-09-20T12:00:00Z');
    await worked(5, '2026-10-03', '2026-10-20T12:00:00Z');
    await worked(5, '2026-11-03', '2026-11-04T12:00:00Z');
    const counts = await Promise.all([publish('2026-11-21T12:00:00Z'), publish('2026-11-21T12:00:00Z')]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(4);
    expect(await publish('2026-11-21T12:00:00Z')).toBe(0);
    expect(await shown()).toEqual([
      ['2026-07', 5 * 560, 5],
      ['2026-09', 5 * 560, 5],
      ['2026-10', 5 * 560, 5],
    ]);
  });

  test('puts activities that are over together where each is too small, and leaves no total to subtract', async () => {
    const small = async (name: string) =>
      opened(own.database, scene, { name, budget: cents(500_00), endsOn: '2026-08-31' as CalendarDate });
    const [one, other] = [await small('Soep met twee'), await small('Soep met drie')];
    await worked(7, '2026-08-05', '2026-08-06T12:00:00Z');
    await worked(2, '2026-08-05', '2026-08-06T12:00:00Z', one);
    await publish('2026-10-08T12:00:00Z');
    const first = allowancesJson(await publicAllowances(own.database));
    expect(first).toMatchObject({ approvedCents: 7 * 560, wijken: [{ approvedCents: 7 * 560, otherActivities: [] }] });
    await worked(3, '2026-08-05', '2026-10-09T12:00:00Z', other);
    await publish('2026-11-08T12:00:00Z');
    const { wijken, approvedCents } = allowancesJson(await publicAllowances(own.database));
    expect(approvedCents).toBe(12 * 560);
    expect(wijken[0]?.otherActivities).toEqual([{ month: '2026-10', approvedCents: 5 * 560, people: 5 }]);
    expect(wijken[0]?.activities).toHaveLength(1);
  });

  test('is not begun before anything was approved', async () => {
    await claim(own.database, scene);
    expect(await publish('2027-11-21T12:00:00Z')).toBe(0);
    expect(await own.database.publishedMonth.count()).toBe(0);
    expect(await publicAllowances(own.database)).toEqual({
      until: null,
      publishedOn: null,
      nextOn: null,
      amount: 0,
      areas: [],
    });
  });
});

describe('the database', () => {
  const month = (of: string) => toDateColumn(of as CalendarDate);
  const at = (when: string) => instant(when);

  test('publishes months in order, once, and not before their day', async () => {
    const add = async (of: string, when: string) =>
      ruleOf(own.database.publishedMonth.create({ data: { month: month(of), publishedAt: at(when) } }));
    expect(await add('2026-08-02', '2026-09-08T12:00:00Z')).toContain('published_month_first_day');
    expect(await add('2026-08-01', '2026-09-07T21:59:00Z')).toContain('published_month_over');
    await own.database.publishedMonth.create({
      data: { month: month('2026-08-01'), publishedAt: at('2026-09-08T12:00:00Z') },
    });
    expect(await add('2026-10-01', '2026-11-08T12:00:00Z')).toBe('published_month_in_order');
    expect(await add('2026-08-01', '2026-11-08T12:00:00Z')).toBe('published_month_in_order');
    expect(await ruleOf(own.database.publishedMonth.deleteMany())).toBe('record_append_only');
  });

  test('takes no figure of four people, none that is not the sum of its claims, and no claim afterwards', async () => {
    await worked(6, '2026-08-05', '2026-08-06T12:00:00Z');
    await publish('2026-09-08T12:00:00Z');
    await worked(5, '2026-08-06', '2026-08-07T12:00:00Z');
    const figure = await own.database.publishedFigure.findFirstOrThrow();
    const late = await own.database.allowanceClaim.findFirstOrThrow({ where: { published: null } });
    const slipped = own.database.publishedClaim.create({ data: { claimId: late.id, figureId: figure.id } });
    expect(await ruleOf(slipped)).toBe('published_figure_adds_up');
    const changed = own.database.publishedFigure.update({ where: { id: figure.id }, data: { people: 7 } });
    expect(await ruleOf(changed)).toBe('record_append_only');
    await own.database.publishedMonth.create({
      data: { month: month('2026-09-01'), publishedAt: at('2026-10-08T12:00:00Z') },
    });
    const add = async (people: number, amountCents: bigint) =>
      ruleOf(
        own.database.publishedFigure.create({
          data: { id: newId(), month: month('2026-09-01'), activityId: scene.activityId, amountCents, people },
        }),
      );
    expect(await add(4, 100n)).toContain('published_figure_people');
    expect(await add(5, 100n)).toBe('published_figure_adds_up');
  });
});
