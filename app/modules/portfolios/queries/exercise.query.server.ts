import { fromDateColumn, toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { roundState, type RoundState, type SupportDirection } from '../exercise.ts';
import type { ChoiceView, ExerciseView, RoundView } from '../views.ts';
import { shortlistFor } from './shortlist.query.server.ts';

const roundColumns = { id: true, slug: true, name: true, opensOn: true, closesOn: true } as const;

function roundView(row: { id: string; slug: string; name: string; opensOn: Date; closesOn: Date }): RoundView {
  const { opensOn, closesOn, ...rest } = row;
  return { ...rest, opensOn: fromDateColumn(opensOn), closesOn: fromDateColumn(closesOn) };
}

/** The round that matters today: the one that runs, else the next, else the last. @returns null before the first */
export async function roundOfToday(
  database: Database,
  today: CalendarDate,
): Promise<(RoundView & { state: RoundState }) | null> {
  const day = toDateColumn(today);
  const row =
    (await database.supportRound.findFirst({
      where: { closesOn: { gte: day } },
      orderBy: { opensOn: 'asc' },
      select: roundColumns,
    })) ?? (await database.supportRound.findFirst({ orderBy: { closesOn: 'desc' }, select: roundColumns }));
  if (row === null) return null;
  const round = roundView(row);
  return { ...round, state: roundState(round, today) };
}

type ChoiceRow = { id: string; slug: string; name: string; direction: SupportDirection; reason: string };

/** Ids of portfolios that are proposed before others, for each question. */
type Suggested = Record<SupportDirection, readonly string[]>;

/** A round for a portfolio of the actor's: what it answered, who named it, and whom it could name. */
export async function exerciseView(
  database: Database,
  actor: SignedIn,
  {
    round,
    portfolioId,
    today,
    suggested = { 'supports-us': [], 'we-support': [] },
  }: { round: RoundView; portfolioId: string; today: CalendarDate; suggested?: Suggested },
): Promise<ExerciseView> {
  const personId = actor.person.id;
  const [mine, namedUs, supportsUs, weSupport] = await Promise.all([
    database.$queryRaw<ChoiceRow[]>`
      select f.id::text as id, f.slug, f.name, c.direction, c.reason from support_choice c join portfolio_face f on f.id = c.chosen_id
        where c.round_id = ${round.id}::uuid and c.portfolio_id = ${portfolioId}::uuid
          and keeps_portfolio(${personId}::uuid, c.portfolio_id)`,
    database.$queryRaw<ChoiceRow[]>`
      select f.id::text as id, f.slug, f.name, c.direction, c.reason from support_choice c join portfolio_face f on f.id = c.portfolio_id
        where c.round_id = ${round.id}::uuid and c.chosen_id = ${portfolioId}::uuid
          and keeps_portfolio(${personId}::uuid, c.chosen_id)
          and not pair_blocked(c.portfolio_id, c.chosen_id, c.chosen_by_id, ${personId}::uuid)
        order by f.name, c.direction`,
    shortlistFor(database, actor, { portfolioId, direction: 'supports-us', first: suggested['supports-us'] }, today),
    shortlistFor(database, actor, { portfolioId, direction: 'we-support', first: suggested['we-support'] }, today),
  ]);
  return {
    round,
    mine: mine.map(choice),
    namedUs: namedUs.map(choice),
    shortlist: { 'supports-us': supportsUs, 'we-support': weSupport },
  };
}

function choice({ id, slug, name, direction, reason }: ChoiceRow): ChoiceView {
  return { id, slug, name, direction, reason };
}

export type RoundSummary = RoundView & { state: RoundState; portfolios: number; matches: number };

/** All rounds with how many took part, for organisers: no choices. */
export async function rounds(database: Database, today: CalendarDate): Promise<RoundSummary[]> {
  const rows = await database.$queryRaw<
    { id: string; slug: string; name: string; opensOn: Date; closesOn: Date; portfolios: number; matches: number }[]
  >`
    select r.id::text as id, r.slug, r.name, r.opens_on as "opensOn", r.closes_on as "closesOn",
        (select count(distinct c.portfolio_id)::int from support_choice c where c.round_id = r.id) as portfolios,
        (select count(*)::int from portfolio_match m where m.origin = 'exercise'
          and amsterdam_day(m.made_at) between r.opens_on and r.closes_on) as matches
      from support_round r order by r.opens_on desc`;
  return rows.map(({ portfolios, matches, ...row }) => {
    const round = roundView(row);
    return { ...round, state: roundState(round, today), portfolios, matches };
  });
}
