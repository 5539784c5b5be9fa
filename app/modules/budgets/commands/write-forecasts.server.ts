import { isId } from '#app/kernel/ids.ts';
import type { Cents } from '#app/kernel/money.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { mayForecast } from '../policy.ts';
import { draftReport } from '../report-draft.store.server.ts';
import { longestExplanation } from '../spending-report.ts';

export type ForecastLine = {
  /** Slug of the line of the plan. */
  slug: string;
  /** Revision that was shown; 0: nobody wrote there yet. */
  revision: number;
  /** What will be spent of it in all, in cents; null: not known yet. */
  forecast: Cents | null;
  explanation: string;
};

export type ForecastRefusal =
  | Exclude<PolicyRefusal, 'not-found'>
  | 'report-unknown'
  | 'body-unknown'
  | 'fund-unknown'
  | 'forecast-negative'
  | 'explanation-missing'
  | 'explanation-too-long'
  | 'already-sent'
  | 'changed-meanwhile';

const refusals = {
  spending_report_sent: 'already-sent',
  spending_report_line_pkey: 'changed-meanwhile',
} as const satisfies Record<string, ForecastRefusal>;

/**
 * Writes what a budget holder expects of the lines of their body, all of them or none. A forecast that differs from the
 * plan needs its explanation.
 */
export async function writeForecasts(
  input: { reportId: string; bodySlug: string; lines: readonly ForecastLine[] },
  context: Context<Actor>,
): Promise<Outcome<void, ForecastRefusal>> {
  const { actor, now } = context;
  if (actor.person === null) return refused('sign-in-needed');
  if (!isId(input.reportId)) return refused('report-unknown');
  const authorId = actor.person.id;
  return inTransaction<void, ForecastRefusal, ForecastRefusal>(
    context,
    async (tx) => {
      const body = await tx.body.findUnique({ where: { slug: input.bodySlug }, select: { id: true } });
      if (body === null) return refused('body-unknown');
      const allowed = mayForecast(actor, body.id);
      if (!allowed.ok) return allowed;
      await tx.$queryRaw`select 1 from spending_report where id = ${input.reportId}::uuid for update`;
      const draft = await draftReport(tx, input.reportId);
      if (draft === null) return refused('report-unknown');
      if (draft.state === 'sent') return refused('already-sent');
      for (const line of input.lines) {
        const there = draft.lines.find(({ slug, body: of }) => slug === line.slug && of.slug === input.bodySlug);
        if (there === undefined) return refused('fund-unknown');
        const explanation = line.explanation.trim();
        if (there.forecast === line.forecast && there.explanation === explanation) continue;
        if (there.revision !== line.revision) return refused('changed-meanwhile');
        if (line.forecast !== null && line.forecast < 0) return refused('forecast-negative', { name: there.name });
        if (explanation.length > longestExplanation) return refused('explanation-too-long', { name: there.name });
        if (line.forecast !== null && line.forecast !== there.planned && explanation === '')
          return refused('explanation-missing', { name: there.name });
        const fund = await tx.fund.findUniqueOrThrow({ where: { slug: line.slug }, select: { id: true } });
        const forecastCents = line.forecast === null ? null : BigInt(line.forecast);
        const written = { forecastCents, explanation, authorId, writtenAt: now };
        const place = { reportId: draft.id, fundId: fund.id };
        await tx.spendingReportLine.upsert({
          where: { reportId_fundId: place },
          create: { ...place, ...written },
          update: { ...written, revision: { increment: 1 } },
        });
      }
      return accepted();
    },
    { refusals },
  );
}
