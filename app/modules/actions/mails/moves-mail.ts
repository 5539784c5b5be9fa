import type { Translate } from '#app/i18n/texts.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { mailOf } from '#app/platform/mail-letter.ts';
import type { Mail } from '#app/platform/mail.server.ts';
import { contributionHref } from '../contribution.ts';
import type { MovedContribution } from '../contribution-views.ts';

/** The mail about what happened with what somebody put in. */
export function movesMail(
  moved: readonly MovedContribution[],
  to: { email: string; name: string; locale: Locale },
  publicUrl: string,
  t: Translate,
): Mail {
  const count = moved.length;
  return mailOf({
    language: to.locale,
    to: to.email,
    subject: t('contributions:mail.subject', { count }),
    greeting:
      to.name === '' ? t('contributions:mail.greetingNameless') : t('contributions:mail.greeting', { name: to.name }),
    opening: [t('contributions:mail.text', { count })],
    quotes: moved.map(({ kind, said, moves }) => ({
      label: t(`contributions:mail.yours.${kind}`),
      text: [said, ...moves.map(({ move, name }) => `→ ${t(`contributions:move.${move}`, { name })}`)].join('\n'),
    })),
    closing: [],
    links: [
      ...moved.slice(0, 1).map((one) => ({
        words: t('contributions:mail.read'),
        href: `${publicUrl}${contributionHref(one)}`,
      })),
      { words: t('contributions:mail.all'), href: `${publicUrl}/mijn/inbreng` },
    ],
    signOff: t('contributions:mail.signOff'),
    footer: t('contributions:mail.footer', { link: `${publicUrl}/mijn/profiel` }),
  });
}
