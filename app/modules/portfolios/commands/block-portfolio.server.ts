import { newId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { lockOwnConversation } from '../conversation.store.server.ts';
import type { MessageRefusal } from '../refusals.ts';

/**
 * The keepers of a portfolio, or who wrote without one, do not want to hear from the other side of a conversation any more, or want
 * to again. It holds for all that the two could say to each other (`pair_blocked`). The same again changes nothing.
 */
export async function blockOtherSide(
  { conversationId, isBlocked }: { conversationId: string; isBlocked: boolean },
  context: Context<SignedIn>,
): Promise<Outcome<void, MessageRefusal>> {
  const { actor, now } = context;
  return inTransaction<void, MessageRefusal>(context, async (tx) => {
    const conversation = await lockOwnConversation(tx, conversationId, actor.person.id);
    if (conversation === null) return refused('conversation-unknown');
    const { side, askerId, askerPersonId, answererId } = conversation;
    const mine = side === 'asker' ? askerId : answererId;
    const by = mine === null ? { personId: actor.person.id } : ({ portfolioId: mine } as const);
    await holdKey(tx, `blocks:${mine ?? actor.person.id}`);
    const other = side === 'asker' ? answererId : askerId;
    const blocked = other === null ? { blockedPersonId: askerPersonId } : ({ blockedPortfolioId: other } as const);
    if (other === null && askerPersonId === null) return refused('asker-gone');
    const running = { ...by, ...blocked, endedAt: null };
    if (!isBlocked) {
      await tx.portfolioBlock.updateMany({ where: running, data: { endedAt: now } });
      return accepted();
    }
    if ((await tx.portfolioBlock.count({ where: running })) > 0) return accepted();
    await tx.portfolioBlock.create({
      data: { id: newId(), ...by, ...blocked, madeById: actor.person.id, madeAt: now },
    });
    return accepted();
  });
}
