import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { smallSpendingRules } from '#app/modules/programme/queries/settings.query.server.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { mailSpending } from '../jobs.server.ts';
import { mayAnswer } from '../policy.ts';
import { longestText, type SpendingContent } from '../spending.ts';
import { contentColumns, lockSpending } from '../spending.store.server.ts';
import { checkContent, contentRefusals, type ContentRefusal } from './spending-content.server.ts';

type OwnRefusal =
  | Exclude<PolicyRefusal, 'not-found'>
  | 'spending-unknown'
  | 'not-the-proposer'
  | 'changed-meanwhile'
  | 'already-confirmed'
  | 'already-withdrawn';

export type ChangeSpendingRefusal = OwnRefusal | ContentRefusal;

/**
 * The proposer changes the proposal, for example to meet an objection. What members said of the earlier wording does not
 * count any more: they are asked again, and the days begin anew.
 * @returns the new revision
 */
export async function changeSpending(
  input: { spendingId: string; revision: number; content: SpendingContent },
  context: Context<SignedIn>,
): Promise<Outcome<number, ChangeSpendingRefusal>> {
  const { now } = context;
  const { spendingId: id, content } = input;
  return inTransaction<number, ChangeSpendingRefusal, ChangeSpendingRefusal>(
    context,
    async (tx) => {
      const open = await openOfActor(tx, id, context.actor);
      if (!open.ok) return open;
      if (open.value.revision !== input.revision) return refused('changed-meanwhile');
      const rules = await smallSpendingRules(tx);
      const checked = await checkContent(tx, content, rules);
      if (!checked.ok) return checked;
      const revision = input.revision + 1;
      const columns = contentColumns(content, checked.value, { at: now, days: rules.days });
      await tx.smallSpending.update({ where: { id }, data: { ...columns, revision } });
      await enqueue(
        tx,
        mailSpending,
        { spendingId: id, revision, news: 'proposed' },
        `mail-spending:${id}:${revision}:proposed`,
      );
      return accepted(revision);
    },
    { refusals: contentRefusals },
  );
}

/** The proposer takes the proposal back, and says why. */
export async function withdrawSpending(
  input: { spendingId: string; revision: number; reason: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, OwnRefusal | 'reason-missing'>> {
  const { now } = context;
  const reason = input.reason.trim();
  if (reason === '' || reason.length > longestText.reason) return refused('reason-missing');
  return inTransaction(context, async (tx) => {
    const open = await openOfActor(tx, input.spendingId, context.actor);
    if (!open.ok) return open;
    const { id, revision } = open.value;
    if (revision !== input.revision) return refused('changed-meanwhile');
    await tx.smallSpending.update({
      where: { id },
      data: { state: 'withdrawn', withdrawnAt: now, withdrawReason: reason },
    });
    await enqueue(tx, mailSpending, { spendingId: id, revision, news: 'decided' }, `mail-spending:${id}:decided`);
    return accepted();
  });
}

async function openOfActor(tx: Parameters<typeof lockSpending>[0], id: string, actor: SignedIn) {
  const spending = isId(id) ? await lockSpending(tx, id) : null;
  if (spending === null) return refused('spending-unknown');
  const allowed = mayAnswer(actor, spending.bodyId);
  if (!allowed.ok) return allowed;
  if (spending.proposerId !== actor.person.id) return refused('not-the-proposer');
  return spending.state === 'proposed' ? accepted(spending) : refused(`already-${spending.state}`);
}
