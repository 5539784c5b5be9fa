import { dayInAmsterdam, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { ProgrammeLocale } from '#app/modules/programme/locale.ts';
import type { Database } from '#app/platform/database.server.ts';
import { maySeeResult } from '../policy.ts';
import { roundPhase, type RoundPhase } from '../round.ts';
import { toRound } from '../round.store.server.ts';
import { roundScores, type LeftEntry, type RoundScores, type ScoredEntryView } from './round-scores.server.ts';

/** The result of a round for the body that decides, before its decisions make it public. */
export type RoundResult = {
  id: string;
  slug: string;
  title: string;
  bodyName: string;
  closesOn: CalendarDate;
  closedOn: CalendarDate | null;
  phase: RoundPhase;
  minimumReviews: number;
  /** Null while the round is open: nobody sees points of others before. */
  scores: {
    entries: ScoredEntryView[];
    /** Titles of initiatives in which the reader has an interest; they see the result when everybody does. */
    keptOut: { initiativeSlug: string; title: string }[];
    left: LeftEntry[];
    money: RoundScores['money'];
  } | null;
};

/** @returns null when there is no such round, or none whose result the actor may see */
export async function roundResult(
  database: Database,
  actor: Actor,
  roundId: string,
  now: Instant,
  locale: ProgrammeLocale,
): Promise<RoundResult | null> {
  if (!isId(roundId) || actor.person === null) return null;
  const row = await database.round.findUnique({
    where: { id: roundId },
    include: { body: { select: { name: true } } },
  });
  if (row === null) return null;
  const personId = actor.person.id;
  const sits = maySeeResult(actor, row.bodyId).ok;
  if (!sits && (await database.reviewAssignment.count({ where: { personId, roundEntry: { roundId } } })) === 0)
    return null;
  const round = toRound(row);
  return {
    id: round.id,
    slug: round.slug,
    title: round.title,
    bodyName: row.body.name,
    closesOn: round.closesOn,
    closedOn: round.closedAt === null ? null : dayInAmsterdam(round.closedAt),
    phase: roundPhase(round, dayInAmsterdam(now)),
    minimumReviews: round.minimumReviews,
    scores:
      round.state === 'open'
        ? null
        : withoutOwnInterests(
            await roundScores(database, round, locale),
            await interestingEntries(database, roundId, personId),
          ),
  };
}

function withoutOwnInterests(
  { entries, left, money }: RoundScores,
  keptOut: ReadonlySet<string>,
): NonNullable<RoundResult['scores']> {
  return {
    entries: entries
      .filter((entry) => !keptOut.has(entry.entryId) || entry.decisionNumber !== null)
      .map(({ source: _source, ...entry }) => entry),
    keptOut: entries
      .filter((entry) => keptOut.has(entry.entryId) && entry.decisionNumber === null)
      .map(({ initiativeSlug, title }) => ({ initiativeSlug, title })),
    left,
    money,
  };
}

async function interestingEntries(database: Database, roundId: string, personId: string): Promise<Set<string>> {
  const rows = await database.$queryRaw<{ id: string }[]>`
    select id from round_entry where round_id = ${roundId}::uuid and interest_of(${personId}::uuid, initiative_id) is not null`;
  return new Set(rows.map(({ id }) => id));
}
