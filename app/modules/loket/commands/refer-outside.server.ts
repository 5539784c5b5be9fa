import { refused, type Outcome } from '#app/kernel/outcome.ts';
import { moveInitiative, type MoveRefusal } from '#app/modules/initiatives/commands/move-initiative.server.ts';
import { inTransaction } from '#app/platform/database.server.ts';
import { isSafeLink, outsideFundNameLength } from '../referral.ts';
import {
  loketRefusals,
  takeInHand,
  type LoketContext,
  type LoketOrder,
  type LoketRefusal,
} from './initiative-at-loket.server.ts';

export type ReferOutside = LoketOrder & {
  fundName: string;
  /** Page of the fund, https only; null when there is none. */
  fundLink: string | null;
};

/**
 * Points the submitter to a fund outside the programme; here the way of the plan ends.
 * @returns the id of the event on the timeline
 */
export async function referOutside(
  order: ReferOutside,
  context: LoketContext,
): Promise<Outcome<string, LoketRefusal | MoveRefusal | 'fund-name-needed' | 'link-not-safe'>> {
  return inTransaction(
    context,
    async (tx) => {
      const taken = await takeInHand(tx, 'refer-outside', order, context);
      if (!taken.ok) return taken;
      const fund = order.fundName.trim();
      if (fund === '' || fund.length > outsideFundNameLength) return refused('fund-name-needed');
      if (order.fundLink !== null && !isSafeLink(order.fundLink)) return refused('link-not-safe');
      return moveInitiative(tx, {
        initiativeId: order.initiativeId,
        move: 'refer-outside',
        revision: null,
        reason: order.reason.trim(),
        detail: { version: taken.value.version, fund, ...(order.fundLink === null ? {} : { link: order.fundLink }) },
        byBodyId: taken.value.held.bodyId,
        actorId: taken.value.personId,
        at: context.now,
      });
    },
    { refusals: loketRefusals },
  );
}
