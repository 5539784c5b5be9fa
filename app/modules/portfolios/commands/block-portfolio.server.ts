import { newId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { lockOwnConversation } from '../conversation.store.server.ts';
import type { MessageRefusal } from '../refusals.ts';

/**
 * The keepers of a portfolio do not want to hear from the other side of a conversation any more, or want to again. It holds for
 * all conversations of the two. The same again changes nothing.
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
    if (mine === null) return refused('no-portfolio-to-block');
    await tx.$queryRaw`select 1 from portfolio where id = ${mine}::uuid for no key update`;
    const other = side === 'asker' ? answererId : askerId;
    const blocked = other === null ? { blockedPersonId: askerPersonId } : ({ blockedPortfolioId: other } as const);
    if (other === null && askerPersonId === null) return refused('asker-gone');
    const running = { portfolioId: mine, ...blocked, endedAt: null };
    if (!isBlocked) {
      await tx.portfolioBlock.updateMany({ where: running, data: { endedAt: now } });
      return accepted();
    }
    if ((await tx.portfolioBlock.count({ where: running })) > 0) return accepted();
    await tx.portfolioBlock.create({
      data: { id: newId(), portfolioId: mine, ...blocked, madeById: actor.person.id, madeAt: now },
    });
    return accepted();
  });
}
