import type { Instant } from '#app/kernel/instant.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { earnsMail, type Side } from '../conversation.ts';
import { readersOf, unreadOf, type Parties } from '../conversation.store.server.ts';
import { mailMessage } from '../jobs.server.ts';

/** Mails everybody on a side who has nothing else to read in this conversation than this message, which was written just now. */
export async function tellReaders(
  tx: Transaction,
  parties: Parties,
  side: Side,
  { id: messageId, sentAt }: { id: string; sentAt: Instant },
): Promise<void> {
  for (const personId of await readersOf(tx, parties, side)) {
    if (!earnsMail({ unread: await unreadOf(tx, parties.id, side, { personId, exceptId: messageId }) })) continue;
    // of the message: a key is the mail's Message-ID, and a second mail about the same conversation is another mail
    const key = `mail-message:${messageId}:${personId}`;
    // dates travel as text; the payload's type is what comes out of it
    await enqueue(tx, mailMessage, { conversationId: parties.id, personId, sentAt }, key);
  }
}
