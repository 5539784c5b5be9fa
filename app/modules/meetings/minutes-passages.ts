import type { AnnexLine, Attendee, MinutesContent, MinutesLine, Passage } from './minutes-content.ts';

const attendeeFields = ['organisation', 'interest'] as const satisfies readonly (keyof Attendee)[];
const lineFields = ['subject', 'text', 'explanation', 'who', 'when'] as const satisfies readonly (keyof MinutesLine)[];
const annexFields = ['subject', 'criteria', 'interests'] as const satisfies readonly (keyof AnnexLine)[];

const place = (part: string, key: string, field: string) => `${part}:${key}:${field}`;
const amendmentsPlace = 'amendments';
/** Why published minutes were mended: of a version, not in its content. */
export const reasonPlace = 'reason';

/**
 * Every written piece of text of minutes that may be published, in the order of reading. The names of who was there are none: they are
 * left out as a whole, but for the chair's.
 * @param amendments what the next meeting changed
 */
export function passagesOf(content: MinutesContent, amendments: string): Passage[] {
  const of = <Row extends { key: string }>(
    part: string,
    rows: readonly Row[],
    fields: readonly (keyof Row)[],
  ): Passage[] =>
    rows.flatMap((row) =>
      fields.map((field) => ({ key: place(part, row.key, String(field)), text: String(row[field]) })),
    );
  return [
    ...of('attendee', content.attendees, attendeeFields),
    ...of('line', content.lines, lineFields),
    ...of('annex', content.annex, annexFields),
    { key: amendmentsPlace, text: amendments },
  ].filter(({ text }) => text.trim() !== '');
}

/** The names of who was there, for who looks for them in the text. */
export function namesIn(content: MinutesContent): { name: string; organisation: string; isChair: boolean }[] {
  return content.attendees
    .filter(({ name }) => name.trim() !== '')
    .map(({ name, organisation, task }) => ({ name, organisation, isChair: task === 'chair' }));
}

/**
 * Minutes with other words in the places that `passages` names, and without the name of anybody but the chair. A place that has a text
 * and is not among the passages is left empty: what nobody released is not shown.
 */
export function withPassages(
  content: MinutesContent,
  amendments: string,
  passages: readonly Passage[],
): { content: MinutesContent; amendments: string } {
  const released = new Map(passages.map(({ key, text }) => [key, text]));
  const replaced = <Row extends { key: string }>(
    part: string,
    row: Row,
    fields: readonly (keyof Row & string)[],
  ): Row => ({
    ...row,
    ...Object.fromEntries(fields.map((field) => [field, released.get(place(part, row.key, field)) ?? ''])),
  });
  return {
    content: {
      version: 1,
      attendees: content.attendees.map((one) => ({
        ...replaced('attendee', one, attendeeFields),
        name: one.task === 'chair' ? one.name : '',
      })),
      lines: content.lines.map((one) => replaced('line', one, lineFields)),
      annex: content.annex.map((one) => replaced('annex', one, annexFields)),
    },
    amendments: amendments.trim() === '' ? '' : (released.get(amendmentsPlace) ?? ''),
  };
}
