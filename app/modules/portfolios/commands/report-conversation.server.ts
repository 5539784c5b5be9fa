import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { otherSide, type ReportAnswer, type Side } from '../conversation.ts';
import { editorsOfTheOffice, lockOwnConversation, partiesOfReport, readersOf } from '../conversation.store.server.ts';
import { mailReport, mailReportAnswer, mailReportedSide } from '../jobs.server.ts';
import { mayModerate } from '../policy.ts';
import { messageRules, type MessageRefusal } from '../refusals.ts';

/** Somebody tells the editors of the programme office that the other side does not write as it should. */
export async function reportConversation(
  { conversationId, formKey: id, reason }: { conversationId: string; formKey: string; reason: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, MessageRefusal>> {
  const { actor, now } = context;
  const reporterId = actor.person.id;
  if (!isId(id)) return refused('form-key-invalid');
  return inTransaction<void, MessageRefusal, MessageRefusal>(
    context,
    async (tx) => {
      const conversation = await lockOwnConversation(tx, conversationId, reporterId);
      if (conversation === null) return refused('conversation-unknown');
      const known = await tx.messageReport.findUnique({ where: { id }, select: { reporterId: true } });
      if (known !== null) return known.reporterId === reporterId ? accepted() : refused('form-key-invalid');
      await tx.messageReport.create({
        data: { id, conversationId, reporterId, against: otherSide(conversation.side), reason, reportedAt: now },
      });
      const editors = await editorsOfTheOffice(tx, dayInAmsterdam(now));
      const parties = await partiesOfReport(tx, id, editors);
      for (const personId of editors.filter((editor) => !parties.has(editor)))
        await enqueue(tx, mailReport, { reportId: id, personId }, `mail-report:${id}:${personId}`);
      return accepted();
    },
    { refusals: messageRules },
  );
}

export type AnswerReport = { reportId: string; answer: ReportAnswer; reason: string };

/**
 * An editor of the programme office answers a report: does nothing, warns the other side, or hides its portfolio. Who reported
 * is told, and who was warned. Nobody answers a report of a conversation of their own.
 */
export async function answerReport(
  { reportId: id, answer, reason }: AnswerReport,
  context: Context<SignedIn>,
): Promise<Outcome<void, MessageRefusal>> {
  const { actor, now } = context;
  const allowed = mayModerate(actor);
  if (!allowed.ok) return allowed;
  if (!isId(id)) return refused('report-unknown');
  return inTransaction<void, MessageRefusal, MessageRefusal>(
    context,
    async (tx) => {
      await tx.$queryRaw`select 1 from message_report where id = ${id}::uuid for update`;
      const report = await tx.messageReport.findUnique({
        where: { id },
        select: {
          answer: true,
          against: true,
          reporterId: true,
          answeredById: true,
          conversation: { select: { id: true, askerId: true, askerPersonId: true, answererId: true } },
        },
      });
      if (report === null) return refused('report-unknown');
      if ((await partiesOfReport(tx, id, [actor.person.id])).size > 0) return refused('own-report');
      if (report.answer !== null)
        return report.answer === answer && report.answeredById === actor.person.id
          ? accepted()
          : refused('already-answered');
      const { conversation } = report;
      const against: Side = report.against === 'asker' ? 'asker' : 'answerer';
      const reported = against === 'asker' ? conversation.askerId : conversation.answererId;
      if (answer === 'hidden') {
        if (reported === null) return refused('nothing-to-hide');
        // hidden already: it still comes back as it was before that
        await tx.$executeRaw`
        update portfolio set hidden_from = coalesce(hidden_from, state), state = 'hidden', hidden_reason = ${reason},
            revision = revision + 1, changed_at = ${now}
          where id = ${reported}::uuid`;
      }
      await tx.messageReport.update({
        where: { id },
        data: { answer, answerReason: reason, answeredById: actor.person.id, answeredAt: now },
      });
      await enqueue(tx, mailReportAnswer, { reportId: id }, `mail-report-answer:${id}`);
      if (answer !== 'nothing')
        for (const personId of await readersOf(tx, conversation, against))
          await enqueue(tx, mailReportedSide, { reportId: id, personId }, `mail-reported-side:${id}:${personId}`);
      return accepted();
    },
    { refusals: messageRules },
  );
}
