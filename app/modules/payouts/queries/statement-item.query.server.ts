import { isId } from '#app/kernel/ids.ts';
import { volunteerNames } from '#app/modules/allowances/volunteer-name.ts';
import { isSignedIn, type Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { hearsTheBank, readsStatements } from '../policy.ts';
import { maskOf, saidByTheBank } from '../statement-item.ts';
import type { BatchCandidate, ItemPage, MatchCandidate } from '../statement-views.ts';
import { readItem, waitingSelect } from './waiting-items.server.ts';

const shownCandidates = 50;

/**
 * A booking of the worklist with the lines and batches that it could be of: for treasurers of the office and the controlegroep.
 * @returns null when there is none, it does not wait any more, or the actor may not read it
 */
export async function itemPage(database: Database, actor: Actor, id: string): Promise<ItemPage | null> {
  if (!isId(id) || !isSignedIn(actor) || !readsStatements(actor).ok) return null;
  const row = await database.statementItem.findUnique({
    where: { id, state: 'open' },
    select: { ...waitingSelect, statement: { select: { statementId: true, iban: true, importedById: true } } },
  });
  if (row === null) return null;
  const { statement, ...rest } = row;
  const [item] = await readItem(database, [rest]);
  if (item === undefined) return null;
  const found = await database.statementMatch.findFirst({
    where: { itemId: id, state: 'proposed' },
    include: { proposedBy: { select: { name: true } } },
  });
  const wanted = {
    amount: item.amount,
    state: item.direction === 'debit' ? ('open' as const) : ('settled' as const),
    iban: statement.iban,
    bookedOn: row.bookedOn,
  };
  const mayWork = hearsTheBank(actor).ok;
  const shown = { item, statementId: statement.statementId, account: maskOf(statement.iban), mayWork };
  if (found === null) {
    const batches = item.direction === 'credit' ? await wholeBatches(database, wanted) : [];
    return { ...shown, candidates: await candidates(database, wanted), batches, proposal: null };
  }
  const { id: proposalId, lineId, batchId, note, proposedBy, proposedAt, proposedById } = found;
  const isMine = proposedById === actor.person.id;
  const isReturn = item.direction === 'credit' && (lineId !== null || batchId !== null);
  const [line] = lineId === null ? [] : await candidates(database, lineId);
  const [batch] = batchId === null ? [] : await wholeBatches(database, batchId);
  const proposal = {
    id: proposalId,
    line: line ?? null,
    batch: batch ?? null,
    note,
    byTheBank: note === saidByTheBank,
    proposedBy: proposedBy.name,
    proposedAt,
    isMine,
    mayConfirm: mayWork && !isMine && !(isReturn && statement.importedById === actor.person.id),
  };
  return { ...shown, candidates: [], batches: [], proposal };
}

type Wanted = {
  amount: number;
  state: 'open' | 'settled';
  iban: string;
  bookedOn: Date;
};

/** @param wanted or the id of one line, whatever its state by now */
async function candidates(database: Database, wanted: Wanted | string): Promise<MatchCandidate[]> {
  const rows = await database.paymentLine.findMany({
    where:
      typeof wanted === 'string'
        ? { id: wanted }
        : {
            amountCents: wanted.amount,
            state: wanted.state,
            batch: {
              rail: 'sepa',
              state: { in: ['sent', 'settled'] },
              payerAccount: { iban: wanted.iban },
              // the database judges the day in Amsterdam
              sentAt: { lt: dayAfter(wanted.bookedOn) },
            },
          },
    orderBy: [{ batch: { number: 'desc' } }, { position: 'asc' }],
    take: shownCandidates,
    select: {
      id: true,
      position: true,
      batch: { select: { number: true } },
      person: { select: { id: true, name: true, email: true } },
      bankAccount: { select: { country: true, lastFour: true } },
    },
  });
  const names = volunteerNames(rows.map(({ person }) => person));
  return rows.map(({ id, position, batch, person, bankAccount }) => ({
    lineId: id,
    batchNumber: batch.number,
    position,
    name: names.get(person.id) ?? '',
    account: bankAccount,
  }));
}

function dayAfter(day: Date): Date {
  return new Date(day.getTime() + 86_400_000);
}

/** Batches of which all that was paid has this sum; or one of them, by its id. */
async function wholeBatches(database: Database, wanted: Wanted | string): Promise<BatchCandidate[]> {
  const one = typeof wanted === 'string' ? wanted : null;
  const { amount, iban, bookedOn } = typeof wanted === 'string' ? { amount: 0, iban: '', bookedOn: null } : wanted;
  const rows = await database.$queryRaw<{ id: string; number: string; people: number }[]>`
    select b.id::text, b.number, count(*)::int as people
      from payment_batch b join payer_account a on a.id = b.payer_account_id
        join payment_line l on l.batch_id = b.id and l.state = 'settled'
      where b.rail = 'sepa' and (b.id = ${one}::uuid or (${one}::uuid is null and a.iban = ${iban}
        and b.state in ('sent', 'settled') and amsterdam_day(b.sent_at) <= ${bookedOn}::date))
      group by 1, 2 having ${one}::uuid is not null or (count(*) > 1 and sum(l.amount_cents) = ${amount}::bigint)
      order by b.number desc limit ${shownCandidates}`;
  return rows.map(({ id, number, people }) => ({ batchId: id, batchNumber: number, people }));
}
