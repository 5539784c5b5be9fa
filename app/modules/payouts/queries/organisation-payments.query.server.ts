import { fromDateColumn } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import { mayProposeChange, mayReadBudgetsOf } from '#app/modules/budgets/policy.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { Prisma } from '#app/platform/prisma/client.ts';
import { standingOf, type OrganisationPaymentView } from '../organisation-payment.ts';
import { endCodeOf } from '../end-code.ts';

/** Which payments: of a change or decision by its number, of a small spending, or to an organisation. */
type About = { number: string } | { decision: string } | { spendingId: string } | { organisationId: string };

const most = 100;

const organisation = { select: { id: true, slug: true, name: true } } as const;
const paymentSelect = {
  state: true,
  settledOn: true,
  endReason: true,
  stripePayment: { select: { transferId: true, transferTries: true } },
  change: {
    select: {
      number: true,
      amountCents: true,
      fromFund: { select: { bodyId: true } },
      decision: { select: { recipient: organisation } },
      spending: { select: { payeeOrganisation: organisation } },
      entry: {
        select: {
          correctedBy: { select: { change: { select: { number: true } } } },
          correctionsProposed: { where: { state: 'proposed' }, select: { id: true } },
        },
      },
    },
  },
} as const satisfies Prisma.ChangePaymentSelect;

type PaymentRow = Prisma.ChangePaymentGetPayload<{ select: typeof paymentSelect }>;

/**
 * Payments by Stripe, the latest first, for who works on that money and for people of the organisation that gets it. For
 * everybody else there are none.
 */
export async function organisationPayments(
  database: Database,
  actor: Actor,
  about: About,
): Promise<OrganisationPaymentView[]> {
  if (actor.person === null) return [];
  const rows = await database.changePayment.findMany({
    where: { change: conditionOf(about) },
    orderBy: { change: { answeredAt: 'desc' } },
    take: most,
    select: paymentSelect,
  });
  return rows.flatMap((row) => viewOf(row, actor) ?? []);
}

/** What is under way, and what was not paid and still stands as paid in the ledger, of the bodies on whose money the actor works. */
export async function stripePaymentsAtWork(database: Database, actor: Actor): Promise<OrganisationPaymentView[]> {
  const rows = await database.changePayment.findMany({
    where: {
      OR: [
        { state: 'open' },
        { state: { in: ['put_back', 'returned'] }, change: { entry: { is: { correctedBy: { is: null } } } } },
      ],
    },
    orderBy: { change: { answeredAt: 'desc' } },
    take: most,
    select: paymentSelect,
  });
  return rows.flatMap((row) => viewOf(row, actor) ?? []).filter(({ isWork }) => isWork);
}

function conditionOf(about: About): Prisma.BudgetChangeWhereInput {
  if ('number' in about) return { number: about.number };
  if ('decision' in about) return { decision: { number: about.decision } };
  if ('spendingId' in about) return { spendingId: about.spendingId };
  const { organisationId } = about;
  return {
    OR: [
      { decision: { recipientOrganisationId: organisationId } },
      { spending: { payeeOrganisationId: organisationId } },
    ],
  };
}

function viewOf(row: PaymentRow, actor: Actor): OrganisationPaymentView | null {
  const { state, settledOn, endReason, change, stripePayment } = row;
  const { number, amountCents, fromFund, decision, spending, entry } = change;
  const to = decision?.recipient ?? spending?.payeeOrganisation ?? null;
  if (to === null || number === null || fromFund === null) return null;
  const isWork = mayReadBudgetsOf(actor, fromFund.bodyId).ok;
  if (!isWork && !actor.organisations.some(({ id }) => id === to.id)) return null;
  return {
    number,
    amount: cents(amountCents),
    organisation: { slug: to.slug, name: to.name },
    standing: standingOf[state as keyof typeof standingOf],
    paidOn: settledOn === null ? null : fromDateColumn(settledOn),
    waitsForBalance: state === 'open' && stripePayment?.transferId === null && stripePayment.transferTries > 0,
    reason: endReason === '' ? null : (endCodeOf(endReason) ?? 'MS03'),
    isWork,
    mayUndo: mayProposeChange(actor, fromFund.bodyId).ok,
    undo: undoOf(entry),
  };
}

function undoOf(entry: PaymentRow['change']['entry']): OrganisationPaymentView['undo'] {
  const done = entry?.correctedBy?.change?.number ?? null;
  if (done !== null) return { state: 'done', number: done };
  const proposed = entry?.correctionsProposed[0];
  return proposed === undefined ? null : { state: 'proposed', changeId: proposed.id };
}
