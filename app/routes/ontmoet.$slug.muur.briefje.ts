import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { inRoom } from '#app/http/room.server.ts';
import { withdrawNote } from '#app/modules/gatherings/commands/change-note.server.ts';
import { writeNote } from '#app/modules/gatherings/commands/write-note.server.ts';
import { noteForm } from '#app/modules/gatherings/room-form.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** Nothing to see here: phones send what was written, and answers are for their queue. */
export const loader = guardLoader(everyone, () => {
  throw notFound();
});

const answer = (body: object, status: number) =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });

export const action = guardAction(everyone, async (args) => {
  const { form, context } = args;
  const { gathering, taker } = await inRoom(args);
  if (taker === null) return answer({ refused: 'no-seat' }, 403);
  if (formText(form, 'intent') === 'withdraw') {
    const gone = await withdrawNote({ gatheringId: gathering.id, noteId: formText(form, 'id'), taker }, context);
    return gone.ok ? answer({ state: 'withdrawn' }, 200) : answer({ refused: gone.reason }, 404);
  }
  const read = noteForm.safeParse(Object.fromEntries(form));
  if (!read.success) return answer({ refused: 'not-right' }, 422);
  const { registrationId } = taker;
  const from = registrationId === null || formText(form, 'papier') === '1' ? 'crew' : { registrationId };
  // who sorts is who helps
  const pileId = from === 'crew' ? read.data.pileId : null;
  const written = await writeNote({ ...read.data, gatheringId: gathering.id, from, pileId }, context);
  if (written.ok) return answer({ state: written.value }, 200);
  return answer({ refused: written.reason }, written.reason === 'too-many-notes' ? 429 : 409);
});
