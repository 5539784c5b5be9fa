import { describe, expect, test } from 'vitest';
import { addDays } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { applyForDonut, withdrawApplication } from '#app/modules/donutfonds/commands/apply.server.ts';
import { closeCall } from '#app/modules/donutfonds/commands/close-call.server.ts';
import { keepEvidence } from '#app/modules/donutfonds/commands/keep-evidence.server.ts';
import { openCall } from '#app/modules/donutfonds/commands/open-call.server.ts';
import { writeRules } from '#app/modules/donutfonds/commands/write-rules.server.ts';
import { writeVisit } from '#app/modules/donutfonds/commands/write-visit.server.ts';
import { applicationWork } from '#app/modules/donutfonds/queries/call-work.query.server.ts';
import { evidenceFile } from '#app/modules/donutfonds/queries/evidence-file.query.server.ts';
import { visitor } from '#app/modules/people/actor.ts';
import { makePerson } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import {
  afterClosing,
  applied,
  apply,
  by,
  closed,
  contentOf,
  document,
  makeDonutfonds,
  rulesId,
  today,
  type DonutScene,
  type Who,
} from './donut-scene.ts';

const own = useTestDatabase();

async function change(
  scene: DonutScene,
  given: Partial<Parameters<typeof applyForDonut>[0]>,
  who: Who = 'one',
  days = 1,
) {
  const input = {
    callId: scene.callId,
    organisationId: scene.organisations.one,
    formKey: newId(),
    revision: 1,
    content: contentOf(scene, { value: cents(30_000_00) }),
    evidenceId: null,
    ...given,
  };
  return applyForDonut(input, await by(own.database, scene, who, { days }));
}

