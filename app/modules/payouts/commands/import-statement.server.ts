import { toDateColumn } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { markNumbers } from '#app/modules/bank/commands/mark-numbers.server.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import type { SealingKeys } from '#app/platform/sealing.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { hearsTheBank } from '../policy.ts';
import { maskOf } from '../statement-item.ts';
import { fingerprintOf, itemsOf, type NewItem } from '../statement-items.server.ts';
import { readStatementFile } from '../statement-file.server.ts';
import { insertItems, openItems, type WaitingBankItem } from '../statement.store.server.ts';
import type { BankStatement, StatementFile, StatementRefusal } from '../statement.ts';
import { lockBatchesOf } from './booking-facts.server.ts';
import { matchItems, type Verdict } from './match-items.server.ts';
import { proposeReturns } from './propose-returns.server.ts';

type TakeInRefusal = 'account-unknown' | 'field-missing' | 'statements-differ';

export type ImportStatementRefusal = PolicyRefusal | StatementRefusal | TakeInRefusal;

/** What a file told that was not known yet; all zero where it was. */
export type ImportedStatements = {
  /** Statements taken in, and those that were known. */
  taken: number;
  known: number;
  /** Bookings that an earlier statement told already. */
  knownBookings: number;
  /** Lines that were paid. */
  settled: number;
  /** Bookings of what came back, which a second treasurer has to confirm. */
  returned: number;
  /** Other bookings that wait for somebody to look at them. */
  waiting: number;
};

/** Milliseconds for a file with ten thousand payments. */
const patience = 120_000;

/**
 * A treasurer of the office takes in what the bank says happened: lines that it paid are settled, what came back is proposed to a
 * second treasurer, and the rest waits in the worklist with its reason. A statement that contradicts another refuses the file. The same file, the same statement in another file, and the same booking in another
 * statement change nothing. What waited is looked at again, because a booking may have come before the one that explains it.
 * A payment that reached another account than that of its line waits, too: somebody changed the file after it was approved.
 * The file is read as it comes in, before the transaction, and is not kept.
 * @param context `keys` give the marks by which accounts are compared
 */
export async function importStatement(
  source: AsyncIterable<Uint8Array>,
  context: Context<SignedIn> & { keys: SealingKeys },
): Promise<Outcome<ImportedStatements, ImportStatementRefusal>> {
  const allowed = hearsTheBank(context.actor);
  if (!allowed.ok) return allowed;
  const file = await readStatementFile(source);
  return file.ok ? takeIn(file.value, context) : file;
}

async function takeIn(
  { sha256, statements }: StatementFile,
  context: Context<SignedIn> & { keys: SealingKeys },
): Promise<Outcome<ImportedStatements, TakeInRefusal>> {
  const { actor, now, keys } = context;
  return inTransaction<ImportedStatements, TakeInRefusal>(
    context,
    async (tx) => {
      // one at a time, so that the second knows what the first told
      await holdKey(tx, 'bank-statements');
      const result: ImportedStatements = { taken: 0, known: 0, knownBookings: 0, settled: 0, returned: 0, waiting: 0 };
      const told = statements.map((statement) => ({ statement, all: itemsOf(statement) }));
      await lockBatchesOf(tx, [...told.flatMap(({ all }) => all), ...(await openItems(tx))]);
      for (const { statement, all } of told) {
        const { iban } = statement;
        const payer = await tx.payerAccount.findFirst({
          where: { iban },
          orderBy: { sequence: 'desc' },
          select: { id: true },
        });
        if (payer === null) return refused('account-unknown', { account: maskOf(iban) });
        const fingerprint = fingerprintOf(statement);
        if ((await tx.bankStatement.findFirst({ where: { iban, fingerprint }, select: { id: true } })) !== null) {
          result.known += 1;
          continue;
        }
        const id = newId(now.getTime());
        const items = await withPayees(tx, keys, await notTold(tx, all));
        const columns = columnsOf(statement);
        const counts = { bookings: all.length, known: all.length - items.length };
        const joins = await joinsOthers(tx, { ...columns, ...counts });
        if (!joins.ok) return joins;
        await tx.bankStatement.create({
          data: {
            id,
            payerAccountId: payer.id,
            fingerprint,
            sha256,
            importedById: actor.person.id,
            importedAt: now,
            ...counts,
            ...columns,
          },
        });
        const heard = await hear(tx, { bankStatementId: id, items, at: now, importerId: actor.person.id });
        result.taken += 1;
        result.knownBookings += counts.known;
        result.settled += heard.settled;
        result.returned += heard.returned;
        result.waiting += heard.waiting;
      }
      return accepted(result);
    },
    { patience },
  );
}

function columnsOf(statement: BankStatement) {
  const { iban, statementId, sequence, from, until, opening, closing, notBooked } = statement;
  return {
    iban,
    statementId,
    number: sequence !== null && /^\d{1,18}$/.test(sequence) ? BigInt(sequence) : null,
    beginsOn: from === null ? null : toDateColumn(from),
    endsOn: until === null ? null : toDateColumn(until),
    openingCents: opening === null ? null : BigInt(opening),
    closingCents: closing === null ? null : BigInt(closing),
    notBooked,
  };
}

