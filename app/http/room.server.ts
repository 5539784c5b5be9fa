import { redirect } from '@remix-run/node';
import { actorOfToken } from '#app/modules/people/queries/actor.query.server.ts';
import {
  roomGathering,
  taker,
  type RoomGathering,
  type Taker,
} from '#app/modules/gatherings/queries/taker.query.server.ts';
import type { Guarded } from './guard.server.ts';
import { readSeat, readSession } from './session.server.ts';
import { turnAway } from './turn-away.server.ts';

type Asking = Pick<Guarded, 'request' | 'params' | 'actor' | 'database' | 'platform'>;

/**
 * The gathering of this address (`$slug`), and who asks: by account, or by the seat that they took with the code of their name card.
 * @throws Response 404 when there is none
 */
export async function inRoom(args: Asking): Promise<{ gathering: RoomGathering; taker: Taker | null }> {
  const { request, params, actor, database, platform } = args;
  const gathering = await roomGathering(database, params.slug ?? '');
  if (gathering === null) throw turnAway(404);
  const seat = await readSeat(request, platform, gathering.id);
  return { gathering, taker: await taker(database, actor, seat, gathering) };
}

/**
 * As `inRoom`, for pages of who takes part.
 * @throws Response to the page where one takes a seat, for who does not
 */
export async function takingPart(args: Asking): Promise<{ gathering: RoomGathering; taker: Taker }> {
  const { gathering, taker: who } = await inRoom(args);
  if (who !== null) return { gathering, taker: who };
  const url = new URL(args.request.url);
  const next = new URLSearchParams({ naar: url.pathname.replace(/\.data$/, '') });
  throw redirect(`/ontmoet/${gathering.slug}/mee?${next.toString()}`);
}

/** Who sends this request, looked up anew: an answer that goes on asks now and then whether it may. */
export async function takerNow(args: Asking): Promise<{ gathering: RoomGathering; taker: Taker } | null> {
  const { request, params, database, platform } = args;
  const token = await readSession(request, platform);
  const moment = { now: platform.clock.now(), demo: platform.env.mode === 'demo' };
  const actor = await actorOfToken(database, token, moment);
  const gathering = await roomGathering(database, params.slug ?? '');
  if (gathering === null) return null;
  const who = await taker(database, actor, await readSeat(request, platform, gathering.id), gathering);
  return who === null ? null : { gathering, taker: who };
}