describe('applying for the donutfonds', () => {
  test('once a year for an organisation, also by two members at once', async () => {
    const scene = await makeDonutfonds(own.database);
    const colleague = await makePerson(own.database);
    await own.database.organisationMember.create({
      data: {
        id: newId(),
        organisationId: scene.organisations.one,
        personId: colleague,
        beginsOn: new Date('2026-01-01'),
      },
    });
    const both = { ...scene, people: { ...scene.people, two: colleague } };
    const waiting = [await document(own.database, scene, 'one'), await document(own.database, both, 'two')];
    const outcomes = await Promise.all([
      change(scene, { revision: 0, evidenceId: waiting[0] ?? null }),
      change(both, { revision: 0, evidenceId: waiting[1] ?? null }, 'two'),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ reason: 'already-applied' });
    expect(await own.database.donutApplication.count({ where: { callId: scene.callId } })).toBe(1);
  });

  test('a double post applies and changes once', async () => {
    const scene = await makeDonutfonds(own.database);
    const input = { revision: 0, formKey: newId(), evidenceId: await document(own.database, scene, 'one') };
    const first = await change(scene, input);
    expect(await change(scene, input)).toEqual(first);
    const again = { revision: 1, formKey: newId() };
    expect(await change(scene, again)).toMatchObject({ ok: true });
    expect(await change(scene, again)).toMatchObject({ ok: true });
    expect(await own.database.donutApplication.findFirst({ where: { callId: scene.callId } })).toMatchObject({
      revision: 2,
    });
    // somebody else's key
    expect(await change(scene, { ...again, organisationId: scene.organisations.two }, 'two')).toMatchObject({
      reason: 'form-key-invalid',
    });
  });

  test('changes until the last day, with the revision that was on the page', async () => {
    const scene = await makeDonutfonds(own.database);
    await applied(own.database, scene, 'one');
    expect(await change(scene, { revision: 7 })).toMatchObject({ reason: 'changed-meanwhile' });
    expect(await change(scene, {}, 'one', 58)).toMatchObject({ ok: true });
    expect(await change(scene, { revision: 2 }, 'one', 59)).toMatchObject({ reason: 'not-open' });
    expect(await change(scene, { revision: 0 }, 'one', -1)).toMatchObject({ reason: 'not-open' });
    await closed(own.database, scene);
    await expect(
      own.database.donutApplication.updateMany({
        where: { callId: scene.callId },
        data: { valueCents: 1n, revision: 3 },
      }),
    ).rejects.toThrow(/donut_call_not_open/);
    await expect(
      own.database.donutEvidence.deleteMany({ where: { application: { callId: scene.callId } } }),
    ).rejects.toThrow(/donut_call_not_open/);
  });

  test('can be withdrawn and done again', async () => {
    const scene = await makeDonutfonds(own.database);
    await applied(own.database, scene, 'one');
    const input = { callId: scene.callId, organisationId: scene.organisations.one, revision: 1 };
    expect(await withdrawApplication(input, await by(own.database, scene, 'two'))).toMatchObject({
      reason: 'application-unknown',
    });
    expect(await withdrawApplication(input, await by(own.database, scene, 'one'))).toMatchObject({ ok: true });
    expect(await withdrawApplication(input, await by(own.database, scene, 'one'))).toMatchObject({ ok: true });
    expect(await change(scene, { revision: 2 })).toMatchObject({ ok: true });
    expect(await own.database.donutApplication.findFirst({ where: { callId: scene.callId } })).toMatchObject({
      state: 'submitted',
    });
  });

  test.each([
    ['no document', { evidenceId: null }, 'evidence-needed'],
    ['a forged document', { evidenceId: 'x' }, 'evidence-needed'],
    ['an unknown document', { evidenceId: newId() }, 'evidence-needed'],
    ['a malformed key', { formKey: 'x' }, 'form-key-invalid'],
    ['an unknown call', { callId: newId() }, 'call-unknown'],
    ['a malformed call', { callId: "1' or 1=1" }, 'call-unknown'],
    ['another organisation', { organisationId: newId() }, 'organisation-unknown'],
  ])('is refused with %s', async (_, given, reason) => {
    const scene = await makeDonutfonds(own.database);
    expect(await change(scene, { revision: 0, ...given })).toEqual({ ok: false, reason });
  });

  test('takes a document of the days that the rules say', async () => {
    const scene = await makeDonutfonds(own.database);
    const dated = (days: number, from = scene.closesOn) => ({ evidenceOn: addDays(from, days) });
    expect(await apply(own.database, scene, 'one', dated(-366))).toMatchObject({ reason: 'evidence-date' });
    expect(await apply(own.database, scene, 'one', dated(1, scene.opensOn))).toMatchObject({ reason: 'evidence-date' });
    expect(await apply(own.database, scene, 'one', dated(0, scene.opensOn))).toMatchObject({ ok: true });
    expect(await apply(own.database, scene, 'two', dated(-365))).toMatchObject({ ok: true });
  });

  test("somebody else's waiting document is not theirs", async () => {
    const scene = await makeDonutfonds(own.database);
    const theirs = await document(own.database, scene, 'two');
    expect(await change(scene, { revision: 0, evidenceId: theirs })).toMatchObject({ reason: 'evidence-needed' });
    const nobody = await by(own.database, scene, 'outsider');
    expect(await keepEvidence({ fileName: 'a.pdf', bytes: new Uint8Array([1]) }, nobody)).toMatchObject({
      reason: 'organisation-unknown',
    });
    const one = await by(own.database, scene, 'one');
    expect(await keepEvidence({ fileName: 'a.pdf', bytes: new Uint8Array() }, one)).toMatchObject({
      reason: 'file-empty',
    });
    expect(await keepEvidence({ fileName: 'a.pdf', bytes: Buffer.from('<script>') }, one)).toMatchObject({
      reason: 'file-type-refused',
    });
  });

  test('a document is read by who may: everybody only after the decision and with consent', async () => {
    const scene = await makeDonutfonds(own.database);
    await applied(own.database, scene, 'one');
    const { id } = await own.database.donutEvidence.findFirstOrThrow({
      where: { application: { callId: scene.callId } },
    });
    const seenBy = async (who: Who) =>
      (await evidenceFile(own.database, (await by(own.database, scene, who)).actor, id)) !== null;
    expect(await seenBy('one')).toBe(true);
    expect(await seenBy('loket')).toBe(true);
    expect(await seenBy('two')).toBe(false);
    expect(await seenBy('outsider')).toBe(false);
    expect(await evidenceFile(own.database, visitor(false), id)).toBeNull();
    expect(await evidenceFile(own.database, visitor(false), 'x')).toBeNull();
    const waiting = await document(own.database, scene, 'two');
    expect(await evidenceFile(own.database, (await by(own.database, scene, 'one')).actor, waiting)).toBeNull();
  });
});

