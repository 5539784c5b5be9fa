import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { submitInitiative, type SubmitInitiative } from '#app/modules/initiatives/commands/submit-initiative.server.ts';
import type { InitiativeDraft } from '#app/modules/initiatives/draft.ts';
import { initiativePage } from '#app/modules/initiatives/queries/initiative-page.query.server.ts';
import { draftView } from '#app/modules/initiatives/queries/draft.query.server.ts';
import { makeOrganisation, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import {
  completePlan,
  makeDistrict,
  signedIn,
  submission,
  submittedPlan,
  typedDraft,
  type PlanContext,
} from './plan.ts';

const own = useTestDatabase();
let resident: PlanContext;
let stranger: PlanContext;
let bodies: Awaited<ReturnType<typeof makeDistrict>>;

beforeAll(async () => {
  bodies = await makeDistrict(own.database);
  resident = await signedIn(own.database);
  stranger = await signedIn(own.database);
});

const order = (draft: { id: string; revision: number }, given: Partial<SubmitInitiative> = {}) =>
  submission(draft, { bodyId: bodies.alliantieId, ...given });
const submitted = (context: PlanContext, plan?: InitiativeDraft) => submittedPlan(context, bodies.alliantieId, plan);

describe('submitting', () => {
  test('writes version, address, themes, areas, amount, step and mail at once', async () => {
    const { id, slug } = await submitted(resident, completePlan('Energie-coöperatie voor iedereen'));
    expect(slug).toBe('energie-cooperatie-voor-iedereen');
    const row = await own.database.initiative.findUniqueOrThrow({
      where: { id },
      include: { versions: true, themes: true, areas: true, events: true },
    });
    expect(row).toMatchObject({
      stage: 'submitted',
      currentVersion: 1,
      draft: null,
      bodyId: bodies.alliantieId,
      requestedCents: 155050n,
    });
    expect(row.themes.map(({ themeSlug }) => themeSlug)).toEqual(['leefomgeving']);
    expect(row.areas.map(({ areaCode }) => areaCode)).toEqual(['FE01']);
    expect(row.events).toMatchObject([{ kind: 'submitted', detail: { version: 1 } }]);
    expect(row.dueOn?.toISOString().slice(0, 10)).toBe('2026-12-05');
    const jobs = await own.database.$queryRaw`
      select 1 from graphile_worker._private_jobs where key = ${`mail-initiative-step:${row.events[0]?.id ?? ''}`}`;
    expect(jobs).toHaveLength(1);
  });

  test('happens once for a double post, also at the same instant', async () => {
    const draft = await typedDraft(resident, completePlan('Twee keer gedrukt'));
    const once = order(draft);
    const outcomes = await Promise.all([submitInitiative(once, resident), submitInitiative(once, resident)]);
    expect(outcomes).toEqual([
      { ok: true, value: { slug: 'twee-keer-gedrukt' } },
      { ok: true, value: { slug: 'twee-keer-gedrukt' } },
    ]);
    expect(await own.database.initiativeVersion.count({ where: { initiativeId: draft.id } })).toBe(1);
    expect(await own.database.initiativeEvent.count({ where: { initiativeId: draft.id } })).toBe(1);
  });

  test('gives two plans with one title at the same instant two addresses', async () => {
    const [one, other] = await Promise.all([
      typedDraft(resident, completePlan('Zelfde naam')),
      typedDraft(stranger, completePlan('Zelfde naam')),
    ]);
    const outcomes = await Promise.all([
      submitInitiative(order(one), resident),
      submitInitiative(order(other), stranger),
    ]);
    expect(outcomes.map((outcome) => (outcome.ok ? outcome.value.slug : outcome.reason)).sort()).toEqual([
      'zelfde-naam',
      'zelfde-naam-2',
    ]);
  });

  test('is refused for a draft with something missing, and leaves it a draft', async () => {
    const plan = completePlan();
    const draft = await typedDraft(resident, { ...plan, steps: { ...plan.steps, thema: { themes: [] } } });
    expect(await submitInitiative(order(draft), resident)).toEqual({ ok: false, reason: 'draft-incomplete' });
    expect((await draftView(own.database, resident.actor, draft.id))?.draft.steps.waar.areas).toEqual(['FE01']);
  });

  test.each([
    ['an area', { waar: { scope: 'areas', areas: ['ZZ99'], place: '' } }],
    ['a theme', { thema: { themes: ["leefomgeving' or 1=1"] } }],
    [
      'an organisation of somebody else',
      { wie: { as: randomUUID(), group: '', partners: [], otherPartners: '', ownership: 'Samen' } },
    ],
    [
      'a partner',
      { wie: { as: 'myself', group: '', partners: [randomUUID()], otherPartners: '', ownership: 'Samen' } },
    ],
  ])('is refused with %s that was forged', async (_, steps) => {
    const plan = completePlan();
    const draft = await typedDraft(resident, { ...plan, steps: { ...plan.steps, ...steps } });
    expect(await submitInitiative(order(draft), resident)).toEqual({ ok: false, reason: 'draft-incomplete' });
  });

  test.each(['nothing', 'a forged id', 'a working group'])('is refused to %s', async (which) => {
    const bodyId =
      { nothing: null, 'a forged id': randomUUID(), 'a working group': bodies.workingGroupId }[which] ?? null;
    const draft = await typedDraft(resident);
    expect(await submitInitiative(order(draft, { bodyId }), resident)).toEqual({
      ok: false,
      reason: 'body-not-chosen',
    });
  });

  test("of somebody else's draft is not possible", async () => {
    const draft = await typedDraft(resident);
    expect(await submitInitiative(order(draft), stranger)).toEqual({ ok: false, reason: 'initiative-unknown' });
    expect(await submitInitiative(order({ ...draft, id: 'not-an-id' }), resident)).toEqual({
      ok: false,
      reason: 'initiative-unknown',
    });
  });

  test('waits for whoever typed in another window', async () => {
    const draft = await typedDraft(resident);
    expect(await submitInitiative(order({ ...draft, revision: draft.revision - 1 }), resident)).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
    });
  });

  test('for an organisation needs to act for it', async () => {
    const organisationId = await makeOrganisation(own.database, { name: 'Vuilnisoproer' });
    const member = await signedIn(own.database, [organisationId]);
    const plan = completePlan('Schone straten');
    const asMember: InitiativeDraft = {
      ...plan,
      steps: { ...plan.steps, wie: { ...plan.steps.wie, as: organisationId } },
    };
    const { slug } = await submitted(member, asMember);
    expect(await initiativePage(own.database, slug, testNow, 'nl')).toMatchObject({
      organisation: { name: 'Vuilnisoproer' },
      submitterName: null,
    });
  });
});

