import type { MinutesContent } from './minutes-content.ts';

type Decided = Readonly<Record<string, string>>;

export type TypedMinutes = {
  attendees: MinutesContent['attendees'];
  lines: (MinutesContent['lines'][number] & { decisionId: string })[];
  annex: MinutesContent['annex'];
};

/**
 * Minutes as they stand in the form: with room to go on where there is no JavaScript.
 * @param decisions id of the decision by key of the line
 * @param room empty rows at the end of each part, with keys that `key` makes
 */
export function typedMinutes(
  content: MinutesContent,
  decisions: Decided,
  { room, key }: { room: { attendees: number; lines: number; annex: number }; key: () => string },
): TypedMinutes {
  const times = <Row>(count: number, row: () => Row): Row[] => Array.from({ length: count }, row);
  return {
    attendees: [
      ...content.attendees,
      ...times(room.attendees, () => ({
        ...{ key: key(), name: '', organisation: '', interest: '' },
        ...({ task: 'member', presence: 'present' } as const),
      })),
    ],
    lines: [
      ...content.lines.map((line) => ({ ...line, decisionId: decisions[line.key] ?? '' })),
      ...times(room.lines, () => ({
        ...{ key: key(), subject: '', text: '', explanation: '', who: '', when: '', decisionId: '' },
        ...({ kind: 'agreement' } as const),
      })),
    ],
    annex: [...content.annex, ...times(room.annex, () => ({ key: key(), subject: '', criteria: '', interests: '' }))],
  };
}
