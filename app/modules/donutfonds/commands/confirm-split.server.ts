import { translatorOf } from '#app/i18n/all.server.ts';
import { isId } from '#app/kernel/ids.ts';
import { cents, type Cents } from '#app/kernel/money.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { publishAward } from '#app/modules/decisions/commands/publish-award.server.ts';
import { commitMoney } from '#app/modules/ledger/commands/commit-money.server.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { applicationsOf, interestedIn, lockCall, type LockedCall } from '../donutfonds.store.server.ts';
import { mailDonut } from '../jobs.server.ts';
import { mayConfirmSplit, splitRoles, type RoleRefusal } from '../policy.ts';
import { reasonsOf, type SayReason } from '../reasons.ts';

export type ConfirmSplitRefusal =
  | RoleRefusal
  | 'split-unknown'
  | 'same-person'
  | 'interest'
  | 'proposer-interest'
  | 'fund-changed'
  | 'fund-exhausted'
  | 'source-ended'
  | 'already-confirmed'
  | 'already-discarded';

const refusals = {
  donut_split_two_persons: 'same-person',
  decision_two_persons: 'same-person',
  donut_split_without_interest: 'interest',
  decision_without_interest: 'interest',
  donut_fund_changed: 'fund-changed',
  fund_not_overcommitted: 'fund-exhausted',
  fund_not_overcommitted_then: 'fund-exhausted',
  commitment_within_period: 'source-ended',
  decision_donut_application_id_key: 'already-confirmed',
} as const satisfies Record<string, ConfirmSplitRefusal>;

/**
 * Confirms the split as a second person, and does everything that follows from it, or nothing: a decision in the register
 * for every application with its reasons, the commitment of each reward, the mails, and the call is decided.
 * Confirming again by the same person answers as the first time.
 * @returns the year of the call
 */
export async function confirmSplit(
  { splitId }: { splitId: string },
  context: Context<SignedIn>,
): Promise<Outcome<number, ConfirmSplitRefusal>> {
  const { actor, now } = context;
  if (!isId(splitId)) return refused('split-unknown');
  const confirmerId = actor.person.id;
  return inTransaction<number, ConfirmSplitRefusal, ConfirmSplitRefusal>(
    context,
    async (tx) => {
      const found = await tx.donutSplit.findUnique({ where: { id: splitId }, select: { callId: true } });
      const call = found === null ? null : await lockCall(tx, found.callId, 'update');
      if (call === null) return refused('split-unknown');
      const allowed = mayConfirmSplit(actor, call.bodyId);
      if (!allowed.ok) return allowed;
      const split = await tx.donutSplit.findUniqueOrThrow({ where: { id: splitId }, include: { verdicts: true } });
      if (split.state === 'confirmed')
        return split.confirmerId === confirmerId ? accepted(call.year) : refused('already-confirmed');
      if (split.state !== 'prepared') return refused('already-discarded');
      if (split.proposerId === confirmerId) return refused('same-person');
      const interested = await holdInterests(tx, call.id, [confirmerId, split.proposerId]);
      if (interested.has(confirmerId)) return refused('interest');
      if (interested.has(split.proposerId)) return refused('proposer-interest');
      if (BigInt(call.available) !== split.availableCents) return refused('fund-changed');
      const rewards = await publishAll(tx, call, split, { confirmerId, at: now });
      await tx.donutSplit.update({
        where: { id: splitId },
        data: { state: 'confirmed', confirmerId, confirmedAt: now },
      });
      await tx.donutCall.update({ where: { id: call.id }, data: { state: 'decided' } });
      // last: from here on other commitments on this fund wait
      for (const { decisionId, description, amount } of rewards) {
        const { proposerId } = split;
        await commitMoney(tx, {
          decisionId,
          fundId: call.fundId,
          amount,
          description,
          proposerId,
          approverId: confirmerId,
          at: now,
        });
      }
      return accepted(call.year);
    },
    { refusals },
  );
}

type SplitRow = {
  shareCents: bigint;
  motivation: string;
  proposerId: string;
  preparedAt: Date;
  verdicts: readonly { applicationId: string; rewarded: boolean; setAsideReason: string }[];
};

/** A decision and a mail for every application. @returns the rewards that must be committed */
async function publishAll(
  tx: Transaction,
  call: LockedCall,
  split: SplitRow,
  { confirmerId, at }: { confirmerId: string; at: Date },
): Promise<{ decisionId: string; description: string; amount: Cents }[]> {
  const rewards = [];
  // what is published is written in the language of the register
  const t = translatorOf('nl');
  const say = t as SayReason;
  const share = cents(split.shareCents);
  for (const application of await applicationsOf(tx, call.id)) {
    const verdict = split.verdicts.find(({ applicationId }) => applicationId === application.id);
    if (verdict === undefined) throw new Error('an application without a verdict');
    const reasons = reasonsOf('nl', application, call.rules, verdict).map(({ key, facts }) => say(key, facts));
    const title = t('donutfonds:decision.title', { year: call.year, name: application.organisation.name });
    const { decisionId, number } = await publishAward(tx, {
      bodyId: call.bodyId,
      donutApplicationId: application.id,
      recipientOrganisationId: application.organisation.id,
      title,
      motivation: [...reasons, split.motivation].join('\n\n'),
      grant: verdict.rewarded ? { amount: share, fundId: call.fundId } : null,
      proposerId: split.proposerId,
      confirmerId,
      roles: splitRoles,
      preparedAt: split.preparedAt,
      at,
    });
    if (verdict.rewarded) rewards.push({ decisionId, description: `Besluit ${number}: ${title}`, amount: share });
    await enqueue(
      tx,
      mailDonut,
      { applicationId: application.id, news: 'decided' },
      `mail-donut:${application.id}:decided`,
    );
  }
  return rewards;
}

/** Keeps what is known of these people's interests as it is until the transaction ends. */
async function holdInterests(tx: Transaction, callId: string, personIds: readonly string[]) {
  await tx.$queryRaw`select hold_interests(${[...personIds]}::uuid[])::text`;
  return interestedIn(tx, callId, personIds);
}
