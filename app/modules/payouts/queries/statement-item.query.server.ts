import { isId } from '#app/kernel/ids.ts';
import { volunteerNames } from '#app/modules/allowances/volunteer-name.ts';
import { isSignedIn, type Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { bodiesPaidFor, pays, readsPayments } from '../policy.ts';
import { maskOf } from '../statement-item.ts';
import type { ItemPage, MatchCandidate } from '../statement-views.ts';
import { readItem, waitingSelect } from './waiting-items.server.ts';

const shownCandidates = 50;

/**
 * A booking of the worklist with the lines that it could be of.
 * @returns null when there is none, it does not wait any more, or the actor may not read it
 */
export async function itemPage(database: Database, actor: Actor, id: string): Promise<ItemPage | null> {
  if (!isId(id) || !isSignedIn(actor) || !readsPayments(actor).ok) return null;
  const row = await database.statementItem.findUnique({
    where: { id, state: 'open' },
    select: { ...waitingSelect, statement: { select: { statementId: true, iban: true } } },
  });
  if (row === null) return null;
  const { statement, ...rest } = row;
  const [item] = await readItem(database, [rest]);
  if (item === undefined) return null;
  const proposal = await database.statementMatch.findFirst({
    where: { itemId: id, state: 'proposed' },
    include: { proposedBy: { select: { name: true } } },
  });
  const bodies = bodiesPaidFor(actor);
  const lines = await candidates(database, {
    amount: item.amount,
    state: item.direction === 'debit' ? 'open' : 'settled',
    iban: statement.iban,
    bodies: bodies === null ? null : [...bodies],
    only: proposal?.lineId ?? null,
  });
  const [first] = lines;
  return {
    item,
    statementId: statement.statementId,
    account: maskOf(statement.iban),
    candidates: proposal === null ? lines : [],
    proposal:
      proposal === null || first === undefined
        ? null
        : {
            id: proposal.id,
            line: first,
            note: proposal.note,
            proposedBy: proposal.proposedBy.name,
            proposedAt: proposal.proposedAt,
            isMine: proposal.proposedById === actor.person.id,
          },
    mayWork: pays(actor).ok,
  };
}

type Wanted = {
  amount: number;
  state: 'open' | 'settled';
  iban: string;
  /** Null: of every body. */
  bodies: string[] | null;
  /** One line, whatever its state by now. */
  only: string | null;
};

async function candidates(database: Database, wanted: Wanted): Promise<MatchCandidate[]> {
  const rows = await database.paymentLine.findMany({
    where:
      wanted.only !== null
        ? { id: wanted.only }
        : {
            amountCents: wanted.amount,
            state: wanted.state,
            batch: {
              rail: 'sepa',
              state: { in: ['sent', 'settled'] },
              payerAccount: { iban: wanted.iban },
              ...(wanted.bodies === null ? {} : { bodyId: { in: wanted.bodies } }),
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
