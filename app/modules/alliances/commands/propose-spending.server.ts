import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { smallSpendingRules } from '#app/modules/programme/queries/settings.query.server.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { mailSpending } from '../jobs.server.ts';
import { mayAnswer } from '../policy.ts';
import type { SpendingContent } from '../spending.ts';
import { contentColumns } from '../spending.store.server.ts';
import { checkContent, contentRefusals, type ContentRefusal } from './spending-content.server.ts';

export type ProposeSpending = {
  bodyId: string;
  content: SpendingContent;
  /** Becomes the id, so that a double post proposes once. */
  formKey: string;
};

export type ProposeSpendingRefusal =
  Exclude<PolicyRefusal, 'not-found'> | ContentRefusal | 'alliance-unknown' | 'form-key-invalid';

const refusals = {
  ...contentRefusals,
  spending_of_wijkalliantie: 'alliance-unknown',
  spending_proposer_member: 'role-needed',
  small_spending_pkey: 'form-key-invalid',
} as const satisfies Record<string, ProposeSpendingRefusal>;

/**
 * A member proposes a small spending. The other members get a mail and so many days to answer; no money moves yet.
 * @returns id of the spending
 */
export async function proposeSpending(
  input: ProposeSpending,
  context: Context<SignedIn>,
): Promise<Outcome<string, ProposeSpendingRefusal>> {
  const { actor, now } = context;
  const { bodyId, content, formKey: id } = input;
  if (!isId(id)) return refused('form-key-invalid');
  if (!isId(bodyId)) return refused('alliance-unknown');
  const allowed = mayAnswer(actor, bodyId);
  if (!allowed.ok) return allowed;
  const proposerId = actor.person.id;
  return inTransaction<string, ProposeSpendingRefusal, ProposeSpendingRefusal>(
    context,
    async (tx) => {
      await holdKey(tx, `small-spending:${id}`);
      const known = await tx.smallSpending.findUnique({ where: { id }, select: { proposerId: true, bodyId: true } });
      if (known !== null)
        return known.proposerId === proposerId && known.bodyId === bodyId ? accepted(id) : refused('form-key-invalid');
      const rules = await smallSpendingRules(tx);
      const checked = await checkContent(tx, content, rules);
      if (!checked.ok) return checked;
      const columns = contentColumns(content, checked.value, { at: now, days: rules.days });
      await tx.smallSpending.create({
        data: { id, bodyId, state: 'proposed', proposerId, proposedAt: now, ...columns },
      });
      await enqueue(
        tx,
        mailSpending,
        { spendingId: id, revision: 1, news: 'proposed' },
        `mail-spending:${id}:1:proposed`,
      );
      return accepted(id);
    },
    { refusals },
  );
}
