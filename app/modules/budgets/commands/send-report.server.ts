import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { digestOf } from '../plan-digest.server.ts';
import { maySendReports } from '../policy.ts';
import { draftReport, publishedText } from '../report-draft.store.server.ts';
import { reportNumber } from '../spending-report.ts';

export type SendRefusal =
  Exclude<PolicyRefusal, 'not-found'> | 'report-unknown' | 'explanation-missing' | 'already-sent' | 'changed-meanwhile';

/**
 * Sends a report: what stands in it now is published with a number and a receipt, and never changes again.
 * @param seen digest of what the sender saw
 * @returns the number of the report
 */
export async function sendReport(
  input: { reportId: string; seen: string },
  context: Context<Actor>,
): Promise<Outcome<string, SendRefusal>> {
  const { actor, now } = context;
  if (actor.person === null) return refused('sign-in-needed');
  const allowed = maySendReports(actor);
  if (!allowed.ok) return allowed;
  if (!isId(input.reportId)) return refused('report-unknown');
  const sentById = actor.person.id;
  return inTransaction<string, SendRefusal>(context, async (tx) => {
    // numbers have no gaps: one report of the programme is sent at a time
    await tx.$queryRaw`select 1 from (select pg_advisory_xact_lock(7262)) one`;
    await tx.$queryRaw`select 1 from spending_report where id = ${input.reportId}::uuid for update`;
    const draft = await draftReport(tx, input.reportId);
    if (draft === null) return refused('report-unknown');
    if (draft.state === 'sent') return refused('already-sent');
    if (digestOf(publishedText(draft, null)) !== input.seen) return refused('changed-meanwhile');
    // the plan of a line may have changed since its budget holder wrote
    const unexplained = draft.lines.filter(
      ({ forecast, planned, explanation }) => forecast !== null && forecast !== planned && explanation === '',
    );
    if (unexplained.length > 0)
      return refused('explanation-missing', { name: unexplained.map(({ name }) => name).join(', ') });
    const { _max } = await tx.spendingReport.aggregate({ where: { year: draft.year }, _max: { sequence: true } });
    const sequence = (_max.sequence ?? 0) + 1;
    const published = publishedText(draft, sequence);
    await tx.spendingReport.update({
      where: { id: draft.id },
      data: { state: 'sent', sequence, sentById, sentAt: now, published, receipt: digestOf(published) },
    });
    return accepted(reportNumber(draft.year, sequence));
  });
}
