import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { instant, type Instant } from '#app/kernel/instant.ts';
import { actorOfPerson } from '#app/modules/people/queries/actor.query.server.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { askQuestion, type AskQuestion } from '#app/modules/integrity/commands/ask-question.server.ts';
import { followQuestion, moveQuestions } from '#app/modules/integrity/commands/follow-question.server.ts';
import {
  answerQuestion,
  passOn,
  releaseOutcome,
  writeOutcome,
} from '#app/modules/integrity/commands/handle-question.server.ts';
import { readOwnQuestion, readQuestion } from '#app/modules/integrity/commands/read-question.server.ts';
import { resealQuestions } from '#app/modules/integrity/commands/reseal-questions.server.ts';
import { publicIntegrity } from '#app/modules/integrity/queries/outcomes.query.server.ts';
import { questionDesk } from '#app/modules/integrity/queries/question-work.query.server.ts';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { handlesQuestions } from '#app/modules/integrity/question-policy.ts';
import type { Context } from '#app/platform/database.server.ts';
import type { SealingKeys } from '#app/platform/sealing.server.ts';
import { makeBody, makeMembership, makePerson, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { ruleOf, valueOf } from '../scoring/scene.ts';

const own = useTestDatabase();
const keys: SealingKeys = [{ id: '1', key: Buffer.alloc(32, 7) }];
const sealing = { keys, secret: 'a secret of at least thirty-two characters' };
const words = 'De voorzitter gaf geld aan de club van zijn broer.';

type Someone = { id: string; at: (now?: Instant) => Promise<Context<SignedIn>> };
let bodyId: string;
let chair: Someone;
let manager: Someone;
let control: Someone;
let board: Someone;
let editor: Someone;

async function someone(role: string | null, body: string): Promise<Someone> {
  const id = await makePerson(own.database);
  if (role !== null) await makeMembership(own.database, { personId: id, bodyId: body, role });
  return {
    id,
    at: async (now = testNow) => {
      const actor = await actorOfPerson(own.database, id, { now, demo: false, secondFactor: true });
      return { actor, now, database: own.database };
    },
  };
}

let office: string;

beforeEach(async () => {
  await own.database.bodyMembership.updateMany({ data: { endsOn: new Date('2025-12-01') } });
  bodyId = await makeBody(own.database);
  office =
    (await own.database.body.findUnique({ where: { slug: 'programmabureau' } }))?.id ??
    (await makeBody(own.database, { slug: 'programmabureau', kind: 'programme' }));
  const boardId = await makeBody(own.database, { kind: 'alliantiebestuur' });
  chair = await someone('chair', bodyId);
  manager = await someone('programme_manager', bodyId);
  control = await someone('controlegroep', office);
  board = await someone('member', boardId);
  editor = await someone('editor', office);
});

const anonymous = (now: Instant = testNow) => ({
  actor: {
    ...{ person: null, sessionId: null, roles: [], organisations: [] },
    ...{ secondFactor: false, demo: false },
  },
  now,
  database: own.database,
});

async function ask(given: Partial<AskQuestion> = {}, now: Instant = testNow) {
  const question: AskQuestion = {
    ...{ formKey: newId(), kind: 'report', bodyId, about: [], text: words },
    ...{ email: '', withAccount: false, locale: 'nl' },
    ...given,
  };
  const { token } = valueOf(await askQuestion(question, anonymous(now), sealing));
  const view = await readOwnQuestion({ token }, { database: own.database, now }, sealing);
  if (view === null) throw new Error('asked, and not there');
  return { token, id: view.id, question };
}

const view = async (token: string) => {
  const read = await readOwnQuestion({ token }, { database: own.database, now: testNow }, sealing);
  if (read === null) throw new Error('not there');
  return read;
};
const sees = async (who: Someone, id: string, now?: Instant) =>
  (await readQuestion({ id }, await who.at(now), sealing)) !== null;
const whoSees = async (id: string, now?: Instant) => ({
  chair: await sees(chair, id, now),
  manager: await sees(manager, id, now),
  control: await sees(control, id, now),
  board: await sees(board, id, now),
  editor: await sees(editor, id, now),
});
const nobody = { chair: false, manager: false, control: false, board: false, editor: false };

describe('who sees a question', () => {
  test('only the level on which it lies, and every opening is written down', async () => {
    const { id, token } = await ask();
    expect(await whoSees(id)).toEqual({ ...nobody, chair: true });
    const looks = await own.database.integrityLook.findMany({ where: { questionId: id } });
    expect(looks.map(({ lookerId }) => lookerId)).toEqual([chair.id]);
    expect((await view(token)).looks.map(({ level }) => level)).toEqual(['chair']);
    const forged = own.database.integrityLook.create({
      data: { id: newId(), questionId: id, lookerId: manager.id, lookedAt: testNow },
    });
    expect(await ruleOf(forged)).toBe('integrity_look_of_level');
  });

  test('whoever it is about is skipped, and stays out with another role of theirs too', async () => {
    await makeMembership(own.database, { personId: chair.id, bodyId: office, role: 'controlegroep' });
    const { id, token } = await ask({ about: ['chair'] });
    expect((await view(token)).level).toBe('manager');
    expect(await whoSees(id)).toEqual({ ...nobody, manager: true });
    const later = instant('2027-01-01T12:00:00Z');
    await moveQuestions({ database: own.database, now: later });
    expect((await view(token)).level).toBe('control');
    expect(await whoSees(id, later)).toEqual({ ...nobody, manager: true, control: true });
  });

  test('not its asker, whatever role they have', async () => {
    const question: AskQuestion = {
      ...{ formKey: newId(), kind: 'question', bodyId, about: [], text: words },
      ...{ email: '', withAccount: true, locale: 'nl' },
    };
    const { token } = valueOf(await askQuestion(question, await chair.at(), sealing));
    const asked = await view(token);
    expect(asked.level).toBe('manager');
    expect(await whoSees(asked.id)).toEqual({ ...nobody, manager: true });
  });

  test('nobody is left: the answer says so, and nothing is kept', async () => {
    const before = await own.database.integrityQuestion.count();
    const about: AskQuestion['about'] = ['chair', 'manager', 'control', 'board'];
    const question = { ...(await ask()).question, formKey: newId(), about };
    expect(await askQuestion(question, anonymous(), sealing)).toEqual({ ok: false, reason: 'nobody-left' });
    expect(await own.database.integrityQuestion.count()).toBe(before + 1);
  });

  test('the database holds no word of it, and no address', async () => {
    const { id } = await ask({ email: 'melder@example.org' });
    const [row] = await own.database.$queryRaw<{ all: string }[]>`
      select string_agg(t::text, ' ') || (select string_agg(s::text, ' ') from integrity_step s)
        || (select coalesce(string_agg(j::text, ' '), '') from graphile_worker._private_jobs j) as all
        from integrity_question t where id = ${id}::uuid`;
    expect(row?.all ?? '').not.toContain('broer');
    expect(row?.all ?? '').not.toContain('melder');
    expect(row?.all ?? '').not.toContain(Buffer.from('broer').toString('hex'));
  });

  test('the same form twice asks once, and the id of a question leads nobody to the page of its asker', async () => {
    const { question, token, id } = await ask();
    expect(await askQuestion(question, anonymous(), sealing)).toEqual({ ok: true, value: { token } });
    expect(await own.database.integrityQuestion.count({ where: { number: { not: '' }, id } })).toBe(1);
    const tried = await askQuestion({ ...question, formKey: id }, anonymous(), sealing);
    expect(tried.ok && tried.value.token).not.toBe(token);
  });
});

describe('the way up', () => {
  test('one that cannot move keeps no other back', async () => {
    const [stuck, other] = [await ask(), await ask()];
    await own.database.$executeRawUnsafe(`
      create function stuck_for_test() returns trigger language plpgsql as $$ begin raise exception 'stuck'; end $$`);
    await own.database.$executeRawUnsafe(`
      create trigger stuck_for_test before insert on integrity_step for each row
        when (new.question_id = '${stuck.id}') execute function stuck_for_test()`);
    try {
      const moved = moveQuestions({ database: own.database, now: instant('2026-12-06T02:00:00Z') });
      await expect(moved).rejects.toThrow(AggregateError);
    } finally {
      await own.database.$executeRawUnsafe('drop function stuck_for_test cascade');
    }
    expect([(await view(stuck.token)).level, (await view(other.token)).level]).toEqual(['chair', 'manager']);
  });

  test('by itself when a term passes, once however often the clock looks', async () => {
    const { id, token } = await ask();
    const lastDay = instant('2026-12-05T22:00:00Z');
    expect(await moveQuestions({ database: own.database, now: lastDay })).toBe(0);
    const next = instant('2026-12-06T02:00:00Z');
    await Promise.all([
      moveQuestions({ database: own.database, now: next }),
      moveQuestions({ database: own.database, now: next }),
    ]);
    const after = await view(token);
    expect(after).toMatchObject({ level: 'manager', state: 'open', dueOn: '2026-12-20' });
    expect(after.steps.map(({ kind }) => kind)).toEqual(['asked', 'term-passed']);
    expect(await moveQuestions({ database: own.database, now: next })).toBe(0);
    // earlier levels still see it
    expect(await whoSees(id, next)).toEqual({ ...nobody, chair: true, manager: true });
    expect(
      await answerQuestion(
        { id, revision: after.revision, text: 'Te laat, maar toch.' },
        await chair.at(next),
        sealing,
      ),
    ).toEqual({
      ok: false,
      reason: 'not-your-level',
    });
  });

  test('when the asker finds an answer not enough, up to the board and no further', async () => {
    const { id, token } = await ask();
    for (const [level, who] of [
      ['chair', chair],
      ['manager', manager],
      ['control', control],
      ['board', board],
    ] as const) {
      const { revision } = await view(token);
      valueOf(await answerQuestion({ id, revision, text: 'Wij zochten het uit.' }, await who.at(), sealing));
      const answered = await view(token);
      expect(answered).toMatchObject({ level, state: 'answered' });
      const more = { token, revision: answered.revision, intent: 'not-enough', text: 'Dit klopt niet.' } as const;
      const up = await followQuestion(more, { database: own.database, now: testNow }, sealing);
      expect(up).toEqual(level === 'board' ? { ok: false, reason: 'no-higher-level' } : { ok: true, value: undefined });
    }
  });

  test('when a level passes it on', async () => {
    const { id, token } = await ask();
    valueOf(await passOn({ id, revision: (await view(token)).revision }, await chair.at()));
    expect(await view(token)).toMatchObject({ level: 'manager', state: 'open' });
  });

  test('past the term of the board it stays, and the board is told once', async () => {
    const { token } = await ask({ about: ['chair', 'manager', 'control'] });
    const late = instant('2027-06-01T12:00:00Z');
    await moveQuestions({ database: own.database, now: late });
    await moveQuestions({ database: own.database, now: late });
    const stays = await view(token);
    expect(stays).toMatchObject({ level: 'board', state: 'open', dueOn: null });
    expect(stays.steps.map(({ kind }) => kind)).toEqual(['asked', 'term-passed']);
  });

  test('two answers at the same instant: one stands', async () => {
    const { id, token } = await ask();
    const { revision } = await view(token);
    const second = await someone('chair', bodyId);
    const outcomes = await Promise.all([
      answerQuestion({ id, revision, text: 'Het eerste antwoord.' }, await chair.at(), sealing),
      answerQuestion({ id, revision, text: 'Het tweede antwoord.' }, await second.at(), sealing),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await view(token)).steps.filter(({ kind }) => kind === 'answered')).toHaveLength(1);
  });
});

describe('what came of it', () => {
  async function closed() {
    const asked = await ask();
    const { revision } = await view(asked.token);
    valueOf(await answerQuestion({ id: asked.id, revision, text: 'Wij zochten het uit.' }, await chair.at(), sealing));
    await moveQuestions({ database: own.database, now: instant('2026-12-06T12:00:00Z') });
    const done = await view(asked.token);
    expect(done.state).toBe('closed');
    return { ...asked, revision: done.revision };
  }

  test('is written by who saw it and released by another', async () => {
    const { id, revision, token } = await closed();
    const outcome = { id, revision, text: 'Het geld is teruggegeven. De regels zijn verduidelijkt.' };
    expect(await writeOutcome(outcome, await control.at())).toEqual({ ok: false, reason: 'not-your-level' });
    valueOf(await writeOutcome(outcome, await chair.at()));
    const seen = { id, revision: revision + 1 };
    expect(await releaseOutcome(seen, await chair.at())).toEqual({ ok: false, reason: 'same-person' });
    const desk = await questionDesk(own.database, (await editor.at()).actor, calendarDate('2026-12-07'));
    expect(desk.lines).toEqual([]);
    expect(desk.outcomes.map(({ number }) => number)).toEqual([(await view(token)).number]);
    valueOf(await releaseOutcome(seen, await editor.at()));
    const shown = await publicIntegrity(own.database, calendarDate('2026-12-07'));
    expect(shown.outcomes.find(({ outcome: text }) => text === outcome.text)).toMatchObject({
      level: 'chair',
      days: 15,
    });
    const changed = own.database.integrityQuestion.update({ where: { id }, data: { outcome: 'Anders' } });
    expect(await ruleOf(changed)).toBe('integrity_outcome_released');
  });

  test('is not released by somebody without a part in it, nor by whom it is about', async () => {
    const { id, revision } = await closed();
    valueOf(await writeOutcome({ id, revision, text: 'Er is niets gevonden dat niet klopt.' }, await chair.at()));
    const member = await someone('member', bodyId);
    const release = { id, revision: revision + 1 };
    expect(await releaseOutcome(release, await member.at())).toEqual({ ok: false, reason: 'not-your-level' });
  });
});

describe('its words', () => {
  test('are sealed anew with another key, and nothing else changes them', async () => {
    const { id, token } = await ask();
    const { revision } = await view(token);
    valueOf(await answerQuestion({ id, revision, text: 'Wij zochten het uit.' }, await chair.at(), sealing));
    const [old] = keys;
    const both: SealingKeys = [{ id: '2', key: Buffer.alloc(32, 9) }, old];
    expect((await resealQuestions(own.database, both)).unreadable).toEqual([]);
    const read = await readOwnQuestion({ token }, { database: own.database, now: testNow }, { keys: [both[0]] });
    expect(read).toMatchObject({ text: words });
    expect(read?.steps.map(({ text }) => text)).toContain('Wij zochten het uit.');
    const emptied = own.database.integrityQuestion.update({
      where: { id },
      data: { sealed: new Uint8Array(0), keyId: '', contact: '', erasedAt: testNow },
    });
    expect(await ruleOf(emptied)).toBe('integrity_question_fixed');
    await resealQuestions(own.database, [old, both[0]]);
  });
});

test('another role opens no question for a chair without a second factor', async () => {
  await makeMembership(own.database, { personId: chair.id, bodyId: await makeBody(own.database), role: 'member' });
  const { id, token } = await ask();
  const actor = await actorOfPerson(own.database, chair.id, { now: testNow, demo: false, secondFactor: false });
  const half = { actor, now: testNow, database: own.database };
  expect(handlesQuestions(actor)).toMatchObject({ reason: 'second-factor-needed' });
  expect(await readQuestion({ id }, half, { keys })).toBeNull();
  expect((await questionDesk(own.database, actor, calendarDate('2026-11-21'))).lines).toEqual([]);
  const answer = { id, revision: 1, text: 'Dat is nagegaan en klopt.' };
  expect(await answerQuestion(answer, half, { keys })).toMatchObject({ reason: 'second-factor-needed' });
  expect((await view(token)).looks).toEqual([]);
  expect(await answerQuestion(answer, await chair.at(), { keys })).toMatchObject({ ok: true });
});
