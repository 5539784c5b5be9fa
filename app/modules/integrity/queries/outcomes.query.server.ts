import { daysBetween, dayInAmsterdam, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Database } from '#app/platform/database.server.ts';
import { levels, type Level, type QuestionKind } from '../question.ts';
import { fewestPeople } from '../standing.ts';

/** What came of a question, for everybody: no team, no names, no day on which it was asked. */
export type PublicOutcome = { number: string; kind: QuestionKind; level: Level; days: number; outcome: string };

/** How many ended on a level, and how long that took in the middle; null where so few did that it would point to somebody. */
export type LevelFigure = { level: Level; count: number | null; days: number | null };

export type PublicIntegrity = {
  outcomes: PublicOutcome[];
  /** Closed in the last two years. */
  figures: LevelFigure[];
  terms: Record<Level | 'asker', number>;
};

export async function publicIntegrity(database: Database, today: CalendarDate): Promise<PublicIntegrity> {
  const rows = await database.integrityQuestion.findMany({
    where: { state: 'closed', closedAt: { gte: new Date(Date.parse(`${today}T00:00:00Z`) - 2 * 365 * 86_400_000) } },
    select: { level: true, askedAt: true, closedAt: true },
  });
  const closed = rows.map((row) => ({
    ...row,
    level: row.level as Level,
    days: daysBetween(dayInAmsterdam(row.askedAt), dayInAmsterdam(row.closedAt ?? row.askedAt)),
  }));
  const released = await database.integrityQuestion.findMany({
    where: { releasedAt: { not: null } },
    orderBy: { number: 'desc' },
    take: 200,
    select: { number: true, kind: true, level: true, outcome: true, askedAt: true, closedAt: true },
  });
  const [terms] = await database.$queryRaw<PublicIntegrity['terms'][]>`
    select chair_days as chair, manager_days as manager, control_days as control, board_days as board, asker_days as asker
      from integrity_rule_on(${today}::date)`;
  return {
    outcomes: released.map(({ number, kind, level, outcome, askedAt, closedAt }) => ({
      ...{ number, outcome, kind: kind as QuestionKind, level: level as Level },
      days: daysBetween(dayInAmsterdam(askedAt), dayInAmsterdam(closedAt ?? askedAt)),
    })),
    figures: levels.map((level) => {
      const days = closed.filter((row) => row.level === level).map((row) => row.days);
      if (days.length < fewestPeople) return { level, count: days.length === 0 ? 0 : null, days: null };
      const sorted = [...days].sort((a, b) => a - b);
      return { level, count: days.length, days: sorted[Math.floor((sorted.length - 1) / 2)] ?? 0 };
    }),
    terms: terms ?? { chair: 0, manager: 0, control: 0, board: 0, asker: 0 },
  };
}

/** Teams to choose from, by name. */
export async function bodyChoices(database: Database): Promise<{ value: string; label: string }[]> {
  const rows = await database.body.findMany({ orderBy: { name: 'asc' }, select: { id: true, name: true } });
  return rows.map(({ id, name }) => ({ value: id, label: name }));
}
