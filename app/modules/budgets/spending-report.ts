import { z } from 'zod';
import { parseCalendarDate, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { addCents, cents, noMoney, subtractCents, type Cents } from '#app/kernel/money.ts';

export const longestExplanation = 2000;
export const longestIntro = 4000;

const amount = z.number().int().transform(cents);
const words = z.string();

/** A line as it was reported; amounts in cents. */
const reportedLine = z.object({
  slug: words,
  name: words,
  label: words,
  body: z.object({ slug: words, name: words }),
  actielijn: words.nullable(),
  source: words,
  isExample: z.boolean(),
  planned: amount,
  committed: amount,
  paid: amount,
  /** What the budget holder expects to be spent of it in all; null: not given. */
  forecast: amount.nullable(),
  explanation: words,
});

/** What a report publishes, in the form of which the receipt is taken. */
export const publishedReport = z.object({
  format: z.literal('wijkbeurs-uitputting-1'),
  number: words,
  year: z.number().int(),
  until: z.string().transform((text, context): CalendarDate => {
    const day = parseCalendarDate(text);
    if (day !== null) return day;
    context.addIssue({ code: 'custom', message: 'no day' });
    return z.NEVER;
  }),
  intro: words,
  lines: z.array(reportedLine),
});

export type PublishedReport = z.infer<typeof publishedReport>;
export type ReportedLine = z.infer<typeof reportedLine>;

export type ReportTotals = { planned: Cents; committed: Cents; paid: Cents; forecast: Cents; deviation: Cents };

/**
 * How far the forecast lies from the plan, in cents: less than zero when less will be spent.
 * @returns null when no forecast was given
 */
export function deviationOf({ planned, forecast }: Pick<ReportedLine, 'planned' | 'forecast'>): Cents | null {
  return forecast === null ? null : subtractCents(forecast, planned);
}

/** Sums of lines; a line without forecast counts as planned, so that the totals add up. */
export function totalsOf(
  lines: readonly Pick<ReportedLine, 'planned' | 'committed' | 'paid' | 'forecast'>[],
): ReportTotals {
  const sum = (of: (line: (typeof lines)[number]) => Cents) => addCents(noMoney, ...lines.map(of));
  const planned = sum((line) => line.planned);
  const forecast = sum((line) => line.forecast ?? line.planned);
  return {
    planned,
    committed: sum((line) => line.committed),
    paid: sum((line) => line.paid),
    forecast,
    deviation: subtractCents(forecast, planned),
  };
}

export type ReportGroup<Line> = { body: { slug: string; name: string }; lines: Line[] };

/** Lines per domain, in the order in which the domains come. */
export function byBody<Line extends Pick<ReportedLine, 'body'>>(lines: readonly Line[]): ReportGroup<Line>[] {
  const groups = new Map<string, ReportGroup<Line>>();
  for (const line of lines) {
    const group = groups.get(line.body.slug) ?? { body: line.body, lines: [] };
    group.lines.push(line);
    groups.set(line.body.slug, group);
  }
  return [...groups.values()];
}

/** `U2026-01`: the year that it is about, and which of that year. */
export function reportNumber(year: number, sequence: number): string {
  return `U${String(year)}-${String(sequence).padStart(2, '0')}`;
}

/** @returns null when the text cannot be the number of a report */
export function parseReportNumber(text: string): { year: number; sequence: number } | null {
  const parts = /^U(20\d{2})-(\d{2,4})$/.exec(text);
  if (parts === null) return null;
  const [year, sequence] = [Number(parts[1]), Number(parts[2])];
  return sequence >= 1 && reportNumber(year, sequence) === text ? { year, sequence } : null;
}
