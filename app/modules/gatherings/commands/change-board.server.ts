import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { isSlug } from '#app/modules/initiatives/slug.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { accessOf, lockGathering } from '../gathering.store.server.ts';
import { boardRefusals } from '../refusals.ts';
import { mostClusters } from '../board.ts';

export type BoardRefusal =
  | 'gathering-unknown'
  | 'gathering-over'
  | 'card-unknown'
  | 'cluster-unknown'
  | 'portfolio-unknown'
  | 'form-key-invalid'
  | 'too-many-clusters'
  | 'changed-meanwhile';

type RuleRefusal = (typeof boardRefusals)[keyof typeof boardRefusals];

export type MoveCard = {
  gatheringId: string;
  portfolioId: string;
  /** Of the card as it was seen. */
  revision: number;
  /** Id of a cluster; null: loose again. */
  to: string | null;
};

/** Who runs the gathering or helps puts a card in a cluster. It stays there when clusters are proposed again. */
export async function moveCard(input: MoveCard, context: Context<SignedIn>): Promise<Outcome<void, BoardRefusal>> {
  return asCrew(input.gatheringId, context, async (tx) => putCard(tx, input));
}

/**
 * Who comes for a portfolio puts its card where they think it belongs, while clusters are being made.
 * @param input.registrationId whose it is, as the door told
 */
export async function moveOwnCard(
  input: MoveCard & { registrationId: string },
  context: Pick<Context<SignedIn>, 'database'>,
): Promise<Outcome<void, BoardRefusal | 'clusters-closed'>> {
  const { gatheringId, portfolioId, registrationId } = input;
  if (!isId(gatheringId) || !isId(portfolioId) || !isId(registrationId)) return refused('card-unknown');
  return inTransaction<void, BoardRefusal | 'clusters-closed', RuleRefusal>(
    context,
    async (tx) => {
      const [mine] = await tx.$queryRaw<{ isOpen: boolean }[]>`
        select exists (select from gathering_round o where o.gathering_id = r.gathering_id and o.kind = 'clusters' and o.state = 'open') as "isOpen"
          from gathering_registration r join gathering_registration_portfolio p on p.registration_id = r.id
          where r.id = ${registrationId}::uuid and r.gathering_id = ${gatheringId}::uuid
            and p.portfolio_id = ${portfolioId}::uuid and p.why = 'comes-for'`;
      if (mine === undefined) return refused('card-unknown');
      return mine.isOpen ? putCard(tx, input) : refused('clusters-closed');
    },
    { refusals: boardRefusals },
  );
}

async function putCard(
  tx: Transaction,
  { gatheringId, portfolioId, revision, to }: MoveCard,
): Promise<Outcome<void, BoardRefusal>> {
  if (!isId(portfolioId)) return refused('card-unknown');
  if (to !== null && !isId(to)) return refused('cluster-unknown');
  await tx.$queryRaw`select 1 from gathering_card
    where gathering_id = ${gatheringId}::uuid and portfolio_id = ${portfolioId}::uuid for update`;
  const where = { gatheringId_portfolioId: { gatheringId, portfolioId } };
  const card = await tx.gatheringCard.findUnique({ where });
  if (card === null) return refused('card-unknown');
  if (card.clusterId === to && card.isPinned === (to !== null)) return accepted();
  if (card.revision !== revision) return refused('changed-meanwhile');
  await tx.gatheringCard.update({ where, data: { clusterId: to, isPinned: to !== null, revision: revision + 1 } });
  return accepted();
}

