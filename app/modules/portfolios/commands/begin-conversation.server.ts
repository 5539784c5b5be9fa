import { isId, newId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { isSlug } from '#app/modules/initiatives/slug.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { messageLimits } from '../conversation.ts';
import { sentOfLate, type Parties } from '../conversation.store.server.ts';
import type { Unreachable } from '../portfolio.ts';
import { lockOwnPortfolio } from '../portfolio.store.server.ts';
import { messageRules, type MessageRefusal } from '../refusals.ts';
import { tellReaders } from './tell-readers.server.ts';

export type BeginConversation = {
  /** Becomes the id, so that a double post begins one. */
  formKey: string;
  /** Slug of the portfolio written to. */
  to: string;
  /** Slug of a portfolio of the actor's; empty: they write for themselves. */
  from: string;
  subject: string;
  text: string;
};

/** Somebody writes to a portfolio for the first time. @returns id of the conversation */
export async function beginConversation(
  input: BeginConversation,
  context: Context<SignedIn>,
): Promise<Outcome<string, MessageRefusal>> {
  const { actor, now } = context;
  const { formKey: id, subject, text } = input;
  const personId = actor.person.id;
  if (!isId(id)) return refused('form-key-invalid');
  return inTransaction<string, MessageRefusal, MessageRefusal>(
    context,
    async (tx) => {
      await holdKey(tx, `writes:${personId}`);
      const known = await tx.conversation.findUnique({ where: { id }, select: { askerPersonId: true } });
      if (known !== null) return known.askerPersonId === personId ? accepted(id) : refused('form-key-invalid');
      const parties = await partiesOf(tx, input, personId);
      if (!parties.ok) return parties;
      const late = await sentOfLate(tx, personId, now);
      if (late.conversations >= messageLimits.conversationsADay) return refused('too-many-conversations');
      if (late.messages >= messageLimits.messagesAnHour) return refused('too-many-messages');
      await tx.conversation.create({
        data: { ...parties.value, subject, begunAt: now, lastMessageAt: now },
      });
      const { id: messageId, sentAt } = await tx.message.create({
        data: { id: newId(), conversationId: id, authorId: personId, side: 'asker', text, sentAt: now },
        select: { id: true, sentAt: true },
      });
      await tellReaders(tx, parties.value, 'answerer', { id: messageId, sentAt });
      return accepted(id);
    },
    { refusals: messageRules },
  );
}

/** The two sides, where the one may write to the other. */
async function partiesOf(
  tx: Transaction,
  { formKey: id, to, from }: BeginConversation,
  personId: string,
): Promise<Outcome<Parties, MessageRefusal>> {
  if (!isSlug(to)) return refused('portfolio-unknown');
  const mine = from === '' ? null : await lockOwnPortfolio(tx, from, personId);
  if (from !== '' && mine === null) return refused('portfolio-unknown');
  if (mine?.state === 'hidden') return refused('mine-hidden');
  // the other could not answer
  if (mine?.state === 'closed') return refused('mine-closed');
  const [target] = await tx.$queryRaw<
    { id: string; unreachable: Unreachable | null; isOwn: boolean; isBlocked: boolean }[]
  >`
    select id::text as id, portfolio_unreachable(id) as unreachable, keeps_portfolio(${personId}::uuid, id) as "isOwn",
        pair_blocked(${mine?.id ?? null}::uuid, id, ${personId}::uuid) as "isBlocked"
      from portfolio where slug = ${to}`;
  if (target === undefined) return refused('portfolio-unknown');
  if (target.isOwn) return refused('own-portfolio');
  if (target.unreachable !== null) return refused(`to-${target.unreachable}`);
  if (target.isBlocked) return refused('blocked');
  return accepted({ id, askerId: mine?.id ?? null, askerPersonId: personId, answererId: target.id });
}
