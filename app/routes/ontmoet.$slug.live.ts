import { eventStream } from '#app/http/event-stream.server.ts';
import { guardLoader } from '#app/http/guard.server.ts';
import { inRoom, takerNow } from '#app/http/room.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { liveHub } from '#app/modules/gatherings/live/hub.server.ts';
import type { Standing } from '#app/modules/gatherings/live/room.server.ts';
import { changesAfter, liveNumber, mostChanges } from '#app/modules/gatherings/queries/live.query.server.ts';
import type { RoomGathering, Taker } from '#app/modules/gatherings/queries/taker.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** Who comes hears nothing more when it is closed; who helps goes on typing over. */
const standingOf = (now: { gathering: RoomGathering; taker: Taker } | null): Standing =>
  now === null ? 'leave' : now.gathering.state === 'closed' && now.taker.access === null ? 'over' : 'stay';

/**
 * What changes at a gathering, for the screens in the room: as server-sent events, or with `vorm=json` what changed since for a browser
 * that asks now and then. `na` or the header Last-Event-ID: the number up to which it knows everything. `scherm`: the big screen of who helps.
 */
export const loader = guardLoader(everyone, async (args) => {
  const { request, url, database, platform, connection, actor, clientAddress } = args;
  const { gathering, taker } = await inRoom(args);
  const isScreen = url.searchParams.has('scherm');
  if (taker === null || (isScreen && taker.access === null)) throw turnAway(403);
  const standing = standingOf({ gathering, taker });
  const since = await sinceOf(request, url, async () => liveNumber(database, gathering.id));
  if (url.searchParams.get('vorm') === 'json') {
    const changes = await changesAfter(database, gathering.id, since);
    const body = { changes, more: changes.length === mostChanges, over: standing === 'over' };
    return Response.json(body, { headers: { 'Cache-Control': 'no-store' } });
  }
  // the answer to which no browser comes back
  if (standing === 'over') return new Response(null, { status: 204 });
  const hub = liveHub(platform);
  if (hub.isFull) return new Response(null, { status: 503, headers: { 'Retry-After': '5' } });
  const person = taker.registrationId ?? actor.person?.id ?? clientAddress;
  return eventStream({ request, connection }, (stream) =>
    hub.join(
      gathering.id,
      {
        // each big screen by itself: an organiser may have many
        seat: isScreen ? `screen ${crypto.randomUUID()}` : `${gathering.id} ${person}`,
        ...stream,
        check: async () => standingOf(await takerNow(args)),
      },
      since,
    ),
  );
});

async function sinceOf(request: Request, url: URL, now: () => Promise<number>): Promise<number> {
  // a browser that comes back by itself asks the same address again: what it heard last goes before that
  const said = request.headers.get('Last-Event-ID') ?? url.searchParams.get('na') ?? '';
  return /^\d{1,9}$/.test(said) ? Number(said) : now();
}
