import { toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { slugFor } from '#app/modules/initiatives/slug.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { mayOrganise } from '../policy.ts';
import { exerciseRules, type ExerciseRefusal } from '../refusals.ts';

export type RoundContent = { name: string; opensOn: CalendarDate; closesOn: CalendarDate };

/** An organiser opens a round of the portfolio exercise. Rounds never overlap, so that everybody answers in one. */
export async function openRound(
  { formKey: id, name, opensOn, closesOn }: RoundContent & { formKey: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, ExerciseRefusal>> {
  const { actor, now } = context;
  const allowed = mayOrganise(actor);
  if (!allowed.ok) return allowed;
  if (!isId(id)) return refused('form-key-invalid');
  return inTransaction<void, ExerciseRefusal, ExerciseRefusal>(
    context,
    async (tx) => {
      await holdKey(tx, 'support-round');
      const known = await tx.supportRound.findUnique({ where: { id }, select: { openedById: true } });
      if (known !== null) return known.openedById === actor.person.id ? accepted() : refused('form-key-invalid');
      const taken = new Set((await tx.supportRound.findMany({ select: { slug: true } })).map(({ slug }) => slug));
      await tx.supportRound.create({
        data: {
          id,
          slug: slugFor(name, (slug) => taken.has(slug)),
          name,
          opensOn: toDateColumn(opensOn),
          closesOn: toDateColumn(closesOn),
          openedById: actor.person.id,
          openedAt: now,
        },
      });
      return accepted();
    },
    { refusals: exerciseRules },
  );
}
