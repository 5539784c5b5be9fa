import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { discardDraft } from '#app/modules/initiatives/commands/discard-draft.server.ts';
import { saveDraftStep } from '#app/modules/initiatives/commands/save-draft-step.server.ts';
import { mostDrafts, startDraft } from '#app/modules/initiatives/commands/start-draft.server.ts';
import { draftView } from '#app/modules/initiatives/queries/draft.query.server.ts';
import { myInitiatives } from '#app/modules/initiatives/queries/my-initiatives.query.server.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { completePlan, makeDistrict, signedIn, type PlanContext } from './plan.ts';

const own = useTestDatabase();
let resident: PlanContext;
let stranger: PlanContext;
const plan = completePlan();
const words = plan.steps['wat-en-waarom'];

beforeAll(async () => {
  await makeDistrict(own.database);
  resident = await signedIn(own.database);
  stranger = await signedIn(own.database);
});

async function started(context: PlanContext): Promise<string> {
  const outcome = await startDraft({ formKey: randomUUID() }, context);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

describe('a draft', () => {
  test('is started once by a double post, also at the same instant', async () => {
    const formKey = randomUUID();
    const outcomes = await Promise.all([startDraft({ formKey }, resident), startDraft({ formKey }, resident)]);
    expect(outcomes).toEqual([
      { ok: true, value: formKey },
      { ok: true, value: formKey },
    ]);
    expect(await own.database.initiative.count({ where: { id: formKey } })).toBe(1);
  });

  test('cannot be taken over with its key', async () => {
    const id = await started(resident);
    expect(await startDraft({ formKey: id }, stranger)).toEqual({ ok: false, reason: 'form-broken' });
    expect(await startDraft({ formKey: "' or 1=1" }, stranger)).toEqual({ ok: false, reason: 'form-broken' });
  });

  test('keeps what was typed exactly, also what is wrong', async () => {
    const id = await started(resident);
    const values = {
      ...plan.steps.nodig,
      budget: [{ description: '<script>alert(1)</script>', amount: 'tien euro' }],
      people: 'x'.repeat(9000),
    };
    expect(await saveDraftStep({ draftId: id, step: 'nodig', values, revision: 1 }, resident)).toEqual({
      ok: true,
      value: { revision: 2 },
    });
    expect((await draftView(own.database, resident.actor, id))?.draft.steps.nodig).toEqual(values);
  });

  test('refuses a text that no form of ours could hold, and keeps what was there', async () => {
    const id = await started(resident);
    await saveDraftStep({ draftId: id, step: 'wat-en-waarom', values: words, revision: 1 }, resident);
    const huge = await saveDraftStep(
      { draftId: id, step: 'wat-en-waarom', values: { ...words, why: 'x'.repeat(20_001) }, revision: 2 },
      resident,
    );
    expect(huge).toEqual({ ok: false, reason: 'text-too-long' });
    expect((await draftView(own.database, resident.actor, id))?.draft.steps['wat-en-waarom']).toEqual(words);
  });

  test('tells a second window that it changed, and overwrites nothing', async () => {
    const id = await started(resident);
    const first = await saveDraftStep({ draftId: id, step: 'wat-en-waarom', values: words, revision: 1 }, resident);
    const second = await saveDraftStep(
      { draftId: id, step: 'wat-en-waarom', values: { ...words, title: 'Anders' }, revision: 1 },
      resident,
    );
    expect([first, second]).toEqual([
      { ok: true, value: { revision: 2 } },
      { ok: false, reason: 'changed-meanwhile' },
    ]);
    expect((await draftView(own.database, resident.actor, id))?.draft.steps['wat-en-waarom'].title).toBe(words.title);
  });

  test('lets one of two windows win that save at the same instant', async () => {
    const id = await started(resident);
    const save = (title: string) =>
      saveDraftStep({ draftId: id, step: 'wat-en-waarom', values: { ...words, title }, revision: 1 }, resident);
    const outcomes = await Promise.all([save('Een'), save('Twee')]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'changed-meanwhile' });
  });

  test('does not mind saving the same again', async () => {
    const id = await started(resident);
    const save = () => saveDraftStep({ draftId: id, step: 'wat-en-waarom', values: words, revision: 1 }, resident);
    await save();
    expect(await save()).toEqual({ ok: true, value: { revision: 2 } });
  });

  test('does not exist for anybody else', async () => {
    const id = await started(resident);
    expect(await draftView(own.database, stranger.actor, id)).toBeNull();
    expect(await draftView(own.database, stranger.actor, '../../etc/passwd')).toBeNull();
    expect(await saveDraftStep({ draftId: id, step: 'wat-en-waarom', values: words, revision: 1 }, stranger)).toEqual({
      ok: false,
      reason: 'initiative-unknown',
    });
    expect(await discardDraft({ draftId: id }, stranger)).toEqual({ ok: false, reason: 'initiative-unknown' });
    expect((await myInitiatives(own.database, stranger.actor)).map((mine) => mine.id)).not.toContain(id);
    expect((await myInitiatives(own.database, resident.actor)).map((mine) => mine.id)).toContain(id);
  });

  test('can be thrown away', async () => {
    const id = await started(resident);
    expect(await discardDraft({ draftId: id }, resident)).toEqual({ ok: true, value: { slug: null } });
    expect(await own.database.initiative.count({ where: { id } })).toBe(0);
  });

  test(`is not the ${mostDrafts + 1}th of one person`, async () => {
    const eager = await signedIn(own.database);
    for (let number = 0; number < mostDrafts - 1; number += 1) await started(eager);
    const last = await Promise.all([
      startDraft({ formKey: randomUUID() }, eager),
      startDraft({ formKey: randomUUID() }, eager),
    ]);
    expect(last.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await own.database.initiative.count({ where: { submitterId: eager.actor.person.id } })).toBe(mostDrafts);
  });
});
