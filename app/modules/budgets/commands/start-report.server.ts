import { dayInAmsterdam, toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { maySendReports } from '../policy.ts';
import { longestIntro } from '../spending-report.ts';

export type ReportRefusal =
  | Exclude<PolicyRefusal, 'not-found'>
  | 'form-key-invalid'
  | 'report-unknown'
  | 'year-without-lines'
  | 'in-the-future'
  | 'long-before-year'
  | 'intro-too-long'
  | 'draft-there'
  | 'already-sent'
  | 'changed-meanwhile';

export type ReportHeader = {
  /** The last day that counts; not in the future, nor before the year in which the plan was made. */
  until: CalendarDate;
  /** Public; may be empty. */
  intro: string;
};

const refusals = {
  spending_report_one_draft: 'draft-there',
  spending_report_until: 'long-before-year',
} as const satisfies Record<string, ReportRefusal>;

function problemOf({ until, intro }: ReportHeader, now: Date): ReportRefusal | null {
  if (until > dayInAmsterdam(now)) return 'in-the-future';
  return intro.length > longestIntro ? 'intro-too-long' : null;
}

/**
 * Begins the spending report of a year; budget holders fill in what they expect.
 * @param formKey becomes the id of the report, so that a double post begins one
 * @returns id of the report
 */
export async function startReport(
  input: ReportHeader & { year: number; formKey: string },
  context: Context<Actor>,
): Promise<Outcome<string, ReportRefusal>> {
  const { actor, now } = context;
  const { year, until, formKey: id } = input;
  if (actor.person === null) return refused('sign-in-needed');
  const allowed = maySendReports(actor);
  if (!allowed.ok) return allowed;
  if (!isId(id)) return refused('form-key-invalid');
  const problem = problemOf(input, now);
  if (problem !== null) return refused(problem);
  const startedById = actor.person.id;
  return inTransaction<string, ReportRefusal, ReportRefusal>(
    context,
    async (tx) => {
      await holdKey(tx, `spending-report:${id}`);
      const known = await tx.spendingReport.findUnique({ where: { id }, select: { startedById: true } });
      if (known !== null) return known.startedById === startedById ? accepted(id) : refused('form-key-invalid');
      if ((await tx.fund.count({ where: { year } })) === 0) return refused('year-without-lines');
      const header = { year, untilDay: toDateColumn(until), intro: input.intro.trim() };
      await tx.spendingReport.create({ data: { id, ...header, state: 'draft', startedById, startedAt: now } });
      return accepted(id);
    },
    { refusals },
  );
}

/** Changes the day or the words of a report that was not sent yet. */
export async function changeReport(
  input: ReportHeader & { reportId: string; revision: number },
  context: Context<Actor>,
): Promise<Outcome<void, ReportRefusal>> {
  const allowed = maySendReports(context.actor);
  if (!allowed.ok) return allowed;
  if (!isId(input.reportId)) return refused('report-unknown');
  const problem = problemOf(input, context.now);
  if (problem !== null) return refused(problem);
  return inTransaction<void, ReportRefusal, ReportRefusal>(
    context,
    async (tx) => {
      await tx.$queryRaw`select 1 from spending_report where id = ${input.reportId}::uuid for update`;
      const row = await tx.spendingReport.findUnique({ where: { id: input.reportId } });
      if (row === null) return refused('report-unknown');
      if (row.state === 'sent') return refused('already-sent');
      if (row.revision !== input.revision) return refused('changed-meanwhile');
      const header = { untilDay: toDateColumn(input.until), intro: input.intro.trim() };
      await tx.spendingReport.update({ where: { id: row.id }, data: { ...header, revision: { increment: 1 } } });
      return accepted();
    },
    { refusals },
  );
}
