import { beforeAll, describe, expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { judgeAnswer, sayWhatBecame } from '#app/modules/actions/commands/answer-undertaking.server.ts';
import { changeUndertaking, writeUndertaking } from '#app/modules/actions/commands/write-undertaking.server.ts';
import {
  oneUndertakingOfWork,
  proofFile,
  publicUndertaking,
  undertakings,
} from '#app/modules/actions/queries/undertakings.query.server.ts';
import type { UndertakingContent } from '#app/modules/actions/undertaking.ts';
import { brokenRule, type Transaction } from '#app/platform/database.server.ts';
import { testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { as, given, makeActionScene, type ActionScene } from './scene.ts';

const own = useTestDatabase();
let scene: ActionScene;

beforeAll(async () => {
  scene = await makeActionScene(own.database);
});

const content: UndertakingContent = {
  saidBy: 'de wethouder',
  toWhom: 'council',
  what: 'De raad krijgt elk half jaar een overzicht van het geld.',
  saidOn: calendarDate('2026-05-12'),
  saidAt: 'raadscommissie',
  saidLink: '',
  dueOn: calendarDate('2026-11-01'),
};

const chair = async () => as(own.database, scene.chairId);
const manager = async () => as(own.database, scene.managerId);

async function makeUndertaking(words: Partial<UndertakingContent> = {}) {
  const id = newId();
  const { number } = given(
    await writeUndertaking({ id, bodyId: scene.bodyId, content: { ...content, ...words } }, await chair()),
  );
  return { id, number: String(number) };
}

const kept = (undertakingId: string, id = newId()) => ({
  ...{ undertakingId, id, answer: 'kept' as const, text: 'Het overzicht is verstuurd.', decisionNumber: '' },
  ...{ proofLink: 'https://wijkbeurs.example/overzicht', file: null },
});

const broken = async (work: (tx: Transaction) => Promise<unknown>) => {
  try {
    await own.database.$transaction(work);
    return null;
  } catch (error) {
    return brokenRule(error);
  }
};

describe('an undertaking', () => {
  test('is written down by who keeps the lists of the body, once', async () => {
    const order = { id: newId(), bodyId: scene.bodyId, content };
    expect(await writeUndertaking(order, await as(own.database, scene.memberId))).toMatchObject({
      reason: 'role-needed',
    });
    const [one, two] = await Promise.all([
      writeUndertaking(order, await chair()),
      writeUndertaking(order, await chair()),
    ]);
    expect(one).toMatchObject({ ok: true });
    expect(two).toEqual(one);
    const ahead = { ...content, saidOn: calendarDate('2026-12-24'), dueOn: null };
    expect(await writeUndertaking({ ...order, id: newId(), content: ahead }, await chair())).toMatchObject({
      reason: 'said-ahead',
    });
    const before = { ...content, dueOn: calendarDate('2026-01-01') };
    expect(await writeUndertaking({ ...order, id: newId(), content: before }, await chair())).toMatchObject({
      reason: 'term-before',
    });
  });

  test('counts as kept when another confirms it, and is late until then', async () => {
    const { id, number } = await makeUndertaking();
    const answer = kept(id);
    expect(await sayWhatBecame({ ...answer, proofLink: '' }, await chair())).toMatchObject({ reason: 'proof-missing' });
    expect(await sayWhatBecame({ ...answer, decisionNumber: '1999-0001' }, await chair())).toMatchObject({
      reason: 'decision-unknown',
    });
    given(await sayWhatBecame(answer, await chair()));
    given(await sayWhatBecame(answer, await chair()));
    expect(await sayWhatBecame(kept(id), await manager())).toMatchObject({ reason: 'answer-waiting' });
    // nobody reads it yet
    expect(await publicUndertaking(own.database, number, testNow)).toMatchObject({
      state: 'open',
      isLate: true,
      answers: [],
    });
    const order = { id: answer.id, refusedReason: '' };
    expect(await judgeAnswer(order, await chair())).toMatchObject({ reason: 'own-answer' });
    expect(await judgeAnswer(order, await as(own.database, scene.memberId))).toMatchObject({ reason: 'role-needed' });
    given(await judgeAnswer(order, await manager()));
    given(await judgeAnswer(order, await manager()));
    const page = await publicUndertaking(own.database, number, testNow);
    expect(page).toMatchObject({ state: 'kept', isLate: false });
    expect(page?.answers).toHaveLength(1);
    expect(JSON.stringify(page)).not.toContain('Voorzitter');
    expect(await sayWhatBecame(kept(id), await chair())).toMatchObject({ reason: 'kept-already' });
    const { counts } = await undertakings(own.database, { body: '', toWhom: '', state: '' }, testNow);
    expect(counts.kept).toBe(1);
  });

  test('can be sent back, and said anew; not kept today may be kept later', async () => {
    const { id, number } = await makeUndertaking();
    const first = kept(id);
    given(await sayWhatBecame(first, await chair()));
    given(await judgeAnswer({ id: first.id, refusedReason: 'Deze pagina is er niet.' }, await manager()));
    const second = { ...kept(id), answer: 'not' as const, proofLink: '' };
    given(await sayWhatBecame(second, await manager()));
    given(await judgeAnswer({ id: second.id, refusedReason: '' }, await chair()));
    const third = kept(id);
    given(await sayWhatBecame(third, await chair()));
    const later = await as(own.database, scene.managerId, new Date(testNow.getTime() + 60_000));
    given(await judgeAnswer({ id: third.id, refusedReason: '' }, later));
    const page = await publicUndertaking(own.database, number, testNow);
    expect(page?.answers.map(({ answer }) => answer)).toEqual(['not', 'kept']);
    expect(page?.state).toBe('kept');
    const work = await oneUndertakingOfWork(own.database, (await chair()).actor, id, testNow);
    expect(work?.refused).toHaveLength(1);
  });

  test('keeps its former words, and changes no more once something was said of it', async () => {
    const { id, number } = await makeUndertaking();
    const other = { ...content, what: 'De raad krijgt elk jaar een overzicht van het geld.' };
    given(await changeUndertaking({ id, revision: 1, content: other }, await manager()));
    expect(await changeUndertaking({ id, revision: 1, content }, await manager())).toMatchObject({
      reason: 'changed-meanwhile',
    });
    const page = await publicUndertaking(own.database, number, testNow);
    expect(page?.wordings.map(({ what }) => what)).toEqual([content.what]);
    given(await sayWhatBecame(kept(id), await chair()));
    expect(await changeUndertaking({ id, revision: 2, content }, await manager())).toMatchObject({
      reason: 'undertaking-fixed',
    });
  });

  test('shows a file that proves it when it is confirmed, and before that to colleagues', async () => {
    const { id } = await makeUndertaking();
    const answer = kept(id);
    const bytes = new TextEncoder().encode('geen foto');
    const file = { name: 'bewijs.pdf', bytes };
    expect(await sayWhatBecame({ ...answer, proofLink: '', file }, await chair())).toMatchObject({
      reason: 'file-type-refused',
    });
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const photo = { name: '../foto.png', bytes: new Uint8Array(png) };
    given(await sayWhatBecame({ ...answer, proofLink: '', file: photo }, await chair()));
    const asResident = (await as(own.database, scene.residentId)).actor;
    expect(await proofFile(own.database, asResident, answer.id)).toBeNull();
    expect(await proofFile(own.database, (await manager()).actor, answer.id)).toMatchObject({ isPublic: false });
    given(await judgeAnswer({ id: answer.id, refusedReason: '' }, await manager()));
    expect(await proofFile(own.database, asResident, answer.id)).toMatchObject({
      fileName: 'foto.webp',
      isPublic: true,
    });
  });
});

describe('the database', () => {
  test('lets nobody say alone what became of an undertaking', async () => {
    const { id } = await makeUndertaking();
    expect(await broken((tx) => tx.undertaking.update({ where: { id }, data: { state: 'kept', revision: 2 } }))).toBe(
      'undertaking_as_confirmed',
    );
    const answer = kept(id);
    given(await sayWhatBecame(answer, await chair()));
    const confirm = (answeredById: string | null) => (tx: Transaction) =>
      tx.undertakingAnswer.update({
        where: { id: answer.id },
        data: { state: 'confirmed', answeredById, answeredAt: testNow },
      });
    expect(await broken(confirm(scene.chairId))).toBe('undertaking_two_persons');
    expect(await broken(confirm(null))).toBe('undertaking_two_persons');
    expect(await broken(confirm(scene.managerId))).toBe('undertaking_as_confirmed');
    const change = { where: { id: answer.id }, data: { text: 'Iets heel anders gezegd.' } };
    expect(await broken((tx) => tx.undertakingAnswer.update(change))).toBe('undertaking_answered');
    expect(await broken((tx) => tx.undertakingAnswer.delete({ where: { id: answer.id } }))).toBe('record_append_only');
    expect(await broken((tx) => tx.undertaking.delete({ where: { id } }))).toBe('record_append_only');
    const proposed = { undertakingId: id, answer: 'kept', text: 'Zonder enig bewijs gezegd.', proposedAt: testNow };
    given(await judgeAnswer({ id: answer.id, refusedReason: 'Klopt niet.' }, await manager()));
    expect(await broken((tx) => tx.undertakingAnswer.create({ data: { id: newId(), ...proposed } }))).toBe(
      'undertaking_proof_needed',
    );
  });
});
