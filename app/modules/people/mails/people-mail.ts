import type { Locale } from '#app/i18n/locale.ts';
import type { Translate } from '#app/i18n/texts.ts';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { mailOf } from '#app/platform/mail-letter.ts';
import type { Mail } from '#app/platform/mail.server.ts';
import type { Role } from '../role.ts';

export type PeopleLetterKind =
  | 'code'
  | 'email-code'
  | 'email-taken'
  | 'email-changed'
  | 'security-passkey-added'
  | 'security-passkey-removed'
  | 'security-app-added'
  | 'security-app-removed'
  | 'security-identity-added'
  | 'security-identity-removed'
  | 'security-reset'
  | 'role-given'
  | 'role-coming'
  | 'role-ended'
  | 'organisation-request'
  | 'organisation-confirmed'
  | 'organisation-refused';

/** What a mail about somebody's account says. */
export type PeopleLetter = {
  kind: PeopleLetterKind;
  /** Fills the texts. */
  words: Record<string, string | number>;
  role?: Role;
  /** First day of a role. */
  day?: CalendarDate;
  /** What somebody wrote along. */
  quote?: string;
  /** Page where the reader can do something. */
  path?: string;
};

export function peopleMail(
  letter: PeopleLetter,
  to: { email: string; name: string; locale: Locale },
  publicUrl: string,
  t: Translate,
): Mail {
  const words = {
    ...letter.words,
    role: letter.role === undefined ? '' : t(`people:role.${letter.role}`),
    date: letter.day === undefined ? '' : dateText(letter.day, 'day', to.locale),
  };
  const say = (key: string) =>
    (t as (key: string, facts: Record<string, string | number>) => string)(`peopleMails:${key}`, words);
  return mailOf({
    language: to.locale,
    to: to.email,
    subject: say(`${letter.kind}.subject`),
    greeting: to.name === '' ? t('peopleMails:greetingNameless') : t('peopleMails:greeting', { name: to.name }),
    opening: [say(`${letter.kind}.text`)],
    quotes:
      letter.quote === undefined || letter.quote === '' ? [] : [{ label: t('peopleMails:note'), text: letter.quote }],
    closing: [say(`${letter.kind}.next`)],
    links: letter.path === undefined ? [] : [{ words: say(`${letter.kind}.link`), href: `${publicUrl}${letter.path}` }],
    signOff: t('peopleMails:signOff'),
    footer: t('peopleMails:footer', { link: publicUrl }),
  });
}
