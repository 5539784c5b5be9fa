import type { AnnexLine, MinutesLine } from '../minutes-content.ts';
import { kindOf } from './line-kind.ts';

type Column = 'subject' | 'text' | 'explanation' | 'who' | 'when' | 'criteria' | 'interests' | 'annex-subject';

const columns: readonly (readonly [Column, RegExp])[] = [
  ['annex-subject', /^onderwerp van het besluit/iu],
  ['criteria', /criteria/iu],
  ['interests', /(?:bevestiging|belang)/iu],
  ['text', /^(?:afspraak|actie|besluit|taak|actiepunt)/iu],
  ['subject', /^(?:onderwerp|agendapunt|punt)/iu],
  ['explanation', /^(?:toelichting|informatie|update|status|opmerking)/iu],
  ['who', /^(?:wie|actiehouder|eigenaar|door)/iu],
  ['when', /^(?:wanneer|deadline|datum|tijds?vlak|termijn|gereed)/iu],
];

const columnOf = (head: string) => columns.find(([, pattern]) => pattern.test(head.trim()))?.[0] ?? null;

/** What a table tells, by the words in its first row; null when those say nothing to us. */
export function readTable(
  rows: readonly string[][],
): { lines: Omit<MinutesLine, 'key'>[]; annex: Omit<AnnexLine, 'key'>[]; left: string[] } | null {
  const [head = [], ...body] = rows;
  const known = head.map(columnOf);
  if (known.filter((column) => column !== null).length < 2) return null;
  const isAnnex = known.includes('criteria') || known.includes('annex-subject');
  const isActionList = known.includes('text') && !known.includes('subject');
  const lines: Omit<MinutesLine, 'key'>[] = [];
  const annex: Omit<AnnexLine, 'key'>[] = [];
  for (const row of body) {
    const cells = new Map<Column, string>();
    const rest: string[] = [];
    row.forEach((cell, place) => {
      const column = known[place] ?? null;
      if (cell === '') return;
      if (column === null || cells.has(column)) rest.push(cell);
      else cells.set(column, cell);
    });
    const of = (column: Column) => cells.get(column) ?? '';
    if (isAnnex) {
      const subject = of('annex-subject') || of('subject');
      annex.push({
        subject,
        criteria: of('criteria'),
        interests: [of('interests'), ...rest].filter((one) => one !== '').join('\n'),
      });
      continue;
    }
    const told = { who: of('who'), when: of('when') };
    const text = of('text');
    lines.push({
      kind: isActionList && kindOf(text, told) !== 'decision' ? 'action' : kindOf(text, told),
      subject: of('subject'),
      text,
      explanation: [of('explanation'), ...rest].filter((one) => one !== '').join('\n'),
      ...told,
    });
  }
  // a head that says nothing to us is kept with what was not understood
  return { lines, annex, left: head.filter((cell, place) => cell !== '' && known[place] === null) };
}
