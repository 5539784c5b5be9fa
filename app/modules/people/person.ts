/** An address as it is kept and compared: without spaces around it, in lower case. */
export function normalEmail(typed: string): string {
  return typed.trim().toLowerCase();
}

/** What stands in place of the address of who deleted their account: unique, and nobody can receive mail there. */
export function emailAfterDeletion(personId: string): string {
  return `${personId}@verwijderd.invalid`;
}

/** What stands in place of the address of who signs in by an identity provider and gave none. */
export function emailOfNobody(personId: string): string {
  return `${personId}@zonder-mail.invalid`;
}

/** Whether somebody can receive mail there; `.invalid` is nobody's (RFC 2606). */
export function hasMailbox(email: string): boolean {
  return !email.endsWith('.invalid');
}

/** Languages that many people in Nieuw-West speak, as ISO 639 codes, for the profile. */
export const spokenLanguages = [
  'nl',
  'en',
  'ar',
  'tr',
  'pl',
  'es',
  'fr',
  'de',
  'pt',
  'uk',
  'ru',
  'ur',
  'fa',
  'so',
  'ti',
  'bg',
  'ro',
  'zh',
  'ber',
] as const;

/** Longest name, in characters (constraint `person_name_length`). */
export const longestName = 120;
