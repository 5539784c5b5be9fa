import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import {
  createAction,
  publishAction,
  removeAction,
  rewordAction,
} from '#app/modules/actions/commands/create-action.server.ts';
import { changeAction, makeAction } from '#app/modules/actions/commands/make-action.server.ts';
import {
  dropAction,
  finishAction,
  handOverAction,
  reopenAction,
  reportProgress,
} from '#app/modules/actions/commands/move-action.server.ts';
import { accepted, type Outcome } from '#app/kernel/outcome.ts';
import { actionRefusals } from '#app/modules/actions/refusals.ts';
import { brokenRule, inTransaction, type Transaction } from '#app/platform/database.server.ts';
import { testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import {
  as,
  contentOf,
  given,
  makeActionScene,
  makeMeeting,
  makeOne,
  publishMinutes,
  type ActionScene,
} from './scene.ts';

const own = useTestDatabase();
let scene: ActionScene;

beforeAll(async () => {
  scene = await makeActionScene(own.database);
});

const rowOf = async (id: string) =>
  own.database.action.findUniqueOrThrow({ where: { id }, include: { updates: true } });
const kindsOf = async (id: string) => {
  const { updates } = await rowOf(id);
  return updates.sort((one, other) => one.revision - other.revision).map(({ kind }) => kind);
};
const broken = async (work: (tx: Transaction) => Promise<unknown>) => {
  try {
    await own.database.$transaction(work);
    return null;
  } catch (error) {
    return brokenRule(error);
  }
};

describe('an action', () => {
  test('is made by who keeps the list of the body, once, with a public owner', async () => {
    const id = newId();
    const order = { id, bodyId: scene.bodyId, content: contentOf(), decisionNumber: '' };
    expect(await makeAction(order, await as(own.database, scene.memberId))).toMatchObject({ reason: 'role-needed' });
    expect(await makeAction(order, await as(own.database, scene.residentId))).toMatchObject({ reason: 'role-needed' });
    const chair = await as(own.database, scene.chairId);
    const [one, two] = await Promise.all([makeAction(order, chair), makeAction(order, chair)]);
    expect(one).toMatchObject({ ok: true });
    expect(two).toEqual(one);
    expect(await own.database.action.count({ where: { id } })).toBe(1);
    expect(await kindsOf(id)).toEqual(['made']);
    expect(await makeAction({ ...order, id: 'x' }, chair)).toMatchObject({ reason: 'form-key-invalid' });
    expect(await makeAction({ ...order, id: newId(), bodyId: scene.otherId }, chair)).toMatchObject({
      reason: 'role-needed',
    });
    const nameless = contentOf({ owner: { personId: scene.ownerId, organisationId: null, words: ' ' } });
    expect(await makeAction({ ...order, id: newId(), content: nameless }, chair)).toMatchObject({
      reason: 'owner-missing',
    });
    const forged = contentOf({ owner: { personId: newId(), organisationId: null, words: 'iemand' } });
    expect(await makeAction({ ...order, id: newId(), content: forged }, chair)).toMatchObject({
      reason: 'owner-unknown',
    });
    expect(await makeAction({ ...order, id: newId(), decisionNumber: '1999-0001' }, chair)).toMatchObject({
      reason: 'decision-unknown',
    });
  });

  test('is moved by its owner and who keeps the list, each as what they are', async () => {
    const id = await makeOne(own.database, scene, {
      owner: { personId: scene.ownerId, organisationId: null, words: 'bewonersgroep' },
    });
    const owner = await as(own.database, scene.ownerId);
    const stranger = await as(own.database, scene.residentId);
    const said = { id, revision: 1, text: 'De offerte is binnen.' };
    expect(await reportProgress(said, stranger)).toMatchObject({ reason: 'not-yours' });
    expect(await reportProgress({ ...said, text: ' ' }, owner)).toMatchObject({ reason: 'reason-missing' });
    given(await reportProgress(said, owner));
    // twice the same is once
    given(await reportProgress(said, owner));
    expect(await reportProgress({ ...said, text: 'Iets anders.' }, owner)).toMatchObject({
      reason: 'changed-meanwhile',
    });
    expect(await dropAction({ id, revision: 2, text: 'Geen tijd.' }, owner)).toMatchObject({ reason: 'role-needed' });
    given(await finishAction({ id, revision: 2, text: '' }, owner));
    const chair = await as(own.database, scene.chairId);
    expect(await reportProgress({ id, revision: 3, text: 'Nog iets.' }, chair)).toMatchObject({
      reason: 'action-closed',
    });
    expect(await changeAction({ id, revision: 3, content: contentOf() }, chair)).toMatchObject({
      reason: 'action-closed',
    });
    expect(await reopenAction({ id, revision: 3, text: '' }, chair)).toMatchObject({ reason: 'reason-missing' });
    given(await reopenAction({ id, revision: 3, text: 'Er ontbreken er twee.' }, chair));
    given(await dropAction({ id, revision: 4, text: 'De gemeente doet het zelf.' }, chair));
    expect(await kindsOf(id)).toEqual(['made', 'progress', 'done', 'reopened', 'dropped']);
    const { updates, state, closedAt } = await rowOf(id);
    expect(updates.find(({ kind }) => kind === 'progress')?.byRole).toBe('owner');
    expect(updates.find(({ kind }) => kind === 'dropped')?.byRole).toBe('chair');
    expect([state, closedAt]).toEqual(['dropped', testNow]);
  });

  test('two who close it at the same instant close it once', async () => {
    const id = await makeOne(own.database, scene);
    const [one, two] = await Promise.all([
      finishAction({ id, revision: 1, text: 'Gedaan.' }, await as(own.database, scene.chairId)),
      dropAction({ id, revision: 1, text: 'Niet meer nodig.' }, await as(own.database, scene.managerId)),
    ]);
    expect([one.ok, two.ok].sort()).toEqual([false, true]);
    expect(await kindsOf(id)).toHaveLength(2);
  });

  test('goes on at the other body when it is handed over, and is theirs from then on', async () => {
    const id = await makeOne(own.database, scene);
    const chair = await as(own.database, scene.chairId);
    const order = { id, revision: 1, text: 'Dit is van hen.', bodyId: scene.otherId, newId: newId() };
    expect(await handOverAction({ ...order, bodyId: scene.bodyId }, chair)).toMatchObject({ reason: 'same-body' });
    const { number } = given(await handOverAction(order, chair));
    expect(given(await handOverAction(order, chair))).toEqual({ number });
    const there = await rowOf(order.newId);
    expect(there).toMatchObject({ bodyId: scene.otherId, followsId: id, state: 'open', source: 'handed', number });
    expect(await reopenAction({ id, revision: 2, text: 'Toch weer hier.' }, chair)).toMatchObject({
      reason: 'action-handed',
    });
    expect(await reportProgress({ id: order.newId, revision: 1, text: 'Wij weer.' }, chair)).toMatchObject({
      reason: 'not-yours',
    });
  });
});

describe('the database', () => {
  test('refuses a change without history, another move than it tells, and what is closed', async () => {
    const id = await makeOne(own.database, scene);
    const set = (data: object) => (tx: Transaction) => tx.action.update({ where: { id }, data });
    expect(await broken(set({ title: 'Stil veranderd', revision: 2 }))).toBe('action_has_history');
    expect(await broken(set({ title: 'Stil veranderd' }))).toBe('action_revision');
    expect(await broken(set({ bodyId: scene.otherId, revision: 2 }))).toBe('action_fixed');
    expect(await broken(set({ publishedAt: null, revision: 2 }))).toBe('action_fixed');
    expect(
      await broken(async (tx) => {
        await tx.action.update({ where: { id }, data: { state: 'done', closedAt: testNow, revision: 2 } });
        await tx.actionUpdate.create({
          data: { actionId: id, revision: 2, kind: 'progress', text: 'Loopt.', byRole: 'chair', happenedAt: testNow },
        });
      }),
    ).toBe('action_move_told');
    expect(
      await broken(async (tx) => {
        await tx.action.update({ where: { id }, data: { state: 'handed', closedAt: testNow, revision: 2 } });
        await tx.actionUpdate.create({
          data: { actionId: id, revision: 2, kind: 'handed', text: 'Weg ermee.', byRole: 'chair', happenedAt: testNow },
        });
      }),
    ).toBe('action_handed_on');
    expect(await broken((tx) => tx.action.delete({ where: { id } }))).toBe('record_append_only');
    expect(
      await broken((tx) => tx.actionUpdate.updateMany({ where: { actionId: id }, data: { text: 'Anders' } })),
    ).toBe('record_append_only');
    expect(await broken((tx) => tx.actionUpdate.deleteMany({ where: { actionId: id } }))).toBe('record_append_only');
    given(await finishAction({ id, revision: 1, text: '' }, await as(own.database, scene.chairId)));
    expect(await broken(set({ title: 'Nog even anders', revision: 3 }))).toBe('action_closed');
    // whose account it was may be forgotten
    expect(
      await broken((tx) => tx.actionUpdate.updateMany({ where: { actionId: id }, data: { byPersonId: null } })),
    ).toBe(null);
  });
});

describe('an action of minutes', () => {
  const by = { personId: null, role: 'minutes' } as const;
  const inMinutes = async (work: Parameters<typeof inTransaction<void, string>>[1]) =>
    inTransaction<void, string, string>({ database: own.database }, work, { refusals: actionRefusals });

  test('is for colleagues until the minutes are out, with other words then', async () => {
    const id = newId();
    const meetingId = await makeMeeting(own.database, scene.bodyId);
    const line = { kind: 'minutes', meetingId, line: 'regel-1' } as const;
    const order = { id, bodyId: scene.bodyId, source: line, isPublic: false, ...contentOf({ title: 'Bel mevrouw X' }) };
    given(await inMinutes(async (tx) => asVoid(await createAction(tx, order, by, testNow))));
    const again = await inMinutes(async (tx) => asVoid(await createAction(tx, { ...order, id: newId() }, by, testNow)));
    expect(again).toMatchObject({ reason: 'line-has-action' });
    const due = { kind: 'asap', on: calendarDate('2026-12-08') } as const;
    given(
      await inMinutes(async (tx) =>
        rewordAction(tx, { ...contentOf({ due, title: 'Bel mevrouw X' }), id }, by, testNow),
      ),
    );
    given(
      await inMinutes(async (tx) =>
        rewordAction(tx, { ...contentOf({ due, title: 'Bel mevrouw X' }), id }, by, testNow),
      ),
    );
    expect(await kindsOf(id)).toEqual(['made', 'changed']);
    given(await finishAction({ id, revision: 2, text: 'Mevrouw X gebeld.' }, await as(own.database, scene.chairId)));
    const words = { id, title: 'Bel een bewoner', explanation: '', ownerWords: 'voorzitter' };
    expect(await broken(async (tx) => publishAction(tx, words, by, testNow))).toBe('action_after_minutes');
    await publishMinutes(own.database, meetingId);
    given(await inMinutes(async (tx) => publishAction(tx, words, by, testNow)));
    given(await inMinutes(async (tx) => publishAction(tx, words, by, testNow)));
    expect(await kindsOf(id)).toEqual(['made', 'changed', 'done', 'published']);
    expect(await inMinutes(async (tx) => removeAction(tx, id))).toMatchObject({ reason: 'action-public' });
  });

  test('goes with its line before that', async () => {
    const id = newId();
    const meetingId = await makeMeeting(own.database, scene.bodyId);
    const source = { kind: 'minutes', meetingId, line: 'regel-1' } as const;
    const order = { id, bodyId: scene.bodyId, source, isPublic: false, ...contentOf() };
    given(await inMinutes(async (tx) => asVoid(await createAction(tx, order, by, testNow))));
    given(await inMinutes(async (tx) => removeAction(tx, id)));
    expect(await own.database.action.count({ where: { id } })).toBe(0);
  });
});

function asVoid(outcome: Outcome<unknown, string>): Outcome<void, string> {
  return outcome.ok ? accepted() : outcome;
}
