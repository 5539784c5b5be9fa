import { fromDateColumn, toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { Direction, Line, ResourceKind } from '../portfolio.ts';

type Row = {
  id: string;
  portfolioId: string;
  direction: string;
  resource: string;
  text: string;
  until: Date | null;
  fromVersion: number | null;
};

export type RunningLine = Line & { portfolioId: string; fromVersion: number | null };

/** What portfolios need and offer on a day: not met, and not past its last day. */
export async function runningLines(
  database: Database,
  portfolioIds: readonly string[],
  today: CalendarDate,
): Promise<RunningLine[]> {
  const rows: Row[] = await database.portfolioLine.findMany({
    where: {
      portfolioId: { in: [...portfolioIds] },
      doneAt: null,
      OR: [{ until: null }, { until: { gte: toDateColumn(today) } }],
    },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      portfolioId: true,
      direction: true,
      resource: true,
      text: true,
      until: true,
      fromVersion: true,
    },
  });
  return rows.map(asLine);
}

/** The database knows only these directions and kinds (`portfolio_line_direction`, `portfolio_line_resource`). */
export function asLine(row: Row): RunningLine {
  return {
    id: row.id,
    portfolioId: row.portfolioId,
    direction: row.direction as Direction,
    resource: row.resource as ResourceKind,
    text: row.text,
    until: row.until === null ? null : fromDateColumn(row.until),
    fromVersion: row.fromVersion,
  };
}

/** The part of a line that every page shows. */
export function shownLine({ id, direction, resource, text, until }: Line): Line {
  return { id, direction, resource, text, until };
}

/** The lines of one portfolio, needs apart from offers. */
export function needsAndOffers(lines: readonly RunningLine[], portfolioId: string): { needs: Line[]; offers: Line[] } {
  const of = (direction: Direction) =>
    lines.filter((line) => line.portfolioId === portfolioId && line.direction === direction).map(shownLine);
  return { needs: of('need'), offers: of('offer') };
}
