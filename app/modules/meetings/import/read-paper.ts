import {
  longestMinutesText,
  mostLines,
  type AnnexLine,
  type MinutesContent,
  type MinutesLine,
} from '../minutes-content.ts';
import { attendeesOf } from './attendees.ts';
import { textOf, type Block } from './block.ts';
import { headerEnd, readHeader, type PaperHeader } from './header.ts';
import { linesOfSubject, subjectsOf } from './numbered-subjects.ts';
import { withoutPrinted } from './printed-words.ts';
import { readTable } from './table-rows.ts';

type Line = Omit<MinutesLine, 'key'>;
const long = longestMinutesText;

/** Minutes as they were read from a paper, and how well that went. */
export type ReadPaper = {
  header: Omit<PaperHeader, 'used'>;
  content: MinutesContent;
  /** What was read but not understood; it stands in the last note as well. */
  notUnderstood: string[];
  figures: {
    present: number;
    absent: number;
    withOrganisation: number;
    subjects: number;
    decisions: number;
    actions: number;
    agreements: number;
    notes: number;
    annex: number;
    notUnderstood: number;
  };
};

/** 'too-long': more lines or longer texts than minutes can hold. */
export type PaperMistake = 'empty' | 'too-long';

/**
 * Reads a paper in one of the forms that the bodies use: a table with actions, numbered subjects, or both. Nothing is lost: what is not
 * understood is kept as a note, and said.
 * @param blocks of the paper in their order
 */
export function readPaper(blocks: readonly Block[]): ReadPaper | PaperMistake {
  if (blocks.length === 0) return 'empty';
  const end = headerEnd(blocks);
  const { used, ...header } = readHeader(blocks.slice(0, end));
  const { attendees, left } = attendeesOf({ ...header, used });
  const above = blocks
    .slice(0, end)
    .filter((block) => !used.has(block))
    .map(textOf);
  const lines: Line[] = [];
  const annex: Omit<AnnexLine, 'key'>[] = [];
  const leftOver = [...above, ...left, ...(header.interests === '' ? [] : [header.interests])];
  const subjects = subjectsOf(blocks.slice(end));
  for (const subject of subjects) {
    const own = linesOfSubject(subject);
    const tables = subject.blocks.filter((block) => block.kind === 'table');
    const ofTables: Line[] = [];
    for (const table of tables) {
      const read = readTable(table.rows);
      if (read === null) leftOver.push(textOf(table));
      leftOver.push(...(read?.left ?? []));
      ofTables.push(...(read?.lines ?? []).map((line) => ({ ...line, subject: line.subject || subject.subject })));
      annex.push(...(read?.annex ?? []));
    }
    const isOnlyTable =
      ofTables.length > 0 && own.every(({ kind, explanation }) => kind === 'note' && explanation === '');
    // words between tables that stand under no subject are understood by nobody
    if (subject.subject === '') {
      const loose = own.filter(({ kind }) => kind === 'note').map(({ explanation }) => explanation);
      leftOver.push(...loose.filter((text) => text !== ''));
      lines.push(...own.filter(({ kind }) => kind !== 'note'));
    } else if (!isOnlyTable) lines.push(...own);
    lines.push(...ofTables);
  }
  const notUnderstood = leftOver.map(withoutPrinted).filter((text) => text !== '');
  const figures = figuresOf({ header, lines, annex, notUnderstood, subjects: subjects.length, attendees });
  if (notUnderstood.length > 0) lines.push(note('Niet herkend bij het inlezen', notUnderstood.join('\n')));
  const fitted = lines.flatMap(fittedLine);
  const annexes = annex.flatMap(fittedAnnex);
  if (fitted.length > mostLines || annexes.length > mostLines) return 'too-long';
  const content: MinutesContent = {
    version: 1,
    attendees,
    lines: fitted.map((line, place) => ({ key: `l${String(place + 1)}`, ...line })),
    annex: annexes.map((line, place) => ({ key: `b${String(place + 1)}`, ...line })),
  };
  return { header, content, notUnderstood, figures };
}

const note = (subject: string, explanation: string): Line => ({
  kind: 'note',
  subject,
  text: '',
  explanation,
  who: '',
  when: '',
});

const oneLine = (text: string) => text.replaceAll(/\s+/gu, ' ').trim();

/** Texts that are too long for their place go on in the explanation, and explanations in a next line: nothing is cut off. */
function fittedLine(line: Line): Line[] {
  const over: string[] = [];
  const fit = (text: string, most: number) => {
    if (text.length <= most) return text;
    over.push(text);
    return `${text.slice(0, most - 1)}…`;
  };
  const fitted = {
    ...line,
    subject: fit(oneLine(line.subject), long.subject),
    text: fit(line.text, long.text),
    who: fit(oneLine(line.who), long.subject),
    when: fit(oneLine(line.when), long.subject),
  };
  const explanation = [line.explanation, ...over].filter((text) => text !== '').join('\n');
  const [first = '', ...rest] = pieces(explanation);
  return [{ ...fitted, explanation: first }, ...rest.map((piece) => note(fitted.subject, piece))];
}

function fittedAnnex(line: Omit<AnnexLine, 'key'>): Omit<AnnexLine, 'key'>[] {
  const subject = line.subject.length <= long.subject ? line.subject : `${line.subject.slice(0, long.subject - 1)}…`;
  const criteria = pieces(subject === line.subject ? line.criteria : `${line.subject}\n${line.criteria}`);
  const interests = pieces(line.interests);
  return Array.from({ length: Math.max(1, criteria.length, interests.length) }, (_, place) => ({
    subject,
    criteria: criteria[place] ?? '',
    interests: interests[place] ?? '',
  }));
}

function pieces(text: string): string[] {
  const result: string[] = [];
  for (let place = 0; place < text.length; place += long.explanation)
    result.push(text.slice(place, place + long.explanation));
  return result.length === 0 ? [''] : result;
}

type Counted = Pick<ReadPaper, 'header' | 'notUnderstood'> & {
  lines: readonly Line[];
  annex: readonly unknown[];
  subjects: number;
  attendees: MinutesContent['attendees'];
};

function figuresOf({ lines, annex, notUnderstood, subjects, attendees }: Counted): ReadPaper['figures'] {
  const count = (kind: Line['kind']) => lines.filter((line) => line.kind === kind).length;
  return {
    present: attendees.filter(({ presence }) => presence === 'present').length,
    absent: attendees.filter(({ presence }) => presence !== 'present').length,
    withOrganisation: attendees.filter(({ organisation }) => organisation !== '').length,
    subjects,
    decisions: count('decision'),
    actions: count('action'),
    agreements: count('agreement'),
    notes: count('note'),
    annex: annex.length,
    notUnderstood: notUnderstood.length,
  };
}
