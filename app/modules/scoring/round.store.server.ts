import { fromDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { cents, type Cents } from '#app/kernel/money.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';

export type RoundRow = {
  id: string;
  slug: string;
  bodyId: string;
  criteriaVersionId: string;
  title: string;
  state: 'open' | 'closed';
  opensOn: CalendarDate;
  closesOn: CalendarDate;
  minimumReviews: number;
  fundId: string | null;
  closedAt: Instant | null;
  /** What the fund could give when the round closed, in cents. */
  availableAtClosing: Cents | null;
};

export async function findRound(database: Database | Transaction, id: string): Promise<RoundRow | null> {
  const row = await database.round.findUnique({ where: { id } });
  return row === null ? null : toRound(row);
}

type StoredRound = NonNullable<Awaited<ReturnType<Database['round']['findUnique']>>>;

export function toRound(row: StoredRound): RoundRow {
  return {
    id: row.id,
    slug: row.slug,
    bodyId: row.bodyId,
    criteriaVersionId: row.criteriaVersionId,
    title: row.title,
    state: row.state === 'closed' ? 'closed' : 'open',
    opensOn: fromDateColumn(row.opensOn),
    closesOn: fromDateColumn(row.closesOn),
    minimumReviews: row.minimumReviews,
    fundId: row.fundId,
    closedAt: row.closedAt,
    availableAtClosing: row.availableCents === null ? null : cents(row.availableCents),
  };
}

/** What a fund can still give, in cents. */
export async function availableIn(database: Database | Transaction, fundId: string): Promise<Cents> {
  const fund = await database.fund.findUniqueOrThrow({
    where: { id: fundId },
    select: { available: { select: { balanceCents: true } } },
  });
  return cents(fund.available.balanceCents);
}

export type EntryState = {
  id: string;
  initiativeId: string;
  /** The initiative is still in the round: not taken out, not withdrawn by its submitter. */
  inRound: boolean;
  /** Withdrawn by its submitter while the round was open. */
  isWithdrawn: boolean;
  expected: number;
  handedIn: number;
};

/**
 * How far each initiative of a round is. Who is kept out by an interest is not expected, nor who is out of office, nor who
 * could judge nothing: an empty review makes no minimum.
 */
export async function entryStates(
  database: Database | Transaction,
  roundId: string,
  today: CalendarDate,
): Promise<EntryState[]> {
  const rows = await database.$queryRaw<
    { id: string; initiative_id: string; stage: string; has_left: boolean; expected: bigint; handed_in: bigint }[]
  >`
    select e.id, e.initiative_id, i.stage, e.left_at is not null as has_left,
      count(a.id) filter (where v.state is distinct from 'set-aside' and interest_of(a.person_id, e.initiative_id) is null
        and case when v.state = 'submitted' then judged.something else may_review(a.person_id, d.body_id, ${today}::date) end
      ) as expected,
      count(a.id) filter (where v.state = 'submitted' and judged.something
        and interest_of(a.person_id, e.initiative_id) is null) as handed_in
    from round_entry e
      join round d on d.id = e.round_id
      join initiative i on i.id = e.initiative_id
      left join review_assignment a on a.round_entry_id = e.id
      left join review v on v.assignment_id = a.id
      cross join lateral (
        select exists (select 1 from review_score s where s.review_id = v.id and s.points is not null) as something) judged
    where e.round_id = ${roundId}::uuid
    group by e.id, i.stage
    order by e.initiative_id`;
  return rows.map((row) => ({
    id: row.id,
    initiativeId: row.initiative_id,
    inRound: !row.has_left && row.stage === 'scoring',
    isWithdrawn: !row.has_left && row.stage !== 'scoring',
    expected: Number(row.expected),
    handedIn: Number(row.handed_in),
  }));
}
