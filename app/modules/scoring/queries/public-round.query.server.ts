import { dayInAmsterdam, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Cents } from '#app/kernel/money.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { ProgrammeLocale } from '#app/modules/programme/locale.ts';
import type { Database } from '#app/platform/database.server.ts';
import { daysLeft, roundPhase, type RoundPhase } from '../round.ts';
import { toRound } from '../round.store.server.ts';
import { criteriaOf } from '../scores.store.server.ts';
import {
  criterionTexts,
  roundScores,
  type CriterionText,
  type LeftEntry,
  type RoundScores,
  type ScoredEntryView,
} from './round-scores.server.ts';

/** One initiative in a round as the public sees it. */
export type PublicEntry = {
  initiativeSlug: string;
  title: string;
  requested: Cents;
  decisionNumber: string | null;
  /** Null until it is public: while the round is open, and until the decision on this initiative. */
  scored: ScoredEntryView | null;
  /** The reader submitted this initiative, and therefore sees its result before the decision. */
  isOwn: boolean;
};

/** A round for everybody: criteria and initiatives from the start, scores with the decision (docs/decisions). */
export type PublicRoundView = {
  id: string;
  slug: string;
  title: string;
  body: { slug: string; kind: string; name: string };
  opensOn: CalendarDate;
  closesOn: CalendarDate;
  closedOn: CalendarDate | null;
  phase: RoundPhase;
  daysLeft: number;
  minimumReviews: number;
  criteria: { setSlug: string; setTitle: string; version: number; items: CriterionText[] };
  entries: PublicEntry[];
  left: LeftEntry[];
  /** What the money reaches; null until every initiative was decided on. */
  money: RoundScores['money'];
};

export async function publicRound(
  database: Database,
  actor: Actor,
  slug: string,
  now: Instant,
  locale: ProgrammeLocale,
): Promise<PublicRoundView | null> {
  const row = await database.round.findUnique({
    where: { slug },
    include: {
      body: { select: { slug: true, kind: true, name: true } },
      criteriaVersion: { select: { version: true, criteriaSet: { select: { slug: true, title: true } } } },
    },
  });
  if (row === null) return null;
  const round = toRound(row);
  const today = dayInAmsterdam(now);
  const [scores, criteria] = await Promise.all([
    roundScores(database, round, locale),
    criteriaOf(database, round.criteriaVersionId),
  ]);
  const isClosed = round.state === 'closed';
  const entries = scores.entries.map(({ source, ...entry }): PublicEntry => {
    const isOwn =
      (actor.person !== null && source.submitterId === actor.person.id) ||
      (source.organisationId !== null && actor.organisations.some(({ id }) => id === source.organisationId));
    const isShown = isClosed && (entry.decisionNumber !== null || isOwn);
    return {
      initiativeSlug: entry.initiativeSlug,
      title: entry.title,
      requested: entry.requested,
      decisionNumber: entry.decisionNumber,
      scored: isShown ? entry : null,
      isOwn,
    };
  });
  const allDecided = isClosed && entries.length > 0 && entries.every(({ decisionNumber }) => decisionNumber !== null);
  return {
    id: round.id,
    slug: round.slug,
    title: round.title,
    body: row.body,
    opensOn: round.opensOn,
    closesOn: round.closesOn,
    closedOn: round.closedAt === null ? null : dayInAmsterdam(round.closedAt),
    phase: roundPhase(round, today),
    daysLeft: daysLeft(round, today),
    minimumReviews: round.minimumReviews,
    criteria: {
      setSlug: row.criteriaVersion.criteriaSet.slug,
      setTitle: row.criteriaVersion.criteriaSet.title,
      version: row.criteriaVersion.version,
      items: criterionTexts(criteria, locale),
    },
    entries: inPublicOrder(entries),
    left: scores.left,
    money: allDecided ? scores.money : null,
  };
}

/** What is public stands by rank; the rest by title, so that the order tells nothing. */
function inPublicOrder(entries: readonly PublicEntry[]): PublicEntry[] {
  const place = (entry: PublicEntry): number =>
    entry.scored === null ? Number.MAX_SAFE_INTEGER : (entry.scored.rank ?? Number.MAX_SAFE_INTEGER - 1);
  return [...entries].sort((a, b) => place(a) - place(b) || a.title.localeCompare(b.title, 'nl'));
}

export type RoundListLine = {
  slug: string;
  title: string;
  bodyName: string;
  opensOn: CalendarDate;
  closesOn: CalendarDate;
  phase: RoundPhase;
  initiativeCount: number;
};

/** All rounds: those that run first, by their last day; closed ones after, the newest first. */
export async function roundList(database: Database, now: Instant): Promise<RoundListLine[]> {
  const today = dayInAmsterdam(now);
  const rows = await database.round.findMany({
    include: { body: { select: { name: true } }, _count: { select: { entries: { where: { leftAt: null } } } } },
    orderBy: { closesOn: 'asc' },
  });
  const lines = rows.map((row): RoundListLine => {
    const round = toRound(row);
    const { slug, title, opensOn, closesOn } = round;
    return {
      slug,
      title,
      bodyName: row.body.name,
      opensOn,
      closesOn,
      phase: roundPhase(round, today),
      initiativeCount: row._count.entries,
    };
  });
  return [
    ...lines.filter(({ phase }) => phase !== 'closed'),
    ...lines.filter(({ phase }) => phase === 'closed').reverse(),
  ];
}
