import type { Translate } from '#app/i18n/texts.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { mailOf } from '#app/platform/mail-letter.ts';
import type { Mail } from '#app/platform/mail.server.ts';
import type { NewsItem } from '../queries/news.query.server.ts';

type To = { email: string; locale: 'nl' | 'en'; publicUrl: string; token: string };

/** What happened, each with its link; with the ways out that mail programs offer (RFC 2369, RFC 8058). */
export function digestMail(items: readonly NewsItem[], to: To, t: Translate): Mail {
  const { email, locale, publicUrl, token } = to;
  const count = items.length;
  return {
    ...mailOf({
      language: locale,
      to: email,
      subject: t('subscriptions:mail.subject', { count, title: items[0]?.title ?? '' }),
      greeting: t('subscriptions:mail.greeting'),
      opening: [t('subscriptions:mail.opening', { count })],
      quotes: [],
      closing: [],
      links: items.map(({ what, step, title, at, path }) => ({
        words: `${dateText(at, 'day', locale)}: ${wordsOf(what, step, t)} ‘${title}’`,
        href: `${publicUrl}${path}`,
      })),
      signOff: t('subscriptions:mail.signOff'),
      footer: t('subscriptions:mail.footer', {
        change: `${publicUrl}/volgen/mijn/${token}`,
        stop: `${publicUrl}/volgen/uit/${token}`,
      }),
    }),
    headers: {
      'List-Unsubscribe': `<${publicUrl}/volgen/uit/${token}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}

function wordsOf(what: NewsItem['what'], step: NewsItem['step'], t: Translate): string {
  return what === 'step' && step !== null ? t(`subscriptions:step.${step}`) : t(`subscriptions:news.${what}`);
}

/** Asks whether this address wants to follow; or, when it does already, gives the link with which something is added. */
export function followMail(
  { name, isConfirmed, subject }: { name: string; isConfirmed: boolean; subject: string },
  to: To,
  t: Translate,
): Mail {
  const { email, locale, publicUrl, token } = to;
  const kind = isConfirmed ? 'again' : 'ask';
  return mailOf({
    language: locale,
    to: email,
    subject: t(`subscriptions:mail.${kind}.subject`, { name }),
    greeting: t('subscriptions:mail.greeting'),
    opening: [t(`subscriptions:mail.${kind}.text`, { name }), t(`subscriptions:mail.${kind}.next`)],
    quotes: [],
    closing: [],
    links: [
      {
        words: t(`subscriptions:mail.${kind}.link`),
        href: `${publicUrl}/volgen/mijn/${token}${isConfirmed ? `?wat=${encodeURIComponent(subject)}` : ''}`,
      },
    ],
    signOff: t('subscriptions:mail.signOff'),
    footer: t('subscriptions:mail.notYou'),
  });
}
