import type { Locale } from '#app/i18n/locale.ts';
import type { Translate } from '#app/i18n/texts.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { mailOf } from '#app/platform/mail-letter.ts';
import type { Mail } from '#app/platform/mail.server.ts';
import type { RegistrationNews } from '../jobs.server.ts';

export type GatheringLetterKind = RegistrationNews | 'invitation' | 'crew';

/** What a mail says of a gathering. */
export type GatheringFacts = {
  slug: string;
  title: string;
  areaName: string;
  startsAt: Date;
  endsAt: Date;
  venueName: string;
  venueAddress: string;
  cancelReason: string;
};

export type GatheringLetter = {
  kind: GatheringLetterKind;
  gathering: GatheringFacts;
  /** Of a registration: what one says at the door, until when a place is kept, how many wait before. */
  doorCode?: string;
  keptUntil?: Date | null;
  waitBefore?: number;
  /** Page where the reader can do something. */
  path: string;
};

/** News with the calendar file and the code for the door. */
const withCode: readonly GatheringLetterKind[] = ['registered', 'changed', 'reminder-week', 'reminder-day', 'again'];

/** The mail about a gathering; it names nobody but its reader. */
export function gatheringMail(
  letter: GatheringLetter,
  to: { email: string; name: string; locale: Locale },
  publicUrl: string,
  t: Translate,
): Mail {
  const { kind, gathering } = letter;
  const words = {
    title: gathering.title,
    area: gathering.areaName,
    when: whenText(gathering, to.locale, t),
    where: `${gathering.venueName}, ${gathering.venueAddress}`,
    code: letter.doorCode ?? '',
    until: letter.keptUntil == null ? '' : dateText(letter.keptUntil, 'time', to.locale),
    count: letter.waitBefore ?? 0,
  };
  const say = (key: string) =>
    (t as (key: string, facts: Record<string, string | number>) => string)(`gatheringMails:${kind}.${key}`, words);
  const hasCode = withCode.includes(kind) && letter.doorCode !== undefined;
  return mailOf({
    language: to.locale,
    to: to.email,
    subject: say('subject'),
    greeting: to.name === '' ? t('gatheringMails:greetingNameless') : t('gatheringMails:greeting', { name: to.name }),
    opening: [say('text')],
    quotes: [
      { label: t('gatheringMails:facts'), text: `${words.title}\n${words.when}\n${words.where}` },
      ...(kind === 'gathering-cancelled' ? [{ label: t('gatheringMails:why'), text: gathering.cancelReason }] : []),
    ],
    closing: [...(hasCode ? [t('gatheringMails:code', words)] : []), say('next')],
    links: [
      { words: say('link'), href: `${publicUrl}${letter.path}` },
      ...(hasCode ? [{ words: t('gatheringMails:calendar'), href: `${publicUrl}/ontmoet/${gathering.slug}.ics` }] : []),
    ],
    signOff: t('gatheringMails:signOff'),
    footer: t(kind === 'invitation' || kind === 'crew' ? 'gatheringMails:footerAccount' : 'gatheringMails:footer', {
      link: `${publicUrl}/mijn/profiel`,
    }),
  });
}

function whenText({ startsAt, endsAt }: GatheringFacts, locale: Locale, t: Translate): string {
  return t('gatheringMails:when', {
    day: dateText(startsAt, 'long', locale),
    from: dateText(startsAt, 'clock', locale),
    until: dateText(endsAt, 'clock', locale),
  });
}