type Judged = ReturnType<typeof columnsOf> & { bookings: number; known: number };

/**
 * Statements of one account tell one story: each begins with what the one before it ended with, in whatever order they come in
 * (`contradicting_statement`). One that leaves out its days or balances could tell any.
 */
async function joinsOthers(tx: Transaction, said: Judged): Promise<Outcome<void, TakeInRefusal>> {
  const { iban, statementId, beginsOn, endsOn, number, openingCents, closingCents, bookings, known } = said;
  if (beginsOn === null || endsOn === null) return refused('field-missing', { field: 'FrToDt' });
  if (openingCents === null || closingCents === null) return refused('field-missing', { field: 'Bal' });
  const [found] = await tx.$queryRaw<{ statement_id: string }[]>`
    select statement_id from bank_statement where id = contradicting_statement(${iban}, ${beginsOn}::date, ${endsOn}::date,
      ${number}::bigint, ${openingCents}::bigint, ${closingCents}::bigint, ${bookings}::int, ${known}::int)`;
  return found === undefined
    ? accepted()
    : refused('statements-differ', { statement: statementId, other: found.statement_id });
}

/** Items of bookings that no statement told before. */
async function notTold(tx: Transaction, items: readonly NewItem[]): Promise<NewItem[]> {
  const keys = items.flatMap(({ bookingKey }) => bookingKey ?? []);
  const told = await tx.$queryRaw<{ key: string }[]>`
    select booking_key as key from statement_item where booking_key = any (${keys}::text[])`;
  const known = new Set(told.map(({ key }) => key));
  return items.filter(({ bookingKey }) => bookingKey === null || !known.has(bookingKey));
}

/** Items with the mark of who got the money, where the bank says so. */
async function withPayees(tx: Transaction, keys: SealingKeys, items: readonly NewItem[]): Promise<NewItem[]> {
  const marks = await markNumbers(
    tx,
    keys,
    items.flatMap(({ payeeIban }) => payeeIban ?? []),
  );
  return items.map((item) => ({ ...item, payeeMark: marks.get(item.payeeIban ?? '') ?? '' }));
}

async function hear(
  tx: Transaction,
  {
    bankStatementId,
    items,
    at,
    importerId,
  }: { bankStatementId: string; items: readonly NewItem[]; at: Instant; importerId: string },
): Promise<Pick<ImportedStatements, 'settled' | 'returned' | 'waiting'>> {
  const waiting = await openItems(tx);
  const sound = items.filter(({ fault }) => fault === null);
  const { verdicts, returns } = await matchItems(tx, [...sound, ...waiting], { occasion: bankStatementId, at });
  const rows = items.map((item, index) => ({
    ...rowOf(item, verdicts.get(item.id) ?? { reason: item.fault ?? 'other-money' }, at),
    bankStatementId,
    position: index + 1,
  }));
  await insertItems(tx, rows);
  for (const item of waiting) {
    const verdict = verdicts.get(item.id);
    if (verdict === undefined || ('reason' in verdict && verdict.reason === item.reason)) continue;
    await tx.statementItem.update({ where: { id: item.id }, data: becomes(verdict, at) });
  }
  await proposeReturns(tx, { returns: returns.filter(isNew(waiting)), at, importerId });
  const matched = [...items, ...waiting].filter(({ id }) => isMatched(verdicts.get(id)));
  const back = new Set(returns.map(({ itemId }) => itemId));
  return {
    settled: await countSettled(
      tx,
      matched.filter(({ direction }) => direction === 'debit').map(({ id }) => id),
    ),
    returned: returns.length,
    waiting: rows.filter(({ id, state }) => state === 'open' && !back.has(id)).length,
  };
}

/** What a colleague said is no return is not proposed again with each statement. */
function isNew(waiting: readonly WaitingBankItem[]) {
  const proposed = new Set(waiting.filter(({ wasProposed }) => wasProposed).map(({ id }) => id));
  return ({ itemId }: { itemId: string }) => !proposed.has(itemId);
}

function isMatched(verdict: Verdict | undefined): boolean {
  return verdict !== undefined && !('reason' in verdict);
}

/** A batch that was booked as one sum is many lines. */
async function countSettled(tx: Transaction, itemIds: readonly string[]): Promise<number> {
  const [found] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from payment_line
      where settled_by = any (select 'statement:' || id from unnest(${itemIds}::text[]) id)`;
  return found?.count ?? 0;
}

/** What becomes of a row: once it is known what a booking is, who was on the other side is forgotten. */
function becomes(verdict: Verdict, at: Instant) {
  if ('reason' in verdict) return { state: 'open', reason: verdict.reason };
  return { state: 'matched', matchedAt: at, counterparty: '', counterAccount: '', text: '', ...verdict };
}

function rowOf(item: NewItem, verdict: Verdict, at: Instant) {
  // who got the money was judged, and is kept nowhere
  const { iban: _, fault: _fault, payeeIban: _payeeIban, payeeMark: _payeeMark, ...kept } = item;
  return { ...kept, matchedAt: null, reason: '', lineId: null, batchId: null, ...becomes(verdict, at) };
}
