import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { slugFor } from '#app/modules/initiatives/slug.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import type { ActivityContent, ActivityGround } from '../activity.ts';
import { mayCoordinate } from '../policy.ts';
import { activityRefusals, type ActivityRefusal } from '../refusals.ts';
import { activityColumns } from './activity-columns.server.ts';

export type OpenActivity = {
  ground: ActivityGround;
  content: ActivityContent;
  /** Becomes the id, so that a double post opens once. */
  formKey: string;
};

export type OpenActivityRefusal = Exclude<PolicyRefusal, 'not-found'> | ActivityRefusal | 'form-key-invalid';

/**
 * A coordinator opens an activity on money that was promised before, so no money moves. Several activities can share a promise.
 * @returns slug of the activity
 */
export async function openActivity(
  input: OpenActivity,
  context: Context<SignedIn>,
): Promise<Outcome<string, OpenActivityRefusal>> {
  const { actor, now } = context;
  const { ground, content, formKey: id } = input;
  if (!isId(id)) return refused('form-key-invalid');
  if (!isId(ground.id)) return refused('ground-unknown');
  return inTransaction<string, OpenActivityRefusal, ActivityRefusal>(
    context,
    async (tx) => {
      await holdKey(tx, `activity:${id}`);
      const known = await tx.activity.findUnique({ where: { id }, select: { slug: true, openedById: true } });
      if (known !== null)
        return known.openedById === actor.person.id ? accepted(known.slug) : refused('form-key-invalid');
      const promise = await promiseOf(tx, ground);
      if (promise === null) return refused('ground-unknown');
      const allowed = mayCoordinate(actor, promise.bodyId);
      if (!allowed.ok) return allowed;
      // one at a time, so that two of the same name do not take one address
      await holdKey(tx, 'activity-slug');
      const taken = new Set((await tx.activity.findMany({ select: { slug: true } })).map(({ slug }) => slug));
      const slug = slugFor(content.name, (one) => taken.has(one) || addressesOfPages.includes(one));
      await tx.activity.create({
        data: {
          id,
          slug,
          bodyId: promise.bodyId,
          initiativeId: promise.initiativeId,
          decisionId: ground.kind === 'decision' ? ground.id : null,
          spendingId: ground.kind === 'spending' ? ground.id : null,
          openedById: actor.person.id,
          openedAt: now,
          ...activityColumns(content),
        },
      });
      return accepted(slug);
    },
    { refusals: activityRefusals },
  );
}

/** Last parts of addresses where another page stands than that of an activity. */
const addressesOfPages = ['nieuw', 'bon', 'cijfers'];

/** Whose money it is and for which plan. @returns null when nothing was promised by it */
async function promiseOf(
  tx: Transaction,
  { kind, id }: ActivityGround,
): Promise<{ bodyId: string; initiativeId: string | null } | null> {
  if (kind === 'spending')
    return tx.smallSpending.findFirst({
      where: { id, state: 'confirmed' },
      select: { bodyId: true, initiativeId: true },
    });
  const decision = await tx.decision.findFirst({
    where: { id, state: 'confirmed', outcome: 'grant' },
    select: { initiativeId: true, fund: { select: { bodyId: true } } },
  });
  return decision?.fund ? { bodyId: decision.fund.bodyId, initiativeId: decision.initiativeId } : null;
}
