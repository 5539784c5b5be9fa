import { fromDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import { canonicalJson } from '#app/kernel/canonical-json.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import { planLines } from './queries/plan-lines.query.server.ts';
import { reportNumber, type PublishedReport, type ReportedLine } from './spending-report.ts';

type Reader = Database | Transaction;

/** What a report would publish now, with the ids and revisions that its forms need beside it. */
export type DraftReport = {
  id: string;
  state: 'draft' | 'sent';
  revision: number;
  year: number;
  until: CalendarDate;
  intro: string;
  lines: (ReportedLine & { revision: number })[];
};

/** @returns null when there is no report with this id */
export async function draftReport(reader: Reader, id: string): Promise<DraftReport | null> {
  const row = await reader.spendingReport.findUnique({
    where: { id },
    include: { lines: { include: { fund: { select: { slug: true } } } } },
  });
  if (row === null) return null;
  const until = fromDateColumn(row.untilDay);
  const written = new Map(row.lines.map((line) => [line.fund.slug, line]));
  const lines = await planLines(reader, { year: row.year, until });
  return {
    id: row.id,
    state: row.state as DraftReport['state'],
    revision: row.revision,
    year: row.year,
    until,
    intro: row.intro,
    lines: lines.map((line) => {
      const own = written.get(line.slug);
      return {
        slug: line.slug,
        name: line.name,
        label: line.label,
        body: { slug: line.body.slug, name: line.body.name },
        actielijn: line.actielijn?.title ?? null,
        source: line.source.name,
        isExample: line.isExample,
        planned: line.budget,
        committed: line.committed,
        paid: line.paid,
        forecast: own?.forecastCents == null ? null : cents(own.forecastCents),
        explanation: own?.explanation ?? '',
        revision: own?.revision ?? 0,
      };
    }),
  };
}

/** The text that is published, without a number while nobody sends it: what a sender has seen is compared by it. */
export function publishedText(draft: DraftReport, sequence: number | null): string {
  const { year, until, intro, lines } = draft;
  const number = sequence === null ? '' : reportNumber(year, sequence);
  const reported = lines.map(({ revision: _own, ...line }): ReportedLine => line);
  const report: PublishedReport = { format: 'wijkbeurs-uitputting-1', number, year, until, intro, lines: reported };
  return canonicalJson(report);
}
