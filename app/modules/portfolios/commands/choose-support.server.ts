import { dayInAmsterdam, toDateColumn } from '#app/kernel/calendar-date.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import type { SupportDirection } from '../exercise.ts';
import { inOrder } from '../match.store.server.ts';
import { lockOwnPortfolio } from '../portfolio.store.server.ts';
import { exerciseRules, type ExerciseRefusal } from '../refusals.ts';
import { introduceMatch } from './make-match.server.ts';

/** One of the two answers; without `chosenId` an earlier answer is taken back. */
export type SupportAnswer = { direction: SupportDirection; chosenId: string | null; reason: string };

export type ChooseSupport = { slug: string; answers: readonly SupportAnswer[] };

/**
 * A keeper says for a portfolio who can support it and whom it can support, in the round of today. When the other said the
 * same the other way round the database makes a match (`support_choice_matches`), and the two are introduced. A match that was
 * made stays, also when an answer is taken back.
 * @returns how many matches were made now
 */
export async function chooseSupport(
  { slug, answers }: ChooseSupport,
  context: Context<SignedIn>,
): Promise<Outcome<number, ExerciseRefusal>> {
  const { actor, now } = context;
  const today = toDateColumn(dayInAmsterdam(now));
  if (answers.some(({ chosenId }) => chosenId !== null && !isId(chosenId))) return refused('chosen-unknown');
  return inTransaction<number, ExerciseRefusal, ExerciseRefusal>(
    context,
    async (tx) => {
      const round = await tx.supportRound.findFirst({
        where: { opensOn: { lte: today }, closesOn: { gte: today } },
        select: { id: true },
      });
      if (round === null) return refused('round-over');
      const portfolio = await lockOwnPortfolio(tx, slug, actor.person.id);
      if (portfolio === null) return refused('portfolio-unknown');
      let made = 0;
      for (const answer of answers) {
        const outcome = await answerOne(tx, { roundId: round.id, portfolioId: portfolio.id }, answer, context);
        if (!outcome.ok) return outcome;
        made += outcome.value;
      }
      return accepted(made);
    },
    { refusals: exerciseRules },
  );
}

async function answerOne(
  tx: Transaction,
  of: { roundId: string; portfolioId: string },
  { direction, chosenId, reason }: SupportAnswer,
  { actor, now }: Context<SignedIn>,
): Promise<Outcome<number, ExerciseRefusal>> {
  const place = { roundId_portfolioId_direction: { ...of, direction } };
  if (chosenId === null) {
    await tx.supportChoice.deleteMany({ where: { ...of, direction } });
    return accepted(0);
  }
  const [chosen] = await tx.$queryRaw<{ isOwn: boolean }[]>`
    select keeps_portfolio(${actor.person.id}::uuid, id) as "isOwn" from portfolio_face where id = ${chosenId}::uuid`;
  if (chosen === undefined) return refused('chosen-unknown');
  if (chosen.isOwn) return refused('own-portfolio');
  const known = await tx.supportChoice.findUnique({ where: place });
  const data = { chosenId, reason, chosenById: actor.person.id, chosenAt: now };
  if (known === null) await tx.supportChoice.create({ data: { id: newId(), ...of, direction, ...data } });
  else if (known.chosenId !== chosenId || known.reason !== reason)
    await tx.supportChoice.update({ where: { id: known.id }, data });
  const match = await tx.portfolioMatch.findUnique({
    where: { lowId_highId: inOrder(of.portfolioId, chosenId) },
    select: { id: true, conversationId: true },
  });
  if (match === null || match.conversationId !== null) return accepted(0);
  await introduceMatch(tx, match.id, now);
  return accepted(1);
}
