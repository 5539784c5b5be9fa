import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context, type Database } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { askedAbout, type MatchOutcome } from '../exercise.ts';
import { mailMatchOutcome } from '../jobs.server.ts';
import { keepersOf } from '../portfolio.store.server.ts';
import type { ExerciseRefusal } from '../refusals.ts';

export type AnswerOutcome = {
  matchId: string;
  outcome: MatchOutcome;
  text: string;
  /** When the answer that the page showed was given, as ISO 8601; empty: it showed none. */
  seen: string;
};

/** A keeper of one of the two tells what became of a match, after the product asked. Either can tell it anew. */
export async function answerOutcome(
  { matchId: id, outcome, text, seen }: AnswerOutcome,
  context: Context<SignedIn>,
): Promise<Outcome<void, ExerciseRefusal>> {
  const { actor, now } = context;
  if (!isId(id)) return refused('match-unknown');
  return inTransaction<void, ExerciseRefusal>(context, async (tx) => {
    const [match] = await tx.$queryRaw<
      { askedAt: Date | null; answeredAt: Date | null; outcome: string | null; text: string }[]
    >`
      select asked_at as "askedAt", answered_at as "answeredAt", outcome, outcome_text as text from portfolio_match
        where id = ${id}::uuid
          and (keeps_portfolio(${actor.person.id}::uuid, low_id) or keeps_portfolio(${actor.person.id}::uuid, high_id))
        for update`;
    if (match === undefined) return refused('match-unknown');
    if (match.askedAt === null) return refused('not-asked-yet');
    if (match.outcome === outcome && match.text === text) return accepted();
    if ((match.answeredAt?.toISOString() ?? '') !== seen) return refused('changed-meanwhile');
    await tx.portfolioMatch.update({
      where: { id },
      data: { outcome, outcomeText: text, answeredAt: now, answeredById: actor.person.id },
    });
    return accepted();
  });
}

/** Matches asked about in one transaction: each sends a mail to every keeper of both sides. */
const batch = 10;

/**
 * Asks both sides of each match that is half a year old what became of it, once. In batches that each stand by themselves: stopped
 * halfway, the rest is asked the next time, and nobody twice.
 * @returns how many matches
 */
export async function askOutcomes(database: Database, now: Instant): Promise<number> {
  for (let asked = 0; ;) {
    const outcome = await askSome(database, now);
    if (!outcome.ok || outcome.value === 0) return asked;
    asked += outcome.value;
  }
}

async function askSome(database: Database, now: Instant): Promise<Outcome<number, never>> {
  const lastDay = askedAbout(dayInAmsterdam(now));
  return inTransaction<number, never>({ database }, async (tx) => {
    const due = await tx.$queryRaw<{ id: string; low: string; high: string }[]>`
      select id::text as id, low_id::text as low, high_id::text as high from portfolio_match
        where asked_at is null and amsterdam_day(made_at) <= ${lastDay}::date
        order by id limit ${batch} for update skip locked`;
    for (const { id, low, high } of due) {
      await tx.portfolioMatch.update({ where: { id }, data: { askedAt: now } });
      for (const personId of new Set([...(await keepersOf(tx, low)), ...(await keepersOf(tx, high))]))
        await enqueue(tx, mailMatchOutcome, { matchId: id, personId }, `mail-match-outcome:${id}:${personId}`);
    }
    return accepted(due.length);
  });
}
