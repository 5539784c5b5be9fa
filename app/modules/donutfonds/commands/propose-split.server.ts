import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { longestText } from '../call.ts';
import { applicationsOf, interestedIn, lockCall } from '../donutfonds.store.server.ts';
import { mayManage, type RoleRefusal } from '../policy.ts';
import { meetsRules, splitEqually } from '../rules.ts';

export type ProposeSplit = {
  callId: string;
  /** Becomes the id, so that a double post proposes once. */
  formKey: string;
  /** Public: about the whole. */
  motivation: string;
  /** Applications that meet the rules and get nothing all the same, each with its public reason. */
  setAside: ReadonlyMap<string, string>;
};

export type ProposeSplitRefusal =
  | RoleRefusal
  | 'call-unknown'
  | 'application-unknown'
  | 'form-key-invalid'
  | 'interest'
  | 'still-open'
  | 'already-decided'
  | 'already-proposed'
  | 'nothing-to-divide'
  | 'fund-changed'
  | 'text-length';

const refusals = {
  donut_split_pkey: 'form-key-invalid',
  donut_split_one_open: 'already-proposed',
  donut_split_after_closing: 'still-open',
  donut_split_without_interest: 'interest',
  donut_split_motivation: 'text-length',
  donut_fund_changed: 'fund-changed',
} as const satisfies Record<string, ProposeSplitRefusal>;

/**
 * Computes who qualifies by the rules of the call and divides what the fund holds over them in equal parts; what cannot be
 * divided stays in the fund. The proposer can set an application aside, with a reason. No money moves yet.
 * @returns id of the proposal
 */
export async function proposeSplit(
  input: ProposeSplit,
  context: Context<SignedIn>,
): Promise<Outcome<string, ProposeSplitRefusal>> {
  const { actor, now } = context;
  const { callId, formKey: id, setAside } = input;
  if (!isId(callId)) return refused('call-unknown');
  if (!isId(id)) return refused('form-key-invalid');
  const motivation = input.motivation.trim();
  if (motivation === '' || motivation.length > longestText.motivation) return refused('text-length');
  if ([...setAside.values()].some((reason) => reason.length > longestText.reason)) return refused('text-length');
  const proposerId = actor.person.id;
  return inTransaction<string, ProposeSplitRefusal, ProposeSplitRefusal>(
    context,
    async (tx) => {
      const call = await lockCall(tx, callId, 'update');
      if (call === null) return refused('call-unknown');
      const allowed = mayManage(actor, call.bodyId);
      if (!allowed.ok) return allowed;
      const known = await tx.donutSplit.findUnique({ where: { id }, select: { proposerId: true } });
      if (known !== null) return known.proposerId === proposerId ? accepted(id) : refused('form-key-invalid');
      if (call.state === 'open') return refused('still-open');
      if (call.state === 'decided') return refused('already-decided');
      if ((await interestedIn(tx, callId, [proposerId])).has(proposerId)) return refused('interest');
      const applications = await applicationsOf(tx, callId);
      const reasons = new Map(
        [...setAside].flatMap(([key, reason]) => (reason.trim() === '' ? [] : [[key, reason.trim()]])),
      );
      const qualified = applications.filter((application) => meetsRules(application, call.rules));
      if ([...reasons.keys()].some((key) => !qualified.some((one) => one.id === key)))
        return refused('application-unknown');
      const verdicts = applications.map((application) => {
        const meets = qualified.includes(application);
        const setAsideReason = reasons.get(application.id) ?? '';
        return {
          splitId: id,
          applicationId: application.id,
          meetsRules: meets,
          setAsideReason,
          rewarded: meets && setAsideReason === '',
        };
      });
      const split = splitEqually(call.available, verdicts.filter(({ rewarded }) => rewarded).length);
      if (split.recipients > 0 && split.share === 0) return refused('nothing-to-divide');
      await tx.donutSplit.create({
        data: {
          id,
          callId,
          state: 'prepared',
          availableCents: BigInt(call.available),
          recipients: split.recipients,
          shareCents: BigInt(split.share),
          remainderCents: BigInt(split.remainder),
          motivation,
          proposerId,
          preparedAt: now,
        },
      });
      await tx.donutVerdict.createMany({ data: verdicts });
      return accepted(id);
    },
    { refusals },
  );
}
