import { dayInAmsterdam, fromDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Cents } from '#app/kernel/money.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { digestOf } from '../plan-digest.server.ts';
import { mayForecast, maySendReports } from '../policy.ts';
import { draftReport, publishedText, type DraftReport } from '../report-draft.store.server.ts';
import {
  byBody,
  parseReportNumber,
  publishedReport,
  reportNumber,
  totalsOf,
  type PublishedReport,
  type ReportGroup,
  type ReportTotals,
} from '../spending-report.ts';
import { planLines } from './plan-lines.query.server.ts';

export type SentReportItem = {
  number: string;
  year: number;
  until: CalendarDate;
  sentAt: Instant;
  totals: ReportTotals;
};

type SentRow = { sequence: number | null; year: number; published: string | null; sentAt: Date | null };

function sentItem({ sequence, year, published, sentAt }: SentRow): SentReportItem {
  const report = readReport(published ?? '');
  const number = reportNumber(year, sequence ?? 0);
  return { number, year, until: report.until, sentAt: sentAt ?? new Date(0), totals: totalsOf(report.lines) };
}

function readReport(text: string): PublishedReport {
  return publishedReport.parse(JSON.parse(text));
}

/** Reports that were sent, the newest first. */
export async function sentReports(database: Database): Promise<SentReportItem[]> {
  const rows = await database.spendingReport.findMany({
    where: { state: 'sent' },
    orderBy: { sentAt: 'desc' },
    select: { sequence: true, year: true, published: true, sentAt: true },
  });
  return rows.map(sentItem);
}

/** What a line says now of the day of a report that was sent; null: the line was not there then. */
export type LaterNumbers = { slug: string; name: string; planned: Cents; committed: Cents; paid: Cents };

export type SentReportView = {
  report: PublishedReport;
  sentAt: Instant;
  receipt: string;
  /** The receipt taken anew: the same, unless somebody reached into the database. */
  receiptMatches: boolean;
  text: string;
  /** Lines whose numbers of that day were corrected since. */
  changedSince: LaterNumbers[];
};

/** One report that was sent, with what was corrected about its day since. @returns null when there is none */
export async function sentReport(database: Database, number: string): Promise<SentReportView | null> {
  const place = parseReportNumber(number);
  if (place === null) return null;
  const row = await database.spendingReport.findUnique({ where: { year_sequence: place } });
  if (row?.published == null || row.receipt === null || row.sentAt === null) return null;
  const report = readReport(row.published);
  const now = await planLines(database, { year: report.year, until: report.until });
  const reported = new Map(report.lines.map((line) => [line.slug, line]));
  const changedSince = now
    .map(({ slug, name, budget: planned, committed, paid }) => ({ slug, name, planned, committed, paid }))
    .filter((line) => {
      const then = reported.get(line.slug);
      if (then === undefined) return line.planned !== 0 || line.committed !== 0 || line.paid !== 0;
      return line.planned !== then.planned || line.committed !== then.committed || line.paid !== then.paid;
    });
  const { published: text, receipt, sentAt } = row;
  return { report, sentAt, receipt, receiptMatches: digestOf(text) === receipt, text, changedSince };
}

export type ReportWorkView = {
  drafts: { id: string; year: number; until: CalendarDate }[];
  sent: SentReportItem[];
  /** Years of which a report can be begun, the newest first. */
  years: number[];
  today: CalendarDate;
  mayStart: boolean;
};

export async function reportWork(database: Database, actor: Actor, now: Instant): Promise<ReportWorkView> {
  const drafts = await database.spendingReport.findMany({ where: { state: 'draft' }, orderBy: { year: 'desc' } });
  const years = await database.fund.findMany({ distinct: ['year'], orderBy: { year: 'desc' }, select: { year: true } });
  const today = dayInAmsterdam(now);
  return {
    drafts: drafts.map(({ id, year, untilDay }) => ({ id, year, until: fromDateColumn(untilDay) })),
    sent: await sentReports(database),
    years: years
      .map(({ year }) => year)
      .filter((year) => year <= Number(today.slice(0, 4)) && !drafts.some((draft) => draft.year === year)),
    today,
    mayStart: maySendReports(actor).ok,
  };
}

export type DraftReportView = Omit<DraftReport, 'lines' | 'state'> & {
  groups: (ReportGroup<DraftReport['lines'][number]> & { mayForecast: boolean; totals: ReportTotals })[];
  totals: ReportTotals;
  /** Digest of what is shown, which sending gives back. */
  seen: string;
  maySend: boolean;
};

/** The number of a report that was sent already; null: it was not, or there is none. */
export async function numberWhenSent(database: Database, id: string): Promise<string | null> {
  const row = isId(id) ? await database.spendingReport.findUnique({ where: { id } }) : null;
  return row === null || row.sequence === null ? null : reportNumber(row.year, row.sequence);
}

/** A report that was not sent yet, for who works with budgets. @returns null when there is none, or it was sent */
export async function draftReportView(database: Database, actor: Actor, id: string): Promise<DraftReportView | null> {
  const draft = isId(id) ? await draftReport(database, id) : null;
  if (draft === null || draft.state === 'sent') return null;
  const { lines, state: _draft, ...header } = draft;
  const bodies = await database.body.findMany({ select: { id: true, slug: true } });
  const ids = new Map(bodies.map((body) => [body.slug, body.id]));
  return {
    ...header,
    groups: byBody(lines).map((group) => ({
      ...group,
      mayForecast: mayForecast(actor, ids.get(group.body.slug) ?? '').ok,
      totals: totalsOf(group.lines),
    })),
    totals: totalsOf(lines),
    seen: digestOf(publishedText(draft, null)),
    maySend: maySendReports(actor).ok,
  };
}
