import type { Platform } from '#app/platform/platform.server.ts';
import { Room, type LiveClient } from './room.server.ts';

type Parts = Pick<Platform, 'database' | 'listener' | 'log'>;

const beatEvery = 15_000;
/** Of so many beats one asks again who may look. */
const checkEach = 2;
/** Screens of one seat: some tabs and a second phone. The oldest goes, so that who comes back after a dead network comes in. */
export const screensPerSeat = 6;
/** Screens of one process, so that streams never take all it has. */
const mostScreens = 2000;

/** All screens that follow gatherings from this process. */
class LiveHub {
  readonly #parts: Parts;
  readonly #rooms = new Map<string, Room>();
  /** By seat: its screens, the oldest first. */
  readonly #seats = new Map<string, LiveClient[]>();
  #screens = 0;
  #beats = 0;
  #isClosed = false;
  readonly #timer: NodeJS.Timeout;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#timer = setInterval(() => {
      this.#beat();
    }, beatEvery);
    this.#timer.unref();
    parts.listener.listen('gathering_change', {
      onMessage: (payload) => {
        const [gatheringId = '', number = ''] = payload.split(' ');
        this.#rooms.get(gatheringId)?.hear(Number(number));
      },
      // what was told while the connection was away, nobody heard
      onReady: () => {
        for (const room of this.#rooms.values()) room.look();
      },
      onClose: () => {
        this.#close();
      },
    });
  }

  get isFull(): boolean {
    return this.#isClosed || this.#screens >= mostScreens;
  }

  /** Lets a screen follow. @param since number up to which it knows everything @returns what to call when it is gone */
  join(gatheringId: string, client: LiveClient, since: number): () => void {
    const room = this.#rooms.get(gatheringId) ?? new Room(this.#parts.database, gatheringId, this.#failed);
    this.#rooms.set(gatheringId, room);
    const others = this.#seats.get(client.seat) ?? [];
    this.#seats.set(client.seat, [...others, client]);
    this.#screens += 1;
    const [oldest] = others;
    if (oldest !== undefined && others.length >= screensPerSeat) oldest.cut();
    room.join(client, since).catch((error: unknown) => {
      this.#failed(error);
      // the next who comes begins anew
      if (this.#rooms.get(gatheringId) === room) this.#rooms.delete(gatheringId);
      room.close();
      client.cut();
    });
    let isGone = false;
    return () => {
      if (isGone) return;
      isGone = true;
      this.#screens -= 1;
      room.leave(client);
      const left = (this.#seats.get(client.seat) ?? []).filter((one) => one !== client);
      if (left.length === 0) this.#seats.delete(client.seat);
      else this.#seats.set(client.seat, left);
    };
  }

  readonly #failed = (error: unknown) => {
    this.#parts.log.warn({ err: error }, 'screens of a gathering could not be told');
  };

  #beat(): void {
    this.#beats += 1;
    for (const [id, room] of this.#rooms) {
      if (room.size === 0) {
        room.close();
        this.#rooms.delete(id);
        continue;
      }
      room.beat();
      if (this.#beats % checkEach === 0) room.checkAll().catch(this.#failed);
    }
  }

  #close(): void {
    this.#isClosed = true;
    clearInterval(this.#timer);
    for (const room of this.#rooms.values()) room.close();
    this.#rooms.clear();
  }
}

const hubs = new WeakMap<Parts['listener'], LiveHub>();

/** The hub of this process: made when the first screen comes, and ended with the listener of the platform. */
export function liveHub(parts: Parts): LiveHub {
  const hub = hubs.get(parts.listener) ?? new LiveHub(parts);
  hubs.set(parts.listener, hub);
  return hub;
}
