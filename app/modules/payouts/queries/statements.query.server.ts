import { fromDateColumn } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { hearsTheBank, readsStatements } from '../policy.ts';
import { maskOf } from '../statement-item.ts';
import type { StatementGap, StatementsPage, StatementView } from '../statement-views.ts';
import { readItem, waitingSelect } from './waiting-items.server.ts';

const shownStatements = 30;
const itemsPerPage = 50;

/**
 * The statements that were taken in, what is missing between them, and a page of the worklist: for treasurers of the office and
 * the controlegroep.
 * @param wanted from 1; a page that is not there becomes the last
 * @returns null for who may not read it
 */
export async function statementsPage(
  database: Database,
  actor: Actor,
  { page: wanted }: { page: number },
): Promise<StatementsPage | null> {
  if (!readsStatements(actor).ok) return null;
  const [statements, gaps, waiting] = await Promise.all([
    shownOf(database),
    gapsOf(database),
    database.statementItem.count({ where: { state: 'open' } }),
  ]);
  const pageCount = Math.max(1, Math.ceil(waiting / itemsPerPage));
  const page = Math.min(Math.max(1, wanted), pageCount);
  const items = await database.statementItem.findMany({
    where: { state: 'open' },
    orderBy: [{ bookedOn: 'asc' }, { id: 'asc' }],
    skip: (page - 1) * itemsPerPage,
    take: itemsPerPage,
    select: waitingSelect,
  });
  const shown = await readItem(database, items);
  return { statements, gaps, items: shown, waiting, page, pageCount, mayWork: hearsTheBank(actor).ok };
}

type GapRow = {
  iban: string;
  before: string;
  closing: bigint;
  after: string;
  opening: bigint;
};

const shownGaps = 10;

/** Where a statement begins with another balance than the one before it ended with: what is between them was not taken in. */
async function gapsOf(database: Database): Promise<StatementGap[]> {
  const rows = await database.$queryRaw<GapRow[]>`
    select s.iban, p.statement_id as before, p.closing_cents as closing, s.statement_id as after, s.opening_cents as opening
      from bank_statement s cross join lateral (
        select o.* from bank_statement o
          where o.iban = s.iban and o.id <> s.id and (o.ends_on < s.begins_on or (o.ends_on <= s.ends_on and o.number < s.number))
          order by o.ends_on desc, o.number desc nulls last, (o.closing_cents = s.opening_cents) desc limit 1) p
      where p.closing_cents <> s.opening_cents and not exists (
        select 1 from bank_statement o
          where o.iban = s.iban and o.id <> s.id and o.begins_on <= s.ends_on and o.ends_on >= s.begins_on
            and o.closing_cents = s.opening_cents)
      order by s.ends_on desc, s.id limit ${shownGaps}`;
  return rows.map(({ iban, before, closing, after, opening }) => ({
    account: maskOf(iban),
    before,
    closing: cents(closing),
    after,
    opening: cents(opening),
  }));
}

async function shownOf(database: Database): Promise<StatementView[]> {
  const rows = await database.bankStatement.findMany({
    orderBy: [{ importedAt: 'desc' }, { id: 'desc' }],
    take: shownStatements,
    include: { importedBy: { select: { name: true } } },
  });
  const sums = await database.statementItem.groupBy({
    by: ['bankStatementId', 'state', 'direction'],
    where: { bankStatementId: { in: rows.map(({ id }) => id) } },
    _count: true,
  });
  return rows.map((row) => {
    const count = (state: string, direction?: string) =>
      sums
        .filter((one) => one.bankStatementId === row.id && one.state === state)
        .filter((one) => direction === undefined || one.direction === direction)
        .reduce((sum, { _count }) => sum + _count, 0);
    return {
      id: row.id,
      statementId: row.statementId,
      account: maskOf(row.iban),
      from: row.beginsOn === null ? null : fromDateColumn(row.beginsOn),
      until: row.endsOn === null ? null : fromDateColumn(row.endsOn),
      opening: row.openingCents === null ? null : cents(row.openingCents),
      closing: row.closingCents === null ? null : cents(row.closingCents),
      bookings: row.bookings,
      known: row.known,
      paid: count('matched', 'debit'),
      cameBack: count('matched', 'credit'),
      waiting: count('open'),
      importedBy: row.importedBy.name,
      importedAt: row.importedAt,
    };
  });
}
