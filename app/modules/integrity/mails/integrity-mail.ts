import type { Locale } from '#app/i18n/locale.ts';
import type { Translate } from '#app/i18n/texts.ts';
import { mailOf } from '#app/platform/mail-letter.ts';
import type { Mail } from '#app/platform/mail.server.ts';

export type IntegrityLetter =
  | { kind: 'ask' }
  /** `number` says which one and nothing of what it is about. */
  | { kind: 'level' | 'asker'; news: string; number: string; path: string };

/** Mails about integrity: they say that there is something, never what. */
export function integrityMail(
  letter: IntegrityLetter,
  to: { email: string; name: string; locale: Locale },
  publicUrl: string,
  t: Translate,
): Mail {
  const key = letter.kind === 'ask' ? 'ask' : `${letter.kind}.${letter.news}`;
  const say = t as (key: string, words?: Record<string, string>) => string;
  const words: Record<string, string> = letter.kind === 'ask' ? {} : { number: letter.number };
  const path = letter.kind === 'ask' ? '/mijn/belangen' : letter.path;
  return mailOf({
    language: to.locale,
    to: to.email,
    subject: say(`integrityMails:${key}.subject`, words),
    greeting: to.name === '' ? t('integrityMails:greetingNameless') : t('integrityMails:greeting', { name: to.name }),
    opening: [say(`integrityMails:${key}.text`, words)],
    quotes: [],
    closing: [say(`integrityMails:${letter.kind}.next`, words)],
    links: [{ words: say(`integrityMails:${letter.kind}.link`), href: `${publicUrl}${path}` }],
    signOff: t('integrityMails:signOff'),
    footer: say(`integrityMails:${letter.kind}.footer`, { link: `${publicUrl}/mijn/profiel` }),
  });
}
