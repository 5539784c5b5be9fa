import { newId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { translatorOf } from '#app/i18n/all.server.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { longestMessageText } from '../conversation.ts';
import { mailMatch } from '../jobs.server.ts';
import { holdPair, inOrder, introducedFacts, type IntroducedFacts } from '../match.store.server.ts';
import { keepersOf } from '../portfolio.store.server.ts';

export type MakeMatch = { oneId: string; otherId: string; origin: 'exercise' | 'suggestion' | 'gathering' };

/**
 * Two portfolios chose each other: makes the match, once for a pair, and introduces them. Who calls it has checked that both
 * said so, in the same transaction and after `holdPair`.
 * @returns id of the match, and whether it was made now
 */
export async function makeMatch(
  tx: Transaction,
  { oneId, otherId, origin }: MakeMatch,
  now: Instant,
): Promise<{ matchId: string; isNew: boolean }> {
  await holdPair(tx, oneId, otherId);
  const pair = inOrder(oneId, otherId);
  const known = await tx.portfolioMatch.findUnique({ where: { lowId_highId: pair }, select: { id: true } });
  const matchId = known?.id ?? newId();
  if (known === null) await tx.portfolioMatch.create({ data: { id: matchId, ...pair, origin, madeAt: now } });
  await introduceMatch(tx, matchId, now);
  return { matchId, isNew: known === null };
}

/** Brings the two of a match together in a conversation, once, and tells their keepers; not where one blocked the other. */
export async function introduceMatch(tx: Transaction, matchId: string, now: Instant): Promise<void> {
  await tx.$queryRaw`select 1 from portfolio_match where id = ${matchId}::uuid for update`;
  const match = await tx.portfolioMatch.findUniqueOrThrow({
    where: { id: matchId },
    select: { lowId: true, highId: true, conversationId: true },
  });
  if (match.conversationId !== null) return;
  const [pair] = await tx.$queryRaw<{ isBlocked: boolean }[]>`
    select pair_blocked(${match.lowId}::uuid, ${match.highId}::uuid, null) as "isBlocked"`;
  if (pair?.isBlocked === true) return;
  const [low, high] = [await introducedFacts(tx, match.lowId), await introducedFacts(tx, match.highId)];
  if (low === null || high === null) return;
  const id = newId();
  const t = translatorOf('nl');
  const subject = t('messages:introduction.subject', { one: low.name, other: high.name });
  await tx.conversation.create({
    data: {
      id,
      askerId: match.lowId,
      answererId: match.highId,
      origin: 'match',
      subject: subject.slice(0, longestMessageText.subject),
      begunAt: now,
      lastMessageAt: now,
    },
  });
  const text = introductionText(low, high).slice(0, longestMessageText.text);
  await tx.message.create({ data: { id: newId(), conversationId: id, side: 'product', text, sentAt: now } });
  await tx.portfolioMatch.update({ where: { id: matchId }, data: { conversationId: id } });
  const keepers = [...(await keepersOf(tx, match.lowId)), ...(await keepersOf(tx, match.highId))];
  for (const personId of new Set(keepers))
    await enqueue(tx, mailMatch, { matchId, personId }, `mail-match:${matchId}:${personId}`);
}

/** What the product said, for the record; the page says it again in the language of who reads it. */
function introductionText(one: IntroducedFacts, other: IntroducedFacts): string {
  const t = translatorOf('nl');
  const lines = (facts: IntroducedFacts['needs']) =>
    facts.map(({ resource, text }) => `${t(`portfolios:resource.${resource}`)}: ${text}`).join('; ');
  const side = ({ name, needs, offers }: IntroducedFacts) =>
    [
      t('messages:introduction.who', { name }),
      ...(needs.length === 0 ? [] : [t('messages:introduction.needs', { lines: lines(needs) })]),
      ...(offers.length === 0 ? [] : [t('messages:introduction.offers', { lines: lines(offers) })]),
    ].join('\n');
  return [t('messages:introduction.lead'), side(one), side(other), t('messages:introduction.question')].join('\n\n');
}
