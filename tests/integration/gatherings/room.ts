import { newId } from '#app/kernel/ids.ts';
import { moveGathering } from '#app/modules/gatherings/commands/move-gathering.server.ts';
import type { LiveChange } from '#app/modules/gatherings/live/change.ts';
import type { LiveClient, Standing } from '#app/modules/gatherings/live/room.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import { makePerson } from '#tests/factories/index.ts';
import { as, askByAccount, given, makeGathering, startsAt, type GatheringScene } from './scene.ts';

/** A gathering that has begun, with somebody who has a place. */
export async function makeRoom(database: Database, scene: GatheringScene, title = 'Vanavond') {
  const { id, slug } = await makeGathering(database, scene, { title: `${title} ${newId().slice(-8)}`, capacity: 100 });
  const seats: { personId: string; registrationId: string }[] = [];
  for (let n = 0; n < 2; n += 1) {
    const personId = await makePerson(database);
    seats.push({ personId, registrationId: (await askByAccount(database, id, personId)).id });
  }
  return { id, slug, seats };
}

export const evening = startsAt;

export async function move(database: Database, scene: GatheringScene, gatheringId: string, to: 'begun' | 'closed') {
  const { revision } = await database.gathering.findUniqueOrThrow({ where: { id: gatheringId } });
  const editor = await as(database, scene.editorId, evening);
  given(await moveGathering({ gatheringId, revision, to: { state: to } }, editor));
}

/** Writes a note as the page does, without its rules. */
export async function pin(database: Database, gatheringId: string, registrationId: string, text: string) {
  const id = newId();
  const data = { id, gatheringId, registrationId, text, kind: 'idea', writtenAt: evening };
  await database.gatheringNote.create({ data });
  return id;
}

/** A screen that remembers what it was told. */
export class Screen implements LiveClient {
  readonly seat: string;
  text = '';
  ended: 'end' | 'cut' | null = null;
  waits = 0;
  standing: Standing = 'stay';

  constructor(seat = 'somebody') {
    this.seat = seat;
  }

  write(bytes: Uint8Array): void {
    this.text += new TextDecoder().decode(bytes);
  }
  waiting(): number {
    return this.waits;
  }
  end(): void {
    this.ended = 'end';
  }
  cut(): void {
    this.ended = 'cut';
  }
  async check(): Promise<Standing> {
    return Promise.resolve(this.standing);
  }

  get changes(): LiveChange[] {
    return [...this.text.matchAll(/^data: (\{.*\})$/gm)].map(([, json]) => JSON.parse(json ?? '') as LiveChange);
  }
  get numbers(): number[] {
    return this.changes.map(({ number }) => number);
  }
}