/** A cluster made by hand. @param input.formKey becomes its id */
export async function makeCluster(
  input: { gatheringId: string; formKey: string; name: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, BoardRefusal>> {
  const { gatheringId, formKey: id, name } = input;
  if (!isId(id)) return refused('form-key-invalid');
  return asCrew(gatheringId, context, async (tx) => {
    const posted = await tx.gatheringCluster.findUnique({ where: { id }, select: { gatheringId: true } });
    if (posted !== null) return posted.gatheringId === gatheringId ? accepted() : refused('form-key-invalid');
    const holds = 'portfolios';
    const known = await tx.gatheringCluster.aggregate({
      where: { gatheringId, holds },
      _count: true,
      _max: { position: true },
    });
    if (known._count >= mostClusters) return refused('too-many-clusters');
    const position = (known._max.position ?? 0) + 1;
    await tx.gatheringCluster.create({ data: { id, gatheringId, holds, name, position, isPinned: true } });
    return accepted();
  });
}

/** Another name for a cluster; a new proposal leaves it alone from then on. */
export async function renameCluster(
  input: { gatheringId: string; clusterId: string; revision: number; name: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, BoardRefusal>> {
  return onCluster(input, context, async (tx, { id, revision }) => {
    await tx.gatheringCluster.update({
      where: { id },
      data: { name: input.name, isPinned: true, revision: revision + 1 },
    });
    return accepted();
  });
}

/** Takes a cluster away; its cards are loose again. */
export async function removeCluster(
  input: { gatheringId: string; clusterId: string; revision: number },
  context: Context<SignedIn>,
): Promise<Outcome<void, BoardRefusal>> {
  return onCluster(input, context, async (tx, { id }) => {
    await tx.gatheringCard.updateMany({
      where: { clusterId: id },
      data: { clusterId: null, isPinned: false, revision: { increment: 1 } },
    });
    await tx.gatheringCluster.delete({ where: { id } });
    return accepted();
  });
}

/** A card of a portfolio for which nobody said they come. @param input.slug of the portfolio */
export async function addCard(
  { gatheringId, slug }: { gatheringId: string; slug: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, BoardRefusal>> {
  return asCrew(gatheringId, context, async (tx) => {
    const [found] = isSlug(slug)
      ? await tx.$queryRaw<{ id: string }[]>`select id::text as id from portfolio_face where slug = ${slug} and active`
      : [];
    if (found === undefined) return refused('portfolio-unknown');
    await tx.gatheringCard.createMany({ data: [{ gatheringId, portfolioId: found.id }], skipDuplicates: true });
    return accepted();
  });
}

export async function removeCard(
  { gatheringId, portfolioId }: { gatheringId: string; portfolioId: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, BoardRefusal>> {
  if (!isId(portfolioId)) return refused('card-unknown');
  return asCrew(gatheringId, context, async (tx) => {
    await tx.gatheringCard.deleteMany({ where: { gatheringId, portfolioId } });
    return accepted();
  });
}

/**
 * Somebody without a portfolio says with which cluster they go along.
 * @param input.registrationId whose it is, as the door told
 */
export async function chooseCluster(
  { registrationId, clusterId }: { registrationId: string; clusterId: string },
  context: Pick<Context<SignedIn>, 'database'>,
): Promise<Outcome<void, 'cluster-unknown'>> {
  if (!isId(registrationId) || !isId(clusterId)) return refused('cluster-unknown');
  return inTransaction<void, 'cluster-unknown', 'cluster-unknown'>(
    context,
    async (tx) => {
      await tx.gatheringClusterChoice.upsert({
        where: { registrationId },
        create: { registrationId, clusterId },
        update: { clusterId },
      });
      return accepted();
    },
    {
      refusals: {
        gathering_cluster_of_gathering: 'cluster-unknown',
        gathering_cluster_choice_cluster_id_fkey: 'cluster-unknown',
      },
    },
  );
}

/** Cards of what those who are in come for, where they are not there yet. */
export async function bringCards(tx: Transaction, gatheringId: string): Promise<void> {
  await tx.$executeRaw`
    insert into gathering_card (gathering_id, portfolio_id)
      select distinct r.gathering_id, p.portfolio_id from gathering_registration r
        join gathering_registration_portfolio p on p.registration_id = r.id and p.why = 'comes-for'
        where r.gathering_id = ${gatheringId}::uuid and r.arrived_at is not null
      on conflict do nothing`;
}

async function asCrew(
  gatheringId: string,
  context: Context<SignedIn>,
  work: (tx: Transaction) => Promise<Outcome<void, BoardRefusal>>,
): Promise<Outcome<void, BoardRefusal>> {
  if (!isId(gatheringId)) return refused('gathering-unknown');
  return inTransaction<void, BoardRefusal, RuleRefusal>(
    context,
    async (tx) => {
      const gathering = await lockGathering(tx, gatheringId);
      const access = gathering === null ? null : await accessOf(tx, context.actor, gatheringId);
      if (gathering === null || (access !== 'run' && access !== 'door')) return refused('gathering-unknown');
      if (gathering.state === 'closed' || gathering.state === 'cancelled') return refused('gathering-over');
      return work(tx);
    },
    { refusals: boardRefusals },
  );
}

async function onCluster(
  { gatheringId, clusterId, revision }: { gatheringId: string; clusterId: string; revision: number },
  context: Context<SignedIn>,
  work: (tx: Transaction, cluster: { id: string; revision: number }) => Promise<Outcome<void, BoardRefusal>>,
): Promise<Outcome<void, BoardRefusal>> {
  return asCrew(gatheringId, context, async (tx) => {
    const known = isId(clusterId) ? await tx.gatheringCluster.findUnique({ where: { id: clusterId } }) : null;
    if (known?.gatheringId !== gatheringId || known.holds !== 'portfolios') return refused('cluster-unknown');
    return known.revision === revision ? work(tx, known) : refused('changed-meanwhile');
  });
}
