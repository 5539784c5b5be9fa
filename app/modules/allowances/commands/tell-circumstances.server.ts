import { toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Cents } from '#app/kernel/money.ts';
import { accepted, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';

export type TellCircumstances = {
  /** Day on which the volunteer turns 21; null: is 21 already. */
  turns21On: CalendarDate | null;
  /** What other organisations pay the volunteer in a year, in cents. */
  elsewhere: { year: number; amount: Cents };
};

/**
 * A volunteer says what the law asks: whether they are 21, and what they get elsewhere this year. Hours that were claimed keep
 * the rate they had. Which benefit somebody has is never asked.
 */
export async function tellCircumstances(
  { turns21On, elsewhere }: TellCircumstances,
  context: Context<SignedIn>,
): Promise<Outcome<void, never>> {
  const { actor, now } = context;
  const personId = actor.person.id;
  return inTransaction<void, never>(context, async (tx) => {
    const said = { turns21On: turns21On === null ? null : toDateColumn(turns21On), toldAt: now };
    await tx.volunteer.upsert({ where: { personId }, create: { personId, ...said }, update: said });
    const { year, amount: amountCents } = elsewhere;
    const last = await tx.otherAllowance.findFirst({ where: { personId, year }, orderBy: { sequence: 'desc' } });
    if (last?.amountCents !== amountCents)
      await tx.otherAllowance.create({ data: { id: newId(now.getTime()), personId, year, amountCents, toldAt: now } });
    return accepted();
  });
}
