import type { Translate } from '#app/i18n/texts.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { mailOf } from '#app/platform/mail-letter.ts';
import type { Mail } from '#app/platform/mail.server.ts';

export type ActionFacts = {
  id: string;
  title: string;
  bodyName: string;
  /** Organisation or role that does it. */
  owner: string;
  dueOn: CalendarDate | null;
  isLate: boolean;
};

export type ActionLetter =
  | { kind: 'given' | 'owner' | 'chair'; actions: readonly ActionFacts[] }
  | { kind: 'digest'; bodyName: string; actions: readonly ActionFacts[] };

type Reader = { email: string; name: string; locale: Locale };

/** The mail about actions; it names nobody but its reader, and others by organisation or role. */
export function actionLetter(letter: ActionLetter, to: Reader, publicUrl: string, t: Translate): Mail {
  const { kind, actions } = letter;
  const count = actions.length;
  const first = actions[0];
  const words = {
    count,
    title: first?.title ?? '',
    body: letter.kind === 'digest' ? letter.bodyName : (first?.bodyName ?? ''),
    late: actions.filter(({ isLate }) => isLate).length,
  };
  const when = ({ dueOn, isLate }: ActionFacts) => {
    if (dueOn === null) return t('actionMails:ongoing');
    const day = dateText(dueOn, 'day', to.locale);
    return t(isLate ? 'actionMails:wasDue' : 'actionMails:due', { day });
  };
  const own = kind === 'given' || kind === 'owner';
  return mailOf({
    language: to.locale,
    to: to.email,
    subject: t(`actionMails:${kind}.subject`, words),
    greeting: to.name === '' ? t('actionMails:greetingNameless') : t('actionMails:greeting', { name: to.name }),
    opening: [t(`actionMails:${kind}.text`, words)],
    quotes: actions.map((action) => ({
      label: when(action),
      text: own ? action.title : `${action.title}\n${action.owner}`,
    })),
    closing: [t(`actionMails:${kind}.next`)],
    links: [
      ...(count === 1 && first !== undefined
        ? [{ words: t('actionMails:open'), href: `${publicUrl}/actiewerk/${first.id}` }]
        : []),
      {
        words: t(own ? 'actionMails:mine' : 'actionMails:list'),
        href: `${publicUrl}${own ? '/mijn/acties' : '/actiewerk'}`,
      },
    ],
    signOff: t('actionMails:signOff'),
    footer: t('actionMails:footer', { link: `${publicUrl}/mijn/profiel` }),
  });
}
