import { addDays, dayInAmsterdam, toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import { spendingNumber, type SpendingContent, type SpendingNumber, type SpendingState } from './spending.ts';

/** A small spending with its row locked. */
export type LockedSpending = {
  id: string;
  bodyId: string;
  fundId: string;
  number: string | null;
  state: SpendingState;
  revision: number;
  what: string;
  amountCents: bigint;
  proposerId: string;
  confirmerId: string | null;
};

export async function lockSpending(tx: Transaction, id: string): Promise<LockedSpending | null> {
  await tx.$queryRaw`select 1 from small_spending where id = ${id}::uuid for update`;
  const row = await tx.smallSpending.findUnique({ where: { id } });
  return row === null ? null : { ...row, state: row.state as SpendingState };
}

/** The columns of a proposal as it is made or changed at a moment, to be answered within so many days. */
export function contentColumns(
  content: SpendingContent,
  initiativeId: string | null,
  { at, days }: { at: Instant; days: number },
) {
  const { payee } = content;
  return {
    what: content.what,
    why: content.why,
    amountCents: BigInt(content.amount),
    fundId: content.fundId,
    payeeKind: payee.kind,
    payeeName: payee.kind === 'shop' ? payee.name : '',
    payeeOrganisationId: payee.kind === 'organisation' ? payee.organisationId : null,
    initiativeId,
    revisedAt: at,
    closesOn: toDateColumn(addDays(dayInAmsterdam(at), days)),
  };
}

/** The next number of the register. The counter's row stays locked until the transaction ends, so numbers have no gaps. */
export async function takeSpendingNumber(tx: Transaction, year: number): Promise<SpendingNumber> {
  const [row] = await tx.$queryRaw<{ last: number }[]>`
    insert into spending_counter (year, last) values (${year}, 1)
      on conflict (year) do update set last = spending_counter.last + 1
      returning last`;
  if (row === undefined) throw new Error('the counter gave no number');
  return spendingNumber(year, row.last);
}

/** How a person stands towards a spending. `interest`: what keeps the person out, the proposer too. */
export type SeatStanding = {
  spendingId: string;
  personId: string;
  seat: string;
  interest: string | null;
  /** The last answer to this revision; null: none. */
  answer: string | null;
};

/** Every member of the wijkalliantie on a day, with interest and answer, per spending. */
export async function standings(
  database: Database | Transaction,
  spendingIds: readonly string[],
  today: CalendarDate,
): Promise<SeatStanding[]> {
  return database.$queryRaw<SeatStanding[]>`
    select s.id::text as "spendingId", t.person_id::text as "personId", t.seat,
      spending_interest_of(t.person_id, s.id) as interest, a.answer
    from small_spending s
      cross join lateral alliance_seats(s.body_id, ${today}::date) t
      left join lateral spending_answers_of(s.id, s.revision) a on a.person_id = t.person_id
    where s.id = any(${[...spendingIds]}::uuid[])
    order by s.id, t.person_id`;
}

/** Objections that stand, also of who left the wijkalliantie since. */
export async function openObjections(database: Database | Transaction, spendingId: string): Promise<number> {
  const [row] = await database.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from small_spending s
      cross join lateral spending_answers_of(s.id, s.revision) a where s.id = ${spendingId}::uuid and a.answer = 'objection'`;
  return row?.count ?? 0;
}

/** What members said, counted. */
export function tally(seats: readonly SeatStanding[]) {
  const free = seats.filter(({ interest }) => interest === null);
  const consenting = free.filter(({ answer }) => answer === 'consent');
  return {
    consents: consenting.length,
    seats: new Set(consenting.map(({ seat }) => seat)).size,
    unanswered: free.filter(({ answer }) => answer === null || answer === 'withdrawn').length,
  };
}

/**
 * Keeps what is known of the interests of who confirms, proposed and answered as it is until the transaction ends: who
 * joins an organisation meanwhile waits.
 */
export async function holdInterestsOf(tx: Transaction, spendingId: string, confirmerId: string): Promise<void> {
  await tx.$queryRaw`
    select hold_interests(array[${confirmerId}::uuid, s.proposer_id] || array(
      select a.person_id from spending_answer a where a.spending_id = s.id))::text
    from small_spending s where s.id = ${spendingId}::uuid`;
}