describe('who may submit', () => {
  const rules = async (civilServants: string) => {
    const value = { civilServants, committeeMembers: 'refused' };
    await own.database.programmeSetting.upsert({
      where: { key: 'submission-rules' },
      create: { key: 'submission-rules', value },
      update: { value },
    });
  };

  test('depends on the setting of the programme', async () => {
    const draft = await typedDraft(resident);
    const asCivilServant = (disclosure: string) =>
      submitInitiative(order(draft, { position: 'civil-servant', disclosure }), resident);
    await rules('refused');
    expect(await asCivilServant('Ik werk bij de gemeente, in een ander stadsdeel.')).toEqual({
      ok: false,
      reason: 'submitter-refused-civil-servant',
    });
    await rules('allowed-with-disclosure');
    expect(await asCivilServant('  ')).toEqual({ ok: false, reason: 'disclosure-needed' });
    expect(await submitInitiative(order(draft, { position: 'committee-member' }), resident)).toEqual({
      ok: false,
      reason: 'submitter-refused-committee-member',
    });
    expect(await asCivilServant('Ik werk bij de gemeente, in een ander stadsdeel.')).toMatchObject({ ok: true });
  });
});

describe('the public page', () => {
  test('names a submitter only who chose so', async () => {
    const { slug } = await submitted(resident, completePlan('Zonder naam'));
    await own.database.person.update({ where: { id: resident.actor.person.id }, data: { name: 'Fatima Private' } });
    const hidden = await initiativePage(own.database, slug, testNow, 'nl');
    expect(hidden?.submitterName).toBeNull();
    expect(JSON.stringify(hidden)).not.toMatch(/Fatima|wijkbeurs\.example/);
    expect(JSON.stringify(hidden)).not.toContain(resident.actor.person.id);
    await own.database.person.update({ where: { id: resident.actor.person.id }, data: { nameIsPublic: true } });
    expect((await initiativePage(own.database, slug, testNow, 'nl'))?.submitterName).toBe('Fatima Private');
  });

  test.each(['nieuw', '\u0000', '../x', "' or 1=1", 'a'.repeat(5000)])('does not exist at %j', async (slug) => {
    expect(await initiativePage(own.database, slug, testNow, 'nl')).toBeNull();
  });
});
