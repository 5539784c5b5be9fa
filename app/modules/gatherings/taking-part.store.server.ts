import { isId } from '#app/kernel/ids.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import { accessOf } from './gathering.store.server.ts';

/** Who says or does something at a gathering. */
export type Part = {
  /** Null: no registration, only as crew. */
  registrationId: string | null;
  name: string;
  /** Runs it or helps. */
  isCrew: boolean;
  runs: boolean;
};

/**
 * What somebody is at a gathering; null when they are nothing there.
 * @param registrationId of which the caller knows that it is theirs: by personal link, door code or account
 */
export async function partIn(
  database: Database | Transaction,
  actor: Actor,
  { gatheringId, registrationId }: { gatheringId: string; registrationId: string | null },
): Promise<Part | null> {
  if (!isId(gatheringId)) return null;
  const access = await accessOf(database, actor, gatheringId);
  const isCrew = access === 'run' || access === 'door';
  const mine =
    registrationId === null || !isId(registrationId)
      ? null
      : await database.gatheringRegistration.findFirst({
          where: { id: registrationId, gatheringId, state: 'confirmed', erasedAt: null },
          select: { id: true, name: true },
        });
  if (mine === null && !isCrew) return null;
  return { registrationId: mine?.id ?? null, name: mine?.name ?? '', isCrew, runs: access === 'run' };
}

/** Portfolios that somebody at a gathering comes for: of one registration, or of everybody. */
export async function portfoliosComeFor(
  database: Database | Transaction,
  { gatheringId, registrationId }: { gatheringId: string; registrationId: string | null },
): Promise<{ id: string; name: string; slug: string }[]> {
  return database.$queryRaw<{ id: string; name: string; slug: string }[]>`
    select distinct f.id::text as id, f.name, f.slug from portfolio_face f
      join gathering_registration_portfolio p on p.portfolio_id = f.id and p.why = 'comes-for'
      join gathering_registration r on r.id = p.registration_id
      where r.gathering_id = ${gatheringId}::uuid and f.active
        and (${registrationId}::uuid is null or r.id = ${registrationId}::uuid)
      order by f.name`;
}
