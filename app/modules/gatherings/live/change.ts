import type { WallNote } from '../wall.ts';

/** What can change at a gathering while people are in the room (`gathering_change`). */
export const changeKinds = [
  'note',
  'cluster',
  'card',
  'round',
  'question',
  'promise',
  'workshop',
  'arrival',
  'gathering',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** Kinds whose id says nothing about a person: a registration (arrival) and a promise are somebody's. */
const idsForAll: readonly string[] = ['note', 'cluster', 'card', 'round', 'question', 'workshop'];

/**
 * One change, as screens hear of it. `number` has no gaps. Of a note its whole face comes along; null: it is not on the wall (hidden
 * or withdrawn); absent: a later change tells. Of anything else only that it changed.
 */
export type LiveChange = { number: number; kind: ChangeKind; id?: string; note?: WallNote | null };

/** @param row what the database wrote down. @param note face of the note; undefined when this change is not to tell it */
export function liveChange(
  { number, kind, subjectId }: { number: number; kind: string; subjectId: string },
  note?: WallNote | null,
): LiveChange {
  const known = changeKinds.find((one) => one === kind);
  if (known === undefined) throw new Error(`no kind of change: ${kind}`);
  return {
    number,
    kind: known,
    ...(idsForAll.includes(known) ? { id: subjectId } : {}),
    ...(note === undefined ? {} : { note }),
  };
}

/** One change as a server-sent event; its id is the number, from which a browser goes on. */
export function eventText(change: LiveChange): string {
  return `id: ${change.number}\ndata: ${JSON.stringify(change)}\n\n`;
}
