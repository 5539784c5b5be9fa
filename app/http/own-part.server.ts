import type { RoomGathering } from '#app/modules/gatherings/queries/taker.query.server.ts';
import { registrationOfPerson, registrationOfToken } from '#app/modules/gatherings/queries/evening.query.server.ts';
import type { Guarded } from './guard.server.ts';
import { notFound } from './respond.server.ts';
import { inRoom } from './room.server.ts';

type Asking = Pick<Guarded, 'request' | 'params' | 'actor' | 'database' | 'platform'>;

/** Who asks, at a gathering. */
export type OwnPart = {
  gathering: RoomGathering;
  registrationId: string | null;
  isCrew: boolean;
  /** By personal link or account: enough to speak about a name. A code of a name card, which others can read, is not. */
  isSure: boolean;
  /** By a seat or account, with which this browser also hears what changes. */
  isInRoom: boolean;
};

/**
 * Who asks for a page of somebody's own part in an evening: by the personal link (`$token`), account or seat. Also before it begins,
 * and after it.
 * @throws Response 404 when there is no such gathering or the link is none
 */
export async function ownPart(args: Asking): Promise<OwnPart> {
  const { params, actor, database } = args;
  const { gathering, taker } = await inRoom(args);
  const isCrew = taker?.access === 'run' || taker?.access === 'door';
  const { token } = params;
  if (token !== undefined) {
    const registrationId = await registrationOfToken(database, { gatheringId: gathering.id, token });
    if (registrationId === null) throw notFound();
    return { gathering, registrationId, isCrew, isSure: true, isInRoom: taker !== null };
  }
  const byAccount = actor.person === null ? null : await registrationOfPerson(database, gathering.id, actor.person);
  const registrationId = byAccount ?? taker?.registrationId ?? null;
  return { gathering, registrationId, isCrew, isSure: byAccount !== null, isInRoom: taker !== null };
}

/** The page is a secret where its address is; other sites never get it (`referrerPolicy` in security-headers.ts). */
export const ownPartHeaders = { 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' } as const;
