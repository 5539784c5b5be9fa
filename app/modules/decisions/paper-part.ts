import { calendarDate } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { cents, formatCents } from '#app/kernel/money.ts';
import { numberText } from '#app/kernel/number-text.ts';
import type { ProgrammeLocale } from '#app/modules/programme/locale.ts';
import type { Say } from './recomputed-words.ts';

/** A part of the paper: a heading with lines under it; a line with `head` begins in bold on its own line. */
export type PaperPart = { title: string; lines: { head?: string; text: string }[] };

export type PaperWords = { t: Say; locale: ProgrammeLocale };

/** What a reader of the paper needs in words: figures, days and amounts in the language of the reader. */
export function paperFormats({ locale }: PaperWords) {
  return {
    money: (value: number) => formatCents(cents(value), locale),
    day: (value: string) => dateText(calendarDate(value), 'long', locale),
    hundredths: (value: number) => numberText(value / 100, 'short', locale),
  };
}
