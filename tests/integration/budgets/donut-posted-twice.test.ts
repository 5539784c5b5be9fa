import { expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { applyForDonut } from '#app/modules/donutfonds/commands/apply.server.ts';
import { openCall } from '#app/modules/donutfonds/commands/open-call.server.ts';
import { writeRules } from '#app/modules/donutfonds/commands/write-rules.server.ts';
import { writeVisit } from '#app/modules/donutfonds/commands/write-visit.server.ts';
import { makeFund } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { applied, by, contentOf, document, makeDonutfonds, rulesId } from './donut-scene.ts';

const own = useTestDatabase();

const atOnce = async <Answer>(run: () => Promise<Answer>): Promise<Answer[]> =>
  Promise.all([run(), run(), run(), run()]);

test('the same visit report posted twice at once is written once, and nobody is told that it failed', async () => {
  const scene = await makeDonutfonds(own.database);
  const loket = await by(own.database, scene, 'loket');
  const visit = {
    applicationId: await applied(own.database, scene, 'one'),
    formKey: newId(),
    latest: 0,
    visitedOn: scene.opensOn,
    metWith: 'De coördinator',
    seen: 'Een volle keuken.',
    finding: 'holds' as const,
    findingReason: 'De aantallen kloppen.',
  };
  for (const answer of await atOnce(async () => writeVisit(visit, loket))) expect(answer).toMatchObject({ ok: true });
  expect(await own.database.donutVisit.count({ where: { applicationId: visit.applicationId } })).toBe(1);
});

test('the same rules posted twice at once are written once', async () => {
  const scene = await makeDonutfonds(own.database);
  const manager = await by(own.database, scene, 'manager');
  const rules = {
    formKey: newId(),
    latest: (await own.database.donutRules.aggregate({ _max: { version: true } }))._max.version ?? 0,
    minimumValue: cents(15_000_00),
    minimumReturnBps: 25_000,
    evidenceDays: 400,
    validFrom: scene.opensOn,
    reason: 'Na een jaar proberen.',
  };
  const version = rules.latest + 1;
  for (const answer of await atOnce(async () => writeRules(rules, manager)))
    expect(answer).toEqual({ ok: true, value: version });
});

test('the same call posted twice at once is opened once', async () => {
  const scene = await makeDonutfonds(own.database);
  const manager = await by(own.database, scene, 'manager');
  const year = scene.year + 20;
  const { bodyId, moneySourceId } = await own.database.fund.findUniqueOrThrow({
    where: { id: scene.fundId },
    select: { bodyId: true, moneySourceId: true },
  });
  const call = {
    formKey: newId(),
    fundId: await makeFund(own.database, { bodyId, moneySourceId, year, amountCents: null }),
    rulesId,
    opensOn: calendarDate(`${String(year)}-09-01`),
    closesOn: calendarDate(`${String(year)}-10-15`),
  };
  for (const answer of await atOnce(async () => openCall(call, manager)))
    expect(answer).toEqual({ ok: true, value: year });
});

test('the same application posted twice at once comes in once', async () => {
  const scene = await makeDonutfonds(own.database);
  const member = await by(own.database, scene, 'one');
  const application = {
    callId: scene.callId,
    organisationId: scene.organisations.one,
    formKey: newId(),
    revision: 0,
    content: contentOf(scene),
    evidenceId: await document(own.database, scene, 'one'),
  };
  for (const answer of await atOnce(async () => applyForDonut(application, member)))
    expect(answer).toEqual({ ok: true, value: application.formKey });
});
