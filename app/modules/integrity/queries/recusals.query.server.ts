import { fromDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { readPublished, type PublishedRecusal } from '#app/modules/decisions/published.ts';
import type { InterestKind } from '#app/modules/scoring/interest.ts';
import type { Database } from '#app/platform/database.server.ts';

/** Somebody who stayed out of a published decision, as the decision itself says it. */
export type RecusalLine = {
  key: string;
  number: string;
  title: string;
  body: { slug: string; name: string };
  takenOn: CalendarDate;
  /** At the table, or as a reviewer of the round before it. */
  part: 'deciding' | 'scoring';
  /** Null: a resident. */
  organisation: string | null;
  interest: InterestKind;
  note: string;
};

export type RecusalFilter = { body: string; year: string };

export type RecusalView = {
  lines: RecusalLine[];
  /** Decisions under the filter, and of how many nobody had to stay out. */
  decisions: number;
  without: number;
  /** How often, by team and year; the record says each of them, so nothing is hidden. */
  perYear: { body: string; year: string; count: number }[];
  options: { bodies: { value: string; label: string }[]; years: string[] };
};

/** Who stayed out of which decision, from what was published of it: nothing here is said that the decision does not say. */
export async function recusals(database: Database, { body, year }: RecusalFilter): Promise<RecusalView> {
  const rows = await database.decision.findMany({
    where: { state: 'confirmed', number: { not: null }, donutApplicationId: null },
    orderBy: [{ takenOn: 'desc' }, { number: 'desc' }],
    select: { number: true, takenOn: true, published: true, body: { select: { slug: true, name: true } } },
  });
  const found = rows.filter(
    (row) =>
      (body === '' || row.body.slug === body) && (year === '' || fromDateColumn(row.takenOn).slice(0, 4) === year),
  );
  const lines = found.map((row) => {
    const decision = readPublished(row.published);
    const about = {
      number: row.number ?? '',
      title: decision.title,
      body: row.body,
      takenOn: fromDateColumn(row.takenOn),
    };
    const lineOf =
      (part: RecusalLine['part']) =>
      ({ organisation, interest, note }: PublishedRecusal, index: number): RecusalLine => ({
        ...{ key: `${about.number} ${part} ${String(index)}`, ...about, part },
        ...{ organisation, interest, note },
      });
    return [...decision.recusals.map(lineOf('deciding')), ...(decision.scores?.recusals ?? []).map(lineOf('scoring'))];
  });
  const counts = new Map<string, { body: string; year: string; count: number }>();
  for (const { body: of, takenOn } of lines.flat()) {
    const year = takenOn.slice(0, 4);
    const counted = counts.get(`${of.slug} ${year}`) ?? { body: of.name, year, count: 0 };
    counts.set(`${of.slug} ${year}`, { ...counted, count: counted.count + 1 });
  }
  const bodies = new Map(rows.map((row) => [row.body.slug, row.body.name]));
  return {
    lines: lines.flat(),
    decisions: found.length,
    perYear: [...counts.values()].sort((a, b) => b.year.localeCompare(a.year) || a.body.localeCompare(b.body)),
    without: lines.filter((of) => of.length === 0).length,
    options: {
      bodies: [...bodies].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label)),
      years: [...new Set(rows.map((row) => fromDateColumn(row.takenOn).slice(0, 4)))],
    },
  };
}
