import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { workersFor } from '#app/modules/loket/mails/recipients.server.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { answersFor } from '../agenda-policy.ts';
import { accessOf, lockGathering } from '../gathering.store.server.ts';
import { mailAgendaItem, mailOutcome } from '../jobs.server.ts';
import type { ItemAnswer } from '../outcome.ts';
import { agendaRefusals } from '../refusals.ts';
import { whoHearsOfIt } from '../report.store.server.ts';

export type AgendaRefusal =
  | Exclude<PolicyRefusal, 'not-found'>
  | 'gathering-unknown'
  | 'item-unknown'
  | 'form-key-invalid'
  | 'changed-meanwhile'
  | 'withdrawn'
  | (typeof agendaRefusals)[keyof typeof agendaRefusals];

export type PutForward = {
  gatheringId: string;
  /** Made by the form, so that a double post asks once. */
  id: string;
  bodyId: string;
  title: string;
  request: string;
  questionIds: readonly string[];
};

/** Whoever runs a gathering puts design questions or a request forward to an opgaveteam or the board. Who answers there hears of it. */
export async function putForward(
  { gatheringId, id, bodyId, title, request, questionIds }: PutForward,
  context: Context<SignedIn>,
): Promise<Outcome<void, AgendaRefusal>> {
  const { actor, now } = context;
  if (!isId(gatheringId)) return refused('gathering-unknown');
  if (!isId(id)) return refused('form-key-invalid');
  if (!isId(bodyId)) return refused('body-unknown');
  if (!questionIds.every(isId)) return refused('question-unknown');
  return inTransaction<void, AgendaRefusal, AgendaRefusal>(
    context,
    async (tx) => {
      const gathering = await lockGathering(tx, gatheringId);
      if (gathering === null || (await accessOf(tx, actor, gatheringId)) !== 'run') return refused('gathering-unknown');
      const known = await tx.gatheringAgendaItem.findUnique({ where: { id } });
      if (known !== null) return known.gatheringId === gatheringId ? accepted() : refused('form-key-invalid');
      await tx.gatheringAgendaItem.create({
        data: { id, gatheringId, bodyId, title, request, putForwardById: actor.person.id, putForwardAt: now },
      });
      await tx.gatheringAgendaQuestion.createMany({
        data: [...new Set(questionIds)].map((questionId) => ({ itemId: id, questionId })),
      });
      for (const person of await workersFor(
        context.database,
        bodyId,
        ['chair', 'programme_manager'],
        dayInAmsterdam(now),
      ))
        await enqueue(
          tx,
          mailAgendaItem,
          { itemId: id, personId: person.id, news: 'item-asked' },
          `agenda-item:${id}:${person.id}:item-asked`,
        );
      return accepted();
    },
    { refusals: agendaRefusals },
  );
}

type Seen = { id: string; revision: number };

/** Whoever runs the gathering takes it back, as long as there is no answer. */
export async function withdrawItem(
  { gatheringId, id, revision }: Seen & { gatheringId: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, AgendaRefusal>> {
  if (!isId(gatheringId) || !isId(id)) return refused('item-unknown');
  return inTransaction<void, AgendaRefusal, AgendaRefusal>(
    context,
    async (tx) => {
      if ((await accessOf(tx, context.actor, gatheringId)) !== 'run') return refused('gathering-unknown');
      await tx.$queryRaw`select 1 from gathering_agenda_item where id = ${id}::uuid for update`;
      const item = await tx.gatheringAgendaItem.findFirst({ where: { id, gatheringId } });
      if (item === null) return refused('item-unknown');
      if (item.state === 'withdrawn') return accepted();
      if (item.state === 'answered') return refused('already-answered');
      if (item.revision !== revision) return refused('changed-meanwhile');
      await tx.gatheringAgendaItem.update({ where: { id }, data: { state: 'withdrawn', revision: revision + 1 } });
      return accepted();
    },
    { refusals: agendaRefusals },
  );
}

/**
 * A body answers what was put forward to it, once. Not by who put it forward: the answer is for them too. Everybody who was there and
 * can be reached hears of it, and who put it forward.
 */
export async function answerItem(
  { id, revision, answer, text }: Seen & { answer: ItemAnswer; text: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, AgendaRefusal>> {
  const { actor, now } = context;
  if (!isId(id)) return refused('item-unknown');
  return inTransaction<void, AgendaRefusal, AgendaRefusal>(
    context,
    async (tx) => {
      await tx.$queryRaw`select 1 from gathering_agenda_item where id = ${id}::uuid for update`;
      const item = await tx.gatheringAgendaItem.findUnique({ where: { id } });
      if (item === null) return refused('item-unknown');
      const allowed = answersFor(actor, item.bodyId);
      if (!allowed.ok) return allowed;
      if (item.putForwardById === actor.person.id) return refused('own-request');
      if (item.state === 'withdrawn') return refused('withdrawn');
      if (item.state === 'answered')
        return item.answer === answer && item.answerText === text && item.answeredById === actor.person.id
          ? accepted()
          : refused('already-answered');
      if (item.revision !== revision) return refused('changed-meanwhile');
      await tx.gatheringAgendaItem.update({
        where: { id },
        data: {
          ...{ state: 'answered', answer, answerText: text, answeredAt: now, revision: revision + 1 },
          answeredById: actor.person.id,
        },
      });
      for (const registrationId of await whoHearsOfIt(tx, item.gatheringId))
        await enqueue(
          tx,
          mailOutcome,
          { registrationId, news: 'item-answered', subjectId: id },
          `gathering-outcome:${registrationId}:item-answered:${id}`,
        );
      if (item.putForwardById !== null)
        await enqueue(
          tx,
          mailAgendaItem,
          { itemId: id, personId: item.putForwardById, news: 'item-answered' },
          `agenda-item:${id}:${item.putForwardById}:item-answered`,
        );
      return accepted();
    },
    { refusals: agendaRefusals },
  );
}
