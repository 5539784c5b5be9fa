import { isId } from '#app/kernel/ids.ts';
import { addCents, cents } from '#app/kernel/money.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { ChangeKind, PaymentWay } from '../change.ts';
import type { ApproveBlock, ProposedChangeView } from '../change-view.ts';
import { mayAnswerChange, mayReadBudgetsOf } from '../policy.ts';
import { bodyIdOf, factsOf, factsSelect } from './change-facts.server.ts';
import { effectsOf, type EffectRow } from './effects.server.ts';
import { interestingGrounds } from './interests.server.ts';
import { officeOf } from './office.server.ts';

/**
 * A change as its approver sees it, with what each account will be before and after.
 * @param isStripeOn whether Stripe is set up here
 * @returns the number when it is in the register by now, null when it is not there for this person
 */
export async function proposedChange(
  database: Database,
  actor: Actor,
  id: string,
  isStripeOn = false,
): Promise<ProposedChangeView | { registeredAs: string } | null> {
  if (actor.person === null || !isId(id)) return null;
  const row = await database.budgetChange.findUnique({
    where: { id },
    select: {
      ...factsSelect,
      id: true,
      state: true,
      way: true,
      number: true,
      proposerId: true,
      proposedAt: true,
      answeredAt: true,
      answer: true,
      moneySourceId: true,
      fromFundId: true,
      toFundId: true,
      decisionId: true,
      spendingId: true,
      correctsId: true,
      proposer: { select: { name: true } },
      approver: { select: { name: true } },
    },
  });
  if (row === null) return null;
  const office = await officeOf(database);
  const bodyId = bodyIdOf(row) ?? office.id;
  const isOwn = row.proposerId === actor.person.id;
  if (!isOwn && !mayReadBudgetsOf(actor, bodyId).ok) return null;
  if (row.number !== null) return { registeredAs: row.number };
  const isOpen = row.state === 'proposed';
  const effects = await effectsOf(database, row);
  const interests = await interestingGrounds(database, actor.person.id, [row]);
  const allowed = mayAnswerChange(actor, { bodyId, proposerId: row.proposerId });
  const block = async (): Promise<ApproveBlock | null> => {
    if (!allowed.ok) return allowed.reason === 'sign-in-needed' ? 'role-needed' : allowed.reason;
    if (interests.size > 0) return 'interest';
    if (row.way === 'stripe' && !isStripeOn) return 'stripe-off';
    if (row.way === 'stripe' && !(await canGoByStripe(database, row))) return 'stripe-not-ready';
    return shortOf(database, row, effects);
  };
  return {
    id: row.id,
    facts: factsOf(row, office),
    way: row.way as PaymentWay,
    state: row.state as ProposedChangeView['state'],
    proposerName: row.proposer.name,
    proposedAt: row.proposedAt,
    isOwn,
    effects: effects.map(({ account, owner, change, before, after }) => ({ account, owner, change, before, after })),
    block: isOpen ? await block() : null,
    mayEnd: !isOpen ? null : isOwn ? 'withdraw' : allowed.ok && interests.size === 0 ? 'refuse' : null,
    answered:
      row.answeredAt === null
        ? null
        : {
            byName: row.state === 'withdrawn' ? row.proposer.name : (row.approver?.name ?? ''),
            at: row.answeredAt,
            reason: row.answer,
          },
  };
}

async function canGoByStripe(database: Database, { decisionId, spendingId }: EffectRow): Promise<boolean> {
  const [row] = await database.$queryRaw<{ ready: boolean }[]>`
    select stripe_account_of_ground(${decisionId}::uuid, ${spendingId}::uuid) is not null as ready`;
  return row?.ready === true;
}

/** What the ledger would refuse as it stands now. */
async function shortOf(
  database: Database,
  row: EffectRow,
  effects: Awaited<ReturnType<typeof effectsOf>>,
): Promise<ApproveBlock | null> {
  const kind = row.kind as ChangeKind;
  if (row.correctsId !== null && (await database.ledgerEntry.count({ where: { correctsId: row.correctsId } })) > 0)
    return 'already-corrected';
  const groundId = row.decisionId ?? row.spendingId;
  if (groundId !== null && (kind === 'release' || kind === 'payment')) {
    const open = await database.decisionDay.aggregate({ where: { groundId }, _sum: { amountCents: true } });
    if ((open._sum.amountCents ?? 0n) < row.amountCents) return 'commitment-exhausted';
  }
  if (effects.some(({ after, hasFloor }) => hasFloor && after < 0)) return 'fund-exhausted';
  const [pledged, over] = (['pledged', 'overprogrammed'] as const).map((name) =>
    effects.find(({ account }) => account === name),
  );
  const sourceId = row.moneySourceId;
  if (sourceId === null || (pledged === undefined && over === undefined)) return null;
  const source = await database.moneySource.findUniqueOrThrow({
    where: { id: sourceId },
    select: {
      overprogrammingBps: true,
      origin: { select: { balanceCents: true } },
      overprogrammed: { select: { balanceCents: true } },
    },
  });
  const given = addCents(cents(-source.origin.balanceCents), cents(pledged?.change ?? 0));
  const planned = addCents(cents(-source.overprogrammed.balanceCents), cents(over?.change ?? 0));
  return BigInt(planned) * 10_000n > BigInt(given) * BigInt(source.overprogrammingBps)
    ? 'overprogramming-exceeded'
    : null;
}
