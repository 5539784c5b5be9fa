import type { GuardedAction } from '#app/http/guard.server.ts';
import { translatorOf } from '#app/i18n/all.server.ts';
import { organisationPayments } from '#app/modules/payouts/queries/organisation-payments.query.server.ts';
import type { ChangeKind, PaymentWay } from '#app/modules/budgets/change.ts';
import type { NewChangeChoices } from '#app/modules/budgets/new-change.ts';
import { newChangeChoices } from '#app/modules/budgets/queries/new-change.query.server.ts';

type Asked = Pick<GuardedAction, 'database' | 'actor' | 'platform'>;

/**
 * What can be chosen for a change, and how a payment can go: by Stripe only where Stripe is set up and somebody can be paid there.
 */
export async function choicesWithWays(
  { database, actor, platform }: Asked,
  kind: ChangeKind,
): Promise<{ choices: NewChangeChoices; ways: PaymentWay[] }> {
  const { subjects, targets } = await newChangeChoices(database, actor, kind);
  const offered = kind === 'payment' && platform.stripe !== null;
  const shown = subjects.map((one) => ({ ...one, byStripe: offered && one.byStripe }));
  const ways: PaymentWay[] = shown.some(({ byStripe }) => byStripe) ? ['bank', 'stripe'] : ['bank'];
  return { choices: { subjects: shown, targets }, ways };
}

/** What was not paid by Stripe is undone for that reason, in the language of the register; else nothing is filled in. */
export async function reasonToUndo({ database, actor }: Asked, number: string): Promise<string> {
  const [payment] = await organisationPayments(database, actor, { number });
  const isBack = payment?.standing === 'not-paid' || payment?.standing === 'came-back';
  return isBack ? translatorOf('nl')('byStripe:undoReason') : '';
}
