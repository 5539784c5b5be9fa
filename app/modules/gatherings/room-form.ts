import { z } from 'zod';
import { isId } from '#app/kernel/ids.ts';
import { longestNote, noteKinds, shortestNote } from './wall.ts';

/** What people in the room type. Messages are keys of the texts. */

const mistake = (key: string) => `gatheringRoom:mistake.${key}`;
const tooLong = (most: number) => 'forms:tooLong?count=' + String(most);

export const joinForm = z.object({
  code: z.string(mistake('code')).trim().min(1, mistake('code')).max(12, mistake('code')),
});

/** Line ends of one kind, so that a text counts as many characters here as in the database. */
const text = (least: number, most: number, missing: string) =>
  z
    .string(missing)
    .transform((typed) => typed.replaceAll('\r\n', '\n').trim())
    .refine((typed) => typed.length >= least, missing)
    .refine((typed) => typed.length <= most, tooLong(most));

const revision = z.coerce.number(mistake('form')).int().min(1).max(1_000_000);
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
  text: text(shortestNote.text, longestNote.text, mistake('text')),
  byline: z.string().trim().max(longestNote.byline, tooLong(longestNote.byline)).default(''),
  pileId: pile,
});

export const moveNoteForm = z.object({ noteId: id, revision, pileId: pile });
export const hideNoteForm = z.object({
  noteId: id,
  revision,
  reason: text(shortestNote.reason, longestNote.reason, mistake('reason')),
});
export const showNoteForm = z.object({ noteId: id, revision });
const pileName = text(shortestNote.pile, longestNote.pile, mistake('pile'));
export const newPileForm = z.object({ id, name: pileName });
export const renamePileForm = z.object({ pileId: id, revision, name: pileName });
export const removePileForm = z.object({ pileId: id, revision });
