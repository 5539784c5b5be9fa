import { isId } from '#app/kernel/ids.ts';
import { cents, formatCents } from '#app/kernel/money.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SmallSpendingRules } from '#app/modules/programme/setting.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { longestText, type SpendingContent } from '../spending.ts';

export type ContentRefusal =
  | 'amount-not-positive'
  | 'above-threshold'
  | 'text-length'
  | 'fund-unknown'
  | 'organisation-unknown'
  | 'initiative-unknown';

/** What the database refuses of a proposal, by the names of its rules. */
export const contentRefusals = {
  spending_amount: 'amount-not-positive',
  spending_texts: 'text-length',
  spending_payee: 'text-length',
  spending_fund_of_body: 'fund-unknown',
  small_spending_fund_id_fkey: 'fund-unknown',
  small_spending_payee_organisation_id_fkey: 'organisation-unknown',
  spending_initiative_public: 'initiative-unknown',
} as const satisfies Record<string, ContentRefusal>;

/** @returns id of the plan that it belongs to, or null */
export async function checkContent(
  tx: Transaction,
  content: SpendingContent,
  rules: SmallSpendingRules,
): Promise<Outcome<string | null, ContentRefusal>> {
  const { what, why, amount, fundId, payee } = content;
  const fits = (text: string, longest: number) => text.trim() !== '' && text.length <= longest;
  if (!fits(what, longestText.what) || !fits(why, longestText.why)) return refused('text-length');
  if (payee.kind === 'shop' && !fits(payee.name, longestText.payeeName)) return refused('text-length');
  if (amount <= 0) return refused('amount-not-positive');
  if (amount > rules.thresholdCents)
    return refused('above-threshold', { most: formatCents(cents(rules.thresholdCents)) });
  if (!isId(fundId)) return refused('fund-unknown');
  if (payee.kind === 'organisation' && !isId(payee.organisationId)) return refused('organisation-unknown');
  if (content.initiativeSlug === null) return accepted(null);
  const initiative = await tx.initiative.findFirst({
    where: { slug: content.initiativeSlug, stage: { not: 'draft' } },
    select: { id: true },
  });
  return initiative === null ? refused('initiative-unknown') : accepted(initiative.id);
}
