/** Languages in which the programme's own texts exist. */
export type ProgrammeLocale = 'nl' | 'en';

/** The text in the reader's language; Dutch where nobody wrote it in English yet. */
export function inLocale(locale: ProgrammeLocale, dutch: string, english: string): string {
  return locale === 'en' && english.trim() !== '' ? english : dutch;
}
