import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { discardDraft } from '#app/modules/initiatives/commands/discard-draft.server.ts';
import { saveDraftStep } from '#app/modules/initiatives/commands/save-draft-step.server.ts';
import { startDraft } from '#app/modules/initiatives/commands/start-draft.server.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import type { Taker } from '../queries/taker.query.server.ts';

export type DraftRefusal =
  'note-unknown' | 'not-taking-part' | 'already-a-plan' | 'note-of-another' | 'form-broken' | 'too-many-drafts';

/** Characters of the note that become the first title of the plan. */
const longestTitle = 80;

/**
 * Makes a draft plan of a note, once, of who wrote it or, of a note from paper, of whoever in the room takes it up. The note says where it
 * went; the draft is its maker's alone. It begins with the words of the note and where they were written.
 * @param input.formKey becomes the id of the draft. @param input.origin where it comes from, in words. @returns the draft
 */
export async function draftFromNote(
  input: { gatheringId: string; noteId: string; formKey: string; taker: Taker; origin: string },
  context: Context<SignedIn>,
): Promise<Outcome<string, DraftRefusal>> {
  const { gatheringId, noteId, formKey, taker, origin } = input;
  const { database } = context;
  if (!isId(noteId)) return refused('note-unknown');
  if (!mayPlan(taker)) return refused('not-taking-part');
  const note = await database.gatheringNote.findUnique({ where: { id: noteId } });
  if (note?.gatheringId !== gatheringId || note.state !== 'shown') return refused('note-unknown');
  const isOwn = note.registrationId !== null && note.registrationId === taker.registrationId;
  const isPaper = note.registrationId === null;
  if (!isOwn && !isPaper) return refused('note-of-another');
  if (note.initiativeId !== null && note.initiativeId !== formKey) return refused('already-a-plan');
  const started = await startDraft({ formKey }, context);
  if (!started.ok) return started;
  if (note.initiativeId === null) {
    const named = await nameDraft(noteId, formKey, context);
    if (!named.ok) {
      // somebody else was first: the draft that was begun for nothing goes
      await discardDraft({ draftId: formKey }, context);
      return named;
    }
  }
  const filled = await saveDraftStep(
    { draftId: formKey, step: 'wat-en-waarom', values: wordsOf(note.text, origin), revision: 1 },
    context,
  );
  // who posted twice had it filled by the first, and may have typed in it since
  return filled.ok || filled.reason === 'changed-meanwhile' ? accepted(formKey) : refused('form-broken');
}

/** Who reads along changes nothing, also not where a note went. */
const mayPlan = ({ registrationId, access }: Taker) => registrationId !== null || access === 'run' || access === 'door';

/** Only one draft is made of a note, also by two at the same instant. */
async function nameDraft(noteId: string, draftId: string, context: Context<SignedIn>) {
  return inTransaction<void, 'already-a-plan', 'already-a-plan'>(
    context,
    async (tx) => {
      const { count } = await tx.gatheringNote.updateMany({
        where: { id: noteId, OR: [{ initiativeId: null }, { initiativeId: draftId }] },
        data: { initiativeId: draftId, revision: { increment: 1 } },
      });
      return count === 1 ? accepted() : refused('already-a-plan');
    },
    { refusals: { gathering_note_initiative_id_key: 'already-a-plan' } },
  );
}

function wordsOf(text: string, origin: string) {
  const [line = ''] = text.split('\n');
  const title = line.length <= longestTitle ? line : `${line.slice(0, longestTitle - 1).replace(/\s+\S*$/, '')}…`;
  return { title, summary: text, what: `${text}\n\n${origin}`, why: '', result: '' };
}
