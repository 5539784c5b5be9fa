import { z } from 'zod';
import { revisionField, tooLong, wordsField } from '#app/kernel/form-fields.ts';
import { isId } from '#app/kernel/ids.ts';
import { longestNote, noteKinds, shortestNote } from './wall.ts';

/** What people in the room type. Messages are keys of the texts. */

const mistake = (key: string) => `gatheringRoom:mistake.${key}`;

export const joinForm = z.object({
  code: z.string(mistake('code')).trim().min(1, mistake('code')).max(12, mistake('code')),
});

const revision = revisionField(mistake('form'));
const id = z.string(mistake('form')).refine(isId, mistake('form'));
const pile = z
  .string()
  .default('')
  .refine((typed) => typed === '' || isId(typed), mistake('form'))
  .transform((typed) => (typed === '' ? null : typed));

/** A note, from a phone or typed over. `id` is made where it is typed. */
export const noteForm = z.object({
  id,
  kind: z.enum(noteKinds, mistake('kind')),
  text: wordsField(shortestNote.text, longestNote.text, mistake('text')),
  byline: z.string().trim().max(longestNote.byline, tooLong(longestNote.byline)).default(''),
  pileId: pile,
});

export const moveNoteForm = z.object({ noteId: id, revision, pileId: pile });
export const hideNoteForm = z.object({
  noteId: id,
  revision,
  reason: wordsField(shortestNote.reason, longestNote.reason, mistake('reason')),
});
export const showNoteForm = z.object({ noteId: id, revision });
const pileName = wordsField(shortestNote.pile, longestNote.pile, mistake('pile'));
export const newPileForm = z.object({ id, name: pileName });
export const renamePileForm = z.object({ pileId: id, revision, name: pileName });
export const removePileForm = z.object({ pileId: id, revision });
