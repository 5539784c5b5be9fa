import type { Locale } from '#app/i18n/locale.ts';
import type { Translate } from '#app/i18n/texts.ts';
import { mailOf } from '#app/platform/mail-letter.ts';
import type { Mail } from '#app/platform/mail.server.ts';
import type { ItemAnswer } from '../outcome.ts';

export type OutcomeLetter = {
  kind: 'report-out' | 'item-answered' | 'promise-asked' | 'item-asked';
  /** Title of the gathering. */
  title: string;
  /** Where the news is, and the reader's own page. */
  path: string;
  ownPath: string;
  promise?: string;
  item?: { title: string; request: string; bodyName: string; answer: ItemAnswer | null; answerText: string };
  /** Whether the reader turns these mails off on their own page, or in their profile. */
  footer: 'footer' | 'footerAccount';
};

/** The mail about what came of an evening; it names nobody but its reader. */
export function outcomeLetter(
  letter: OutcomeLetter,
  to: { email: string; name: string; locale: Locale },
  publicUrl: string,
  t: Translate,
): Mail {
  const { kind, title, item, promise } = letter;
  const answer = item?.answer == null ? '' : t(`eveningReport:answer.${item.answer}`);
  const words = { title, item: item?.title ?? '', body: item?.bodyName ?? '', answer };
  const own = `${publicUrl}${letter.ownPath}`;
  return mailOf({
    language: to.locale,
    to: to.email,
    subject: t(`outcomeMails:${kind}.subject`, words),
    greeting: to.name === '' ? t('outcomeMails:greetingNameless') : t('outcomeMails:greeting', { name: to.name }),
    opening: [t(`outcomeMails:${kind}.text`, words)],
    quotes: [
      ...(item === undefined ? [] : [{ label: t('outcomeMails:what'), text: `${item.title}\n${item.request}` }]),
      ...(answer === '' ? [] : [{ label: t('outcomeMails:answerWas'), text: `${answer}\n${item?.answerText ?? ''}` }]),
      ...(promise === undefined ? [] : [{ label: t('outcomeMails:promiseWas'), text: promise }]),
    ],
    closing: [t(`outcomeMails:${kind}.next`)],
    links: [
      { words: t(`outcomeMails:${kind}.link`), href: `${publicUrl}${letter.path}` },
      ...(letter.path === letter.ownPath ? [] : [{ words: t(`outcomeMails:${kind}.own`), href: own }]),
    ],
    signOff: t('outcomeMails:signOff'),
    footer: t(`outcomeMails:${letter.footer}`, {
      link: letter.footer === 'footer' ? own : `${publicUrl}/mijn/profiel`,
    }),
  });
}
