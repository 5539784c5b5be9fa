import { translatorOf } from '#app/i18n/all.server.ts';
import { fromDateColumn } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { personToMail } from '#app/modules/loket/mails/recipients.server.ts';
import { handleJob, type JobHandler } from '#app/platform/jobs.server.ts';
import { mailOf } from '#app/platform/mail-letter.ts';
import { mailMinutes, mailRequest, type RequestNews } from '../jobs.server.ts';

/** Where a request stands while this is news; of anything else nobody is told any more. */
const stateOf: Record<RequestNews, string> = {
  'request-asked': 'asked',
  'request-placed': 'placed',
  'request-answered': 'answered',
  'request-back': 'asked',
};

const onRequest = handleJob(
  mailRequest,
  async ({ requestId, personId, news }, { database, mailer, publicUrl, jobKey }) => {
    const request = await database.meetingRequest.findUnique({
      where: { id: requestId },
      select: {
        title: true,
        request: true,
        state: true,
        answerText: true,
        answerBy: true,
        body: { select: { name: true } },
      },
    });
    const person = await personToMail(database, personId, news === 'request-asked' ? 'mailOnWork' : 'mailOnSteps');
    if (request?.state !== stateOf[news] || person === null) return;
    const t = translatorOf(person.locale);
    const words = {
      title: request.title,
      body: request.body.name,
      day: dateText(fromDateColumn(request.answerBy), 'day', person.locale),
    };
    const path =
      news === 'request-asked' ? `/vergaderwerk/inbreng/${requestId}` : `/vergaderingen/inbreng/${requestId}`;
    await mailer.send(
      mailOf({
        language: person.locale,
        to: person.email,
        subject: t(`meetingMails:${news}.subject`, words),
        greeting:
          person.name === '' ? t('meetingMails:greetingNameless') : t('meetingMails:greeting', { name: person.name }),
        opening: [t(`meetingMails:${news}.text`, words)],
        quotes: [
          { label: t('meetingMails:what'), text: `${request.title}\n${request.request}` },
          ...(news === 'request-answered' ? [{ label: t('meetingMails:answerWas'), text: request.answerText }] : []),
        ],
        closing: [t(`meetingMails:${news}.next`, words)],
        links: [{ words: t(`meetingMails:${news}.link`), href: `${publicUrl}${path}` }],
        signOff: t('meetingMails:signOff'),
        footer: t('meetingMails:footer', { link: `${publicUrl}/mijn/profiel` }),
      }),
      jobKey,
    );
  },
);

const onMinutes = handleJob(mailMinutes, async ({ meetingId, personId }, { database, mailer, publicUrl, jobKey }) => {
  const meeting = await database.meeting.findUnique({
    where: { id: meetingId },
    select: { slug: true, title: true, minutes: { select: { state: true } } },
  });
  const person = await personToMail(database, personId, 'mailOnWork');
  if (meeting?.minutes?.state !== 'sent' || person === null) return;
  const t = translatorOf(person.locale);
  const words = { title: meeting.title };
  await mailer.send(
    mailOf({
      language: person.locale,
      to: person.email,
      subject: t('meetingMails:minutes.subject', words),
      greeting:
        person.name === '' ? t('meetingMails:greetingNameless') : t('meetingMails:greeting', { name: person.name }),
      opening: [t('meetingMails:minutes.text', words)],
      quotes: [],
      closing: [t('meetingMails:minutes.next')],
      links: [{ words: t('meetingMails:minutes.link'), href: `${publicUrl}/vergaderwerk/${meeting.slug}/verslag` }],
      signOff: t('meetingMails:signOff'),
      footer: t('meetingMails:footer', { link: `${publicUrl}/mijn/profiel` }),
    }),
    jobKey,
  );
});

export const meetingHandlers: readonly JobHandler[] = [onRequest, onMinutes];
