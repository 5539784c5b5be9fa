import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Accepted, type Refused } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { longestClaimText } from '../claim.ts';
import { mailClaimAnswer } from '../jobs.server.ts';
import { mayCoordinate } from '../policy.ts';
import { claimRefusals, type ClaimRefusal } from '../refusals.ts';
import { lockActivity } from './lock-activity.server.ts';

export type AnswerClaims = {
  activityId: string;
  claimIds: readonly string[];
  /** Refusing needs a reason, which the volunteer reads. */
  answer: { approve: true } | { approve: false; reason: string };
};

export type AnswerClaimsRefusal =
  | Exclude<PolicyRefusal, 'not-found'>
  | ClaimRefusal
  | 'activity-unknown'
  | 'claim-unknown'
  | 'reason-missing'
  | 'no-hours';

/** `claimId`: the claim that cannot be answered so, where it was about one. */
export type AnswerClaimsOutcome = Accepted<void> | (Refused<AnswerClaimsRefusal> & { claimId?: string });

/**
 * A coordinator approves or refuses claims of others, all of them or none: never one's own, nor what one typed for somebody.
 * The same answer again changes nothing.
 */
export async function answerClaims(input: AnswerClaims, context: Context<SignedIn>): Promise<AnswerClaimsOutcome> {
  const { actor, now } = context;
  const { activityId, answer } = input;
  const claimIds = [...new Set(input.claimIds)];
  const reason = answer.approve ? '' : answer.reason.trim();
  if (!isId(activityId)) return refused('activity-unknown');
  if (claimIds.length === 0) return refused('no-hours');
  if (claimIds.some((id) => !isId(id))) return refused('claim-unknown');
  if (!answer.approve && (reason === '' || reason.length > longestClaimText.answer)) return refused('reason-missing');
  const state = answer.approve ? 'approved' : 'refused';
  const answering: { claimId?: string } = {};
  const outcome = await inTransaction<void, AnswerClaimsRefusal, ClaimRefusal>(
    context,
    async (tx) => {
      delete answering.claimId;
      const activity = await lockActivity(tx, activityId);
      if (activity === null) return refused('activity-unknown');
      const allowed = mayCoordinate(actor, activity.bodyId);
      if (!allowed.ok) return allowed;
      const claims = await tx.allowanceClaim.findMany({
        where: { id: { in: claimIds }, activityId },
        orderBy: [{ personId: 'asc' }, { id: 'asc' }],
        select: { id: true, state: true, personId: true, answeredById: true },
      });
      if (claims.length !== claimIds.length) return refused('claim-unknown');
      const mine = { answeredById: actor.person.id, answeredAt: now };
      for (const claim of claims) {
        if (claim.state === state && claim.answeredById === actor.person.id) continue;
        answering.claimId = claim.id;
        await tx.allowanceClaim.update({ where: { id: claim.id }, data: { state, answer: reason, ...mine } });
      }
      // one mail per person, however many hours were answered at once
      const answered = Map.groupBy(
        claims.filter((claim) => claim.state === 'claimed'),
        ({ personId }) => personId,
      );
      for (const ofPerson of answered.values()) {
        const ids = ofPerson.map(({ id }) => id);
        // a claim is answered once, so one names them all; the ids of a whole month would be too long for a key
        await enqueue(tx, mailClaimAnswer, { claimIds: ids }, `mail-claim-answer:${ids[0] ?? ''}`);
      }
      return accepted();
    },
    { refusals: claimRefusals },
  );
  return outcome.ok ? outcome : { ...outcome, ...answering };
}
