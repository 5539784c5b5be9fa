import { z } from 'zod';
import { translatorOf } from '#app/i18n/all.server.ts';
import { localeFrom } from '#app/i18n/locale.ts';
import { personToMail } from '#app/modules/loket/mails/recipients.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import { defineJob, handleJob, type JobHandler } from '#app/platform/jobs.server.ts';
import { askPromises } from '../commands/answer-promise.server.ts';
import { mailAgendaItem, mailOutcome, type OutcomeNews } from '../jobs.server.ts';
import { itemAnswer } from '../outcome.ts';
import { tokenOf } from '../token.server.ts';
import { outcomeLetter, type OutcomeLetter } from './outcome-mail.ts';

const itemColumns = {
  title: true,
  request: true,
  answer: true,
  answerText: true,
  state: true,
  body: { select: { name: true } },
  gathering: { select: { slug: true, title: true, report: { select: { publishedAt: true } } } },
} as const;

const onOutcome = handleJob(
  mailOutcome,
  async ({ registrationId, news, subjectId }, { database, mailer, publicUrl, secret, jobKey }) => {
    const row = await database.gatheringRegistration.findUnique({
      where: { id: registrationId },
      include: {
        gathering: { select: { slug: true, title: true } },
        person: { select: { email: true, deletedAt: true } },
      },
    });
    // erased, or wants none any more, while the mail waited
    if (row === null || row.erasedAt !== null || !row.outcomeMails) return;
    const email = row.person === null ? row.email : row.person.deletedAt === null ? row.person.email : '';
    const about = email === '' ? null : await letterAbout(database, news, subjectId);
    if (about === null) return;
    const { slug, title } = row.gathering;
    const ownPath = `/ontmoet/${slug}/beloftes/${tokenOf(secret, row.id)}`;
    const path = news === 'promise-asked' || !about.isOut ? ownPath : `/ontmoet/${slug}/verslag`;
    const locale = localeFrom(row.locale);
    const letter: OutcomeLetter = { kind: news, title, path, ownPath, footer: 'footer', ...about.words };
    await mailer.send(
      outcomeLetter(letter, { email, name: row.name, locale }, publicUrl, translatorOf(locale)),
      jobKey,
    );
  },
);

type About = { isOut: boolean; words: Pick<OutcomeLetter, 'promise' | 'item'> };

/** What the mail is about, as it is now; null: nothing to say any more. */
async function letterAbout(database: Database, news: OutcomeNews, subjectId: string): Promise<About | null> {
  switch (news) {
    case 'report-out': {
      const report = await database.gatheringReport.findUnique({ where: { gatheringId: subjectId } });
      return report?.publishedAt == null ? null : { isOut: true, words: {} };
    }
    case 'item-answered':
      return itemAbout(database, subjectId, 'answered');
    case 'promise-asked': {
      const promise = await database.gatheringPromise.findUnique({ where: { id: subjectId } });
      return promise?.state === 'open' ? { isOut: false, words: { promise: promise.what } } : null;
    }
  }
}

async function itemAbout(database: Database, id: string, state: 'asked' | 'answered'): Promise<About | null> {
  const item = await database.gatheringAgendaItem.findUnique({ where: { id }, select: itemColumns });
  if (item?.state !== state) return null;
  const { title, request, answerText, body } = item;
  return {
    isOut: item.gathering.report?.publishedAt != null,
    words: { item: { title, request, answerText, bodyName: body.name, answer: itemAnswer(item.answer) } },
  };
}

const onAgendaItem = handleJob(
  mailAgendaItem,
  async ({ itemId, personId, news }, { database, mailer, publicUrl, jobKey }) => {
    const about = await itemAbout(database, itemId, news === 'item-asked' ? 'asked' : 'answered');
    const person = await personToMail(database, personId, 'mailOnWork');
    if (about === null || person === null) return;
    const { gathering } = await database.gatheringAgendaItem.findUniqueOrThrow({
      where: { id: itemId },
      select: { gathering: { select: { slug: true, title: true } } },
    });
    const path = news === 'item-asked' ? `/agendapunten/${itemId}` : `/ontmoet-werk/${gathering.slug}/agenda`;
    const letter: OutcomeLetter = {
      ...{ kind: news, title: gathering.title, path, ownPath: path, footer: 'footerAccount' },
      ...about.words,
    };
    await mailer.send(outcomeLetter(letter, person, publicUrl, translatorOf(person.locale)), jobKey);
  },
);

const ask = defineJob('ask-gathering-promises', z.unknown());
const onAsk = handleJob(ask, async (_payload, { database, now }) => {
  await askPromises({ database, now });
});

export const outcomeHandlers: readonly JobHandler[] = [onOutcome, onAgendaItem, onAsk];
