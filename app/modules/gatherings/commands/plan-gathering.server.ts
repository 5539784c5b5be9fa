import { isId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { slugFor } from '#app/modules/initiatives/slug.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { accessOf, lockGathering } from '../gathering.store.server.ts';
import { addressesOfPages, type GatheringContent } from '../gathering.ts';
import { organises } from '../policy.ts';
import { gatheringRefusals } from '../refusals.ts';
import { settleSeats, tellRegistered } from './settle-seats.server.ts';

type RuleRefusal = (typeof gatheringRefusals)[keyof typeof gatheringRefusals];

export type PlanRefusal =
  | PolicyRefusal
  | RuleRefusal
  | 'form-key-invalid'
  | 'gathering-unknown'
  | 'area-unknown'
  | 'organisation-unknown'
  | 'in-the-past'
  | 'changed-meanwhile';

/** An organiser plans a gathering, as a concept that only organisers see. @returns its slug */
export async function planGathering(
  input: { formKey: string; content: GatheringContent },
  context: Context<SignedIn>,
): Promise<Outcome<string, PlanRefusal>> {
  const { actor, now } = context;
  const { formKey: id, content } = input;
  const allowed = organises(actor);
  if (!allowed.ok) return allowed;
  if (!isId(id)) return refused('form-key-invalid');
  return inTransaction<string, PlanRefusal, RuleRefusal>(
    context,
    async (tx) => {
      await holdKey(tx, 'gathering-slug');
      const posted = await tx.gathering.findUnique({ where: { id }, select: { slug: true, createdById: true } });
      if (posted !== null)
        return posted.createdById === actor.person.id ? accepted(posted.slug) : refused('form-key-invalid');
      const wrong = await wrongIn(tx, content, now);
      if (wrong !== null) return refused(wrong);
      const taken = new Set((await tx.gathering.findMany({ select: { slug: true } })).map(({ slug }) => slug));
      const slug = slugFor(content.title, (one) => taken.has(one) || addressesOfPages.includes(one));
      const { hosts, ...columns } = content;
      await tx.gathering.create({
        data: { ...columns, id, slug, createdById: actor.person.id, createdAt: now, changedAt: now },
      });
      await writeHosts(tx, id, hosts);
      return accepted(slug);
    },
    { refusals: gatheringRefusals },
  );
}

/**
 * Whoever runs a gathering changes it. Who registered hears of another day, time or place; more places go to who waits.
 * @param input.revision of what the organiser saw
 */
export async function changeGathering(
  input: { gatheringId: string; revision: number; content: GatheringContent },
  context: Context<SignedIn>,
): Promise<Outcome<void, PlanRefusal>> {
  const { actor, now } = context;
  const { gatheringId: id, revision, content } = input;
  if (!isId(id)) return refused('gathering-unknown');
  return inTransaction<void, PlanRefusal, RuleRefusal>(
    context,
    async (tx) => {
      const before = await lockGathering(tx, id);
      if (before === null || (await accessOf(tx, actor, id)) !== 'run') return refused('gathering-unknown');
      if (before.revision !== revision) return refused('changed-meanwhile');
      const isMoved =
        before.startsAt.getTime() !== content.startsAt.getTime() ||
        before.endsAt.getTime() !== content.endsAt.getTime() ||
        before.venueName !== content.venueName ||
        before.venueAddress !== content.venueAddress;
      const wrong = await wrongIn(tx, content, isMoved ? now : null);
      if (wrong !== null) return refused(wrong);
      const { hosts, ...columns } = content;
      const after = await tx.gathering.update({
        where: { id },
        data: { ...columns, revision: revision + 1, changedAt: now },
      });
      await writeHosts(tx, id, hosts);
      if (isMoved && before.state === 'announced') {
        // who was reminded of another day is reminded of this one too
        if (before.startsAt.getTime() !== content.startsAt.getTime())
          await tx.gatheringRegistration.updateMany({ where: { gatheringId: id }, data: { reminded: 0 } });
        await tellEverybody(tx, id, 'changed', revision + 1);
      }
      await settleSeats(tx, after, now);
      return accepted();
    },
    { refusals: gatheringRefusals },
  );
}

/** Mails everybody whose address is known to be theirs and who comes or waits. */
export async function tellEverybody(
  tx: Transaction,
  gatheringId: string,
  news: 'changed' | 'gathering-cancelled',
  once: number,
): Promise<void> {
  const people = await tx.gatheringRegistration.findMany({
    where: { gatheringId, state: { in: ['confirmed', 'waiting', 'offered'] } },
    select: { id: true },
  });
  for (const { id } of people) await tellRegistered(tx, id, news, once);
}

/** @param now null: it stays on its day, which may be over */
async function wrongIn(
  tx: Transaction,
  { gatheringAreaId, hosts, startsAt }: GatheringContent,
  now: Instant | null,
): Promise<'area-unknown' | 'organisation-unknown' | 'in-the-past' | null> {
  if (now !== null && startsAt <= now) return 'in-the-past';
  if ((await tx.gatheringArea.count({ where: { id: gatheringAreaId } })) === 0) return 'area-unknown';
  const known = await tx.organisation.count({ where: { id: { in: hosts } } });
  return known === hosts.length ? null : 'organisation-unknown';
}

async function writeHosts(tx: Transaction, gatheringId: string, hosts: readonly string[]): Promise<void> {
  await tx.gatheringHost.deleteMany({ where: { gatheringId } });
  await tx.gatheringHost.createMany({ data: hosts.map((organisationId) => ({ gatheringId, organisationId })) });
}
