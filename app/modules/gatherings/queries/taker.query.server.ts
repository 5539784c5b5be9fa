import { isId } from '#app/kernel/ids.ts';
import { isSlug } from '#app/modules/initiatives/slug.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { sha256 } from '#app/platform/secret.server.ts';
import { accessOf } from '../gathering.store.server.ts';
import { gatheringForm, gatheringState, type GatheringForm, type GatheringState } from '../gathering.ts';
import type { GatheringAccess } from '../policy.ts';
import { normalDoorCode } from '../registration.ts';

/** A gathering as those who are in the room need it. */
export type RoomGathering = {
  id: string;
  slug: string;
  title: string;
  form: GatheringForm;
  state: GatheringState;
  startsAt: Date;
  endsAt: Date;
};

/** Somebody who takes part: as who comes, as who helps, or both. */
export type Taker = { registrationId: string | null; access: GatheringAccess };

/** @returns null for what is no gathering, or not one for others yet */
export async function roomGathering(database: Database, slug: string): Promise<RoomGathering | null> {
  if (!isSlug(slug)) return null;
  const row = await database.gathering.findFirst({
    where: { slug, state: { notIn: ['concept', 'cancelled'] } },
    select: { id: true, slug: true, title: true, form: true, state: true, startsAt: true, endsAt: true },
  });
  return row === null ? null : { ...row, form: gatheringForm(row.form), state: gatheringState(row.state) };
}

/**
 * Who takes part in a gathering: somebody with a place who was marked at the door, or anybody with a place once it has begun (a list
 * at the door is never complete), and who helps or reads along.
 * @param seatCookie registration that a cookie of ours names; an account goes before it
 */
export async function taker(
  database: Database,
  actor: Actor,
  seatCookie: string | null,
  gathering: Pick<RoomGathering, 'id' | 'state'>,
): Promise<Taker | null> {
  const [access, registrationId] = await Promise.all([
    accessOf(database, actor, gathering.id),
    seatOf(database, actor, seatCookie, gathering),
  ]);
  return access === null && registrationId === null ? null : { access, registrationId };
}

async function seatOf(
  database: Database,
  { person }: Actor,
  seatCookie: string | null,
  gathering: Pick<RoomGathering, 'id' | 'state'>,
): Promise<string | null> {
  const isCookie = seatCookie !== null && isId(seatCookie);
  const byAccount =
    person === null
      ? []
      : [{ personId: person.id }, { email: person.email, personId: null, confirmedAt: { not: null } }];
  if (byAccount.length === 0 && !isCookie) return null;
  const rows = await database.gatheringRegistration.findMany({
    where: {
      ...hasPlaceIn(gathering),
      OR: [...byAccount, ...(isCookie ? [{ id: seatCookie }] : [])],
    },
    select: { id: true },
  });
  const own = rows.find(({ id }) => id !== seatCookie) ?? rows[0];
  return own?.id ?? null;
}

const isUnderWay = ({ state }: Pick<RoomGathering, 'state'>) => state === 'begun' || state === 'closed';

function hasPlaceIn(gathering: Pick<RoomGathering, 'id' | 'state'>) {
  return {
    gatheringId: gathering.id,
    state: 'confirmed',
    erasedAt: null,
    ...(isUnderWay(gathering) ? {} : { arrivedAt: { not: null } }),
  };
}

/** What a typed code leads to. early: a place, but it has not begun and the door has not marked them. */
export type CodeFound = { is: 'unknown' } | { is: 'early' } | { is: 'seat'; registrationId: string };

/** Looks for the code on somebody's name card or mail. Typing it marks nobody as in: that is what helpers at the door see. */
export async function seatOfCode(
  database: Database,
  gathering: Pick<RoomGathering, 'id' | 'state'>,
  typed: string,
): Promise<CodeFound> {
  const doorCode = normalDoorCode(typed);
  if (doorCode.length < 4) return { is: 'unknown' };
  const row = await database.gatheringRegistration.findUnique({
    where: { gatheringId_doorCode: { gatheringId: gathering.id, doorCode } },
    select: { id: true, state: true, erasedAt: true, arrivedAt: true },
  });
  if (row?.state !== 'confirmed' || row.erasedAt !== null) return { is: 'unknown' };
  if (row.arrivedAt === null && !isUnderWay(gathering)) return { is: 'early' };
  return { is: 'seat', registrationId: row.id };
}

/** Id of the registration that a personal link is of; null when it leads nowhere, or to another gathering. */
export async function registrationOfToken(
  database: Database,
  { gatheringId, token }: { gatheringId: string; token: string },
): Promise<string | null> {
  if (!/^[\w-]{40,50}$/.test(token)) return null;
  const row = await database.gatheringRegistration.findUnique({
    where: { tokenHash: sha256(token) },
    select: { id: true, gatheringId: true, state: true, erasedAt: true },
  });
  return row?.gatheringId === gatheringId && row.state === 'confirmed' && row.erasedAt === null ? row.id : null;
}

/** Id of the registration with a place of who is signed in: made with their account, or on their address. */
export async function registrationOfPerson(
  database: Database,
  gatheringId: string,
  { id: personId, email }: { id: string; email: string },
): Promise<string | null> {
  const row = await database.gatheringRegistration.findFirst({
    where: {
      ...{ gatheringId, state: 'confirmed', erasedAt: null },
      OR: [{ personId }, { email, personId: null, confirmedAt: { not: null } }],
    },
    select: { id: true },
  });
  return row?.id ?? null;
}
