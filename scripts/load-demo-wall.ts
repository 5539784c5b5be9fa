import { newId } from '#app/kernel/ids.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import { makePile, moveNote } from '#app/modules/gatherings/commands/sort-notes.server.ts';
import { writeNote } from '#app/modules/gatherings/commands/write-note.server.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { Context } from '#app/platform/database.server.ts';
import { demoNotes, demoPiles } from '#prisma/demo/wall.ts';
import { expectAccepted } from './demo-world.ts';

/** The wall of a gathering that has begun: notes of who came and from paper, in piles. @param seats registrations of who came */
export async function loadDemoWall(
  gatheringId: string,
  seats: readonly string[],
  editor: Context<SignedIn>,
): Promise<void> {
  const piles = demoPiles.map(() => newId(editor.now.getTime()));
  for (const [n, name] of demoPiles.entries())
    expectAccepted(await makePile({ gatheringId, id: piles[n] ?? '', name }, editor));
  for (const [n, note] of demoNotes.entries()) {
    const now = addMinutes(editor.now, 30 + n * 4);
    const { kind, text, byline = '', pile, paper } = note;
    const id = newId(now.getTime());
    const from = paper === true ? 'crew' : { registrationId: seats[n % seats.length] ?? '' };
    const written = { gatheringId, id, from, kind, text, byline, pileId: null } as const;
    expectAccepted(await writeNote(written, { ...editor, now }));
    const pileId = pile === undefined ? null : (piles[pile] ?? null);
    if (pileId !== null)
      expectAccepted(await moveNote({ gatheringId, noteId: id, revision: 1, pileId }, { ...editor, now }));
  }
}
