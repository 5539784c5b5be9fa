import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { otherSide, type ReportAnswer, type Side } from '../conversation.ts';
import { editorsOfTheOffice, lockOwnConversation, readersOf, type Parties } from '../conversation.store.server.ts';
import { mailReport, mailReportAnswer, mailReportedSide } from '../jobs.server.ts';
import { mayModerate } from '../policy.ts';
import { keepersOf } from '../portfolio.store.server.ts';
import { messageRules, portfolioRules, type MessageRefusal, type PortfolioRefusal } from '../refusals.ts';

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
      for (const personId of await editorsOfTheOffice(tx, dayInAmsterdam(now)))
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
  return inTransaction<void, MessageRefusal>(context, async (tx) => {
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
    if (report.answer !== null)
      return report.answer === answer && report.answeredById === actor.person.id
        ? accepted()
        : refused('already-answered');
    const { conversation } = report;
    if (await isParty(tx, conversation, actor.person.id)) return refused('own-report');
    const against: Side = report.against === 'asker' ? 'asker' : 'answerer';
    const reported = against === 'asker' ? conversation.askerId : conversation.answererId;
    if (answer === 'hidden') {
      if (reported === null) return refused('nothing-to-hide');
      await tx.portfolio.update({
        where: { id: reported },
        data: { state: 'hidden', hiddenReason: reason, revision: { increment: 1 }, changedAt: now },
      });
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
  });
}

async function isParty(tx: Transaction, conversation: Parties, personId: string): Promise<boolean> {
  if (conversation.askerPersonId === personId) return true;
  const keepers = [...(await keepersOf(tx, conversation.askerId)), ...(await keepersOf(tx, conversation.answererId))];
  return keepers.includes(personId);
}

/** An editor puts a hidden portfolio back on the marketplace. One that nobody keeps any more stays closed. */
export async function showAgain(
  { portfolioId: id }: { portfolioId: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, MessageRefusal | PortfolioRefusal>> {
  const { actor, now } = context;
  const allowed = mayModerate(actor);
  if (!allowed.ok) return allowed;
  if (!isId(id)) return refused('portfolio-unknown');
  return inTransaction<void, MessageRefusal | PortfolioRefusal, PortfolioRefusal>(
    context,
    async (tx) => {
      const shown = await tx.portfolio.updateMany({
        where: { id, state: 'hidden' },
        data: { state: 'open', hiddenReason: '', revision: { increment: 1 }, changedAt: now },
      });
      return shown.count === 1 ? accepted() : refused('portfolio-unknown');
    },
    { refusals: portfolioRules },
  );
}