describe('a call', () => {
  test('is opened by its people, once a year, and closed after its last day', async () => {
    const scene = await makeDonutfonds(own.database);
    const input = { formKey: newId(), fundId: scene.fundId, rulesId, opensOn: scene.opensOn, closesOn: scene.closesOn };
    for (const who of ['budgetHolder', 'loket', 'outsider'] as const)
      expect(await openCall(input, await by(own.database, scene, who))).toMatchObject({ reason: 'role-needed' });
    expect(await openCall(input, await by(own.database, scene, 'manager'))).toMatchObject({ reason: 'already-called' });
    expect(await openCall({ ...input, formKey: scene.callId }, await by(own.database, scene, 'manager'))).toEqual({
      ok: true,
      value: scene.year,
    });
    const manager = await by(own.database, scene, 'manager');
    expect(await closeCall({ callId: scene.callId }, manager)).toMatchObject({ reason: 'still-open' });
    expect(await closeCall({ callId: 'x' }, manager)).toMatchObject({ reason: 'call-unknown' });
    await closed(own.database, scene);
    await closed(own.database, scene);
    await expect(
      own.database.donutCall.update({ where: { id: scene.callId }, data: { closesOn: new Date('2099-01-01') } }),
    ).rejects.toThrow(/donut_call_fixed/);
  });

  test('keeps the rules with which it opened', async () => {
    const scene = await makeDonutfonds(own.database);
    const input = {
      formKey: newId(),
      latest: 1,
      minimumValue: cents(15_000_00),
      minimumReturnBps: 25_000,
      evidenceDays: 400,
      validFrom: scene.opensOn,
      reason: 'Na een jaar proberen.',
    };
    expect(await writeRules(input, await by(own.database, scene, 'loket'))).toMatchObject({ reason: 'role-needed' });
    const manager = await by(own.database, scene, 'manager');
    expect(await writeRules({ ...input, reason: ' ' }, manager)).toMatchObject({ reason: 'reason-missing' });
    const [one, other] = await Promise.all([
      writeRules(input, manager),
      writeRules({ ...input, formKey: newId() }, manager),
    ]);
    expect([one, other].filter(({ ok }) => ok)).toHaveLength(1);
    expect([one, other].find(({ ok }) => !ok)).toMatchObject({ reason: 'changed-meanwhile' });
    expect(await own.database.donutCall.findUniqueOrThrow({ where: { id: scene.callId } })).toMatchObject({ rulesId });
    await expect(
      own.database.donutRules.update({ where: { id: rulesId }, data: { minimumValueCents: 1n } }),
    ).rejects.toThrow(/record_append_only/);
  });
});

describe('a visit', () => {
  const visitOf = (applicationId: string, scene: DonutScene, latest = 0) => ({
    applicationId,
    formKey: newId(),
    latest,
    visitedOn: scene.opensOn,
    metWith: 'De coördinator',
    seen: 'Een volle keuken.',
    finding: 'holds' as const,
    findingReason: 'De aantallen kloppen.',
  });

  test('is written by people of the body, in versions that stay', async () => {
    const scene = await makeDonutfonds(own.database);
    const id = await applied(own.database, scene, 'one');
    const loket = await by(own.database, scene, 'loket');
    for (const who of ['budgetHolder', 'outsider', 'one'] as const)
      expect(await writeVisit(visitOf(id, scene), await by(own.database, scene, who))).toMatchObject({
        reason: 'role-needed',
      });
    const first = visitOf(id, scene);
    expect(await writeVisit(first, loket)).toMatchObject({ ok: true });
    expect(await writeVisit(first, loket)).toMatchObject({ ok: true });
    expect(await writeVisit(visitOf(id, scene), loket)).toMatchObject({ reason: 'changed-meanwhile' });
    expect(await writeVisit(visitOf(id, scene, 1), loket)).toMatchObject({ ok: true });
    expect(await writeVisit({ ...visitOf(id, scene, 2), visitedOn: addDays(scene.opensOn, 1) }, loket)).toMatchObject({
      reason: 'visit-ahead',
    });
    expect(await writeVisit({ ...visitOf(id, scene, 2), seen: ' ' }, loket)).toMatchObject({ reason: 'text-length' });
    expect(await writeVisit(visitOf('x', scene), loket)).toMatchObject({ reason: 'application-unknown' });
    expect(await writeVisit(visitOf(newId(), scene), loket)).toMatchObject({ reason: 'application-unknown' });
    await expect(own.database.donutVisit.deleteMany({ where: { applicationId: id } })).rejects.toThrow(
      /record_append_only/,
    );
    const { slug } = await own.database.organisation.findUniqueOrThrow({ where: { id: scene.organisations.one } });
    const view = await applicationWork(own.database, loket.actor, { year: scene.year, slug }, today(scene));
    expect(view?.visits.map(({ version }) => version)).toEqual([2, 1]);
    const outsider = (await by(own.database, scene, 'outsider', afterClosing)).actor;
    expect(await applicationWork(own.database, outsider, { year: scene.year, slug }, today(scene))).toBeNull();
  });

  test('is not written by who belongs to the organisation, round the command neither', async () => {
    const scene = await makeDonutfonds(own.database);
    const id = await applied(own.database, scene, 'one');
    await own.database.organisationMember.create({
      data: {
        id: newId(),
        organisationId: scene.organisations.one,
        personId: scene.people.loket,
        beginsOn: new Date('2026-01-01'),
      },
    });
    const visit = visitOf(id, scene);
    expect(await writeVisit(visit, await by(own.database, scene, 'loket'))).toMatchObject({ reason: 'interest' });
    const { formKey, latest: _, visitedOn, ...texts } = visit;
    await expect(
      own.database.donutVisit.create({
        data: {
          id: formKey,
          version: 1,
          visitedOn: new Date(visitedOn),
          authorId: scene.people.loket,
          writtenAt: new Date(`${scene.opensOn}T12:00:00Z`),
          ...texts,
        },
      }),
    ).rejects.toThrow(/donut_visit_without_interest/);
  });
});
