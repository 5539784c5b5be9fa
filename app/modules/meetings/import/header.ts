import { parseCalendarDate, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { textOf, type Block } from './block.ts';
import { namesOf } from './name-list.ts';

/** What stands above minutes: which body, when, where, who led it, who was there. */
export type PaperHeader = {
  title: string;
  body: string;
  /** As written. */
  date: string;
  /** With a year only. */
  day: CalendarDate | null;
  time: string;
  place: string;
  chair: string;
  present: string[];
  absent: string[];
  interests: string;
  /** Which blocks of the paper these came from. */
  used: ReadonlySet<Block>;
};

const labels = {
  body: /^(?:domein|overleg van|orgaan|opgaveteam)$/iu,
  chair: /^(?:voorzitter|van|vz)$/iu,
  present: /^(?:aanwezig(?:en?)?|aan|deelnemers)$/iu,
  absent: /^(?:afwe[sz]i[gz]e?n?(?: met (?:bericht|kennisgeving))?|afwezig|afweszig|afmeldingen)$/iu,
  interests: /^belangen(?: van de organisatie van de aanwezigen)?$/iu,
  date: /^datum$/iu,
  place: /^(?:locatie|plaats|waar)$/iu,
  time: /^tijd$/iu,
} as const;

type Label = keyof typeof labels;

const labelled =
  /^\**(domein|voorzitter|van|vz|aanwezig(?:en?)?|aan|deelnemers|afwe[sz]i[gz]e?n?(?: met (?:bericht|kennisgeving))?|afwezig|afweszig|afmeldingen|belangen(?: van de organisatie van de aanwezigen)?|datum|locatie|plaats|waar|tijd)\**\s*(?::|\t|(?=\s)|$)\**\s*([\s\S]*)$/iu;
const months = 'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december';
const day = new RegExp(String.raw`\b(\d{1,2})\s+(${months})(?:,?\s+(\d{4}))?`, 'iu');
const numericDay = /\b(\d{1,2})[-/](\d{1,2})[-/](\d{4})\b/u;
const time = /\b(\d{1,2}[.:]\d{2})\s*(?:–|-|tot)\s*(\d{1,2}[.:]\d{2})/u;
const bodyWords = /(?:opgaveteam|alliantiebestuur|alliantie ?bestuur|wijkalliantie|werkgroep|\bOT\b|domein)\b[^,\n]*/iu;
const titleWords = /(?:notulen|verslag|conceptverslag|agenda|actielijst|besluitenlijst|bijeenkomst|overleg)/iu;
const section = /^\d{1,2}[.)]\s+\S/u;

/** Where the text itself begins: the first numbered subject or the first table that is no list of labels. */
export function headerEnd(blocks: readonly Block[]): number {
  const end = blocks.findIndex(
    (block) =>
      (block.kind === 'table' && !isLabelTable(block.rows)) ||
      (block.kind !== 'table' && section.test(block.text)) ||
      block.kind === 'item',
  );
  return end === -1 ? Math.min(blocks.length, 12) : end;
}

const isLabelTable = (rows: readonly string[][]) =>
  rows.filter(([first = '']) => Object.values(labels).some((label) => label.test(first.replace(/:$/u, '')))).length >=
  2;

/** @param blocks only those before `headerEnd` */
export function readHeader(blocks: readonly Block[]): PaperHeader {
  const found: Record<Label, string> = {
    body: '',
    chair: '',
    present: '',
    absent: '',
    interests: '',
    date: '',
    place: '',
    time: '',
  };
  const used = new Set<Block>();
  let title = '';
  let open: Label | null = null;
  const put = (label: Label, value: string): Label => {
    found[label] = [found[label], value.trim()].filter((part) => part !== '').join('\n');
    return label;
  };
  for (const block of blocks) {
    if (block.kind === 'table') {
      const known = block.rows.map(([first = '', ...rest]) => ({ label: labelOf(first), value: rest.join(' ') }));
      // a table of labels of which one is unknown stays a note, so that nothing is lost
      if (known.every(({ label }) => label !== null)) used.add(block);
      for (const { label, value } of known) if (label !== null) put(label, value);
      open = null;
      continue;
    }
    const text = block.text.replaceAll('**', '');
    for (const line of text.split('\n')) {
      const match = labelled.exec(line);
      const label = match === null ? null : labelOf(match[1] ?? '');
      // "Van" and "Aan" are words too: only with a colon or tab
      const isWord = match !== null && /^(?:van|aan|waar)$/iu.test(match[1] ?? '') && !/^\S+\s*[:\t]/u.test(line);
      if (label !== null && !isWord) {
        open = put(label, match?.[2] ?? '');
        used.add(block);
      } else if (open === 'present' || open === 'absent') {
        put(open, line);
        used.add(block);
      } else if (title === '' && titleWords.test(line)) {
        title = line;
        used.add(block);
        fill(found, line);
      } else if (fill(found, line)) used.add(block);
    }
  }
  const whole = blocks.map(textOf).join('\n');
  const date = found.date || (day.exec(whole)?.[0] ?? numericDay.exec(whole)?.[0] ?? '');
  const body = found.body || (bodyWords.exec(whole)?.[0] ?? '');
  return {
    title: title.trim(),
    body: body.trim().replace(/\s+\d{1,2}\s+\p{Ll}+.*$/u, ''),
    date: date.trim(),
    day: readDay(date, whole),
    time: found.time || (time.exec(whole)?.[0] ?? ''),
    place: found.place.trim(),
    chair: found.chair.trim(),
    present: namesOf(found.present),
    absent: namesOf(found.absent),
    interests: found.interests.trim(),
    used,
  };
}

const labelOf = (word: string): Label | null => {
  const plain = word.replaceAll('**', '').replace(/:$/u, '').trim();
  return (Object.keys(labels) as Label[]).find((label) => labels[label].test(plain)) ?? null;
};

/** Lines without a label that are a day, a time, a body or a place after a time. @returns whether the line is wholly told by it */
function fill(found: Record<Label, string>, line: string): boolean {
  const rest = line
    .replace(day, (date) => ((found.date ||= date), ''))
    .replace(numericDay, (date) => ((found.date ||= date), ''))
    .replace(time, (hours) => ((found.time ||= hours), ''))
    .replace(/^\s*(?:u|uur)\b\.?/iu, '');
  const left = rest
    .replace(bodyWords, '')
    .replaceAll(/[\s,.\-–:]|\b(?:u|uur|NPSNW|notulen|agenda|conceptverslag|verslag)\b/giu, '');
  const afterTime = rest.replace(/^[\s,]*(?:u|uur)?\b[\s,]*/u, '').trim();
  if (left !== '' && found.place === '' && time.test(line) && afterTime !== '') {
    found.place = afterTime;
    return true;
  }
  return left === '';
}

function readDay(date: string, whole: string): CalendarDate | null {
  const words = day.exec(date);
  const year = words?.[3] ?? /\b(20\d\d)\b/u.exec(whole)?.[1];
  const numbers = numericDay.exec(date);
  if (words !== null && year !== undefined) {
    const month = months.split('|').indexOf((words[2] ?? '').toLowerCase()) + 1;
    return parseCalendarDate(`${year}-${two(month)}-${two(Number(words[1]))}`);
  }
  if (numbers === null) return null;
  return parseCalendarDate(`${numbers[3] ?? ''}-${two(Number(numbers[2]))}-${two(Number(numbers[1]))}`);
}

const two = (number: number) => String(number).padStart(2, '0');
