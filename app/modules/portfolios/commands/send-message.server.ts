import { isId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { messageLimits, otherSide } from '../conversation.ts';
import { lockOwnConversation, sentOfLate } from '../conversation.store.server.ts';
import { messageRules, type MessageRefusal } from '../refusals.ts';
import { tellReaders } from './tell-readers.server.ts';

/** Somebody answers in a conversation of theirs. @param input.formKey becomes the id, so that a double post is said once */
export async function sendMessage(
  { conversationId, formKey: id, text }: { conversationId: string; formKey: string; text: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, MessageRefusal>> {
  const { actor, now } = context;
  const personId = actor.person.id;
  if (!isId(id)) return refused('form-key-invalid');
  return inTransaction<void, MessageRefusal, MessageRefusal>(
    context,
    async (tx) => {
      await holdKey(tx, `writes:${personId}`);
      const conversation = await lockOwnConversation(tx, conversationId, personId);
      if (conversation === null) return refused('conversation-unknown');
      const known = await tx.message.findUnique({ where: { id }, select: { authorId: true } });
      if (known !== null) return known.authorId === personId ? accepted() : refused('form-key-invalid');
      if ((await sentOfLate(tx, personId, now)).messages >= messageLimits.messagesAnHour)
        return refused('too-many-messages');
      const { side } = conversation;
      // the database dates it after what was written meanwhile
      const { sentAt } = await tx.message.create({
        data: { id, conversationId, authorId: personId, side, text, sentAt: now },
        select: { sentAt: true },
      });
      await tellReaders(tx, conversation, otherSide(side), { id, sentAt });
      return accepted();
    },
    { refusals: messageRules },
  );
}

/**
 * Somebody has read a conversation of theirs.
 * @param readAt moment of the last message that was shown: what came meanwhile stays unread
 */
export async function markRead(
  { conversationId, readAt }: { conversationId: string; readAt: Instant },
  { actor, database }: Context<SignedIn>,
): Promise<void> {
  const personId = actor.person.id;
  await database.$executeRaw`
    insert into conversation_reading as known (conversation_id, person_id, read_at)
      values (${conversationId}::uuid, ${personId}::uuid, ${readAt})
      on conflict (conversation_id, person_id) do update set read_at = greatest(known.read_at, excluded.read_at)`;
}
