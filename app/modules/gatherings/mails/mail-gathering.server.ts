import { z } from 'zod';
import { translatorOf } from '#app/i18n/all.server.ts';
import { localeFrom } from '#app/i18n/locale.ts';
import { personToMail } from '#app/modules/loket/mails/recipients.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import { defineJob, handleJob, type JobHandler } from '#app/platform/jobs.server.ts';
import { remindRegistered } from '../commands/remind-registered.server.ts';
import { settleGatherings } from '../commands/settle-gatherings.server.ts';
import { mailCrew, mailInvitation, mailRegistration, type RegistrationNews } from '../jobs.server.ts';
import { registrationState, type RegistrationState } from '../registration.ts';
import { tokenOf } from '../token.server.ts';
import { gatheringMail, type GatheringFacts } from './gathering-mail.ts';

const columns = {
  id: true,
  slug: true,
  title: true,
  startsAt: true,
  endsAt: true,
  venueName: true,
  venueAddress: true,
  cancelReason: true,
  state: true,
  gatheringArea: { select: { name: true } },
} as const;

type FactsRow = Omit<GatheringFacts, 'areaName'> & { gatheringArea: { name: string } };

const factsOf = (row: FactsRow): GatheringFacts => ({ ...row, areaName: row.gatheringArea.name });

/** States in which news is still news: a mail that waited must not say what is no longer so. */
const stillSo: Record<RegistrationNews, readonly RegistrationState[]> = {
  confirm: ['held', 'asked', 'lapsed'],
  again: ['confirmed', 'waiting', 'offered'],
  registered: ['confirmed'],
  waiting: ['waiting'],
  offered: ['offered'],
  'offer-lapsed': ['lapsed'],
  cancelled: ['cancelled'],
  changed: ['confirmed', 'waiting', 'offered'],
  'gathering-cancelled': ['confirmed', 'waiting', 'offered'],
  'reminder-week': ['confirmed'],
  'reminder-day': ['confirmed'],
};

const onRegistration = handleJob(
  mailRegistration,
  async ({ registrationId, news }, { database, mailer, publicUrl, secret, now, jobKey }) => {
    const row = await database.gatheringRegistration.findUnique({
      where: { id: registrationId },
      include: { gathering: { select: columns }, person: { select: { email: true, deletedAt: true } } },
    });
    if (row === null || row.erasedAt !== null || !stillSo[news].includes(registrationState(row.state))) return;
    // nobody needs to hear of an evening that is over
    if (row.gathering.endsAt <= now) return;
    const email = row.person === null ? row.email : row.person.deletedAt === null ? row.person.email : '';
    if (email === '' || (row.gathering.state === 'cancelled' && news !== 'gathering-cancelled')) return;
    const locale = localeFrom(row.locale);
    // an address that is not confirmed may be somebody else's: no name that was typed goes to it
    const name = news === 'confirm' ? '' : row.name;
    const mail = gatheringMail(
      {
        kind: news,
        gathering: factsOf(row.gathering),
        keptUntil: row.keptUntil,
        waitBefore: await waitBefore(database, row),
        path: `/ontmoet/${row.gathering.slug}/mijn-aanmelding/${tokenOf(secret, row.id)}`,
        ...(row.state === 'confirmed' ? { doorCode: row.doorCode } : {}),
      },
      { email, name, locale },
      publicUrl,
      translatorOf(locale),
    );
    await mailer.send(mail, jobKey);
  },
);

async function waitBefore(
  database: Database,
  { gatheringId, queueNumber }: { gatheringId: string; queueNumber: number | null },
): Promise<number> {
  return queueNumber === null
    ? 0
    : database.gatheringRegistration.count({
        where: { gatheringId, state: 'waiting', queueNumber: { lt: queueNumber } },
      });
}

const onInvitation = handleJob(
  mailInvitation,
  async ({ gatheringId, personId }, { database, mailer, publicUrl, jobKey }) => {
    const gathering = await database.gathering.findUnique({ where: { id: gatheringId }, select: columns });
    const person = await personToMail(database, personId, 'mailOnSteps');
    // cancelled while the mail waited, or wants no mail any more
    if (gathering?.state !== 'announced' || person === null) return;
    const letter = {
      kind: 'invitation',
      gathering: factsOf(gathering),
      path: `/ontmoet/${gathering.slug}`,
    } as const;
    await mailer.send(gatheringMail(letter, person, publicUrl, translatorOf(person.locale)), jobKey);
  },
);

const onCrew = handleJob(mailCrew, async ({ gatheringId, personId }, { database, mailer, publicUrl, jobKey }) => {
  const crew = await database.gatheringCrew.findUnique({
    where: { gatheringId_personId: { gatheringId, personId } },
    select: {
      gathering: { select: columns },
      person: { select: { email: true, name: true, locale: true, deletedAt: true } },
    },
  });
  if (crew === null || crew.person.deletedAt !== null) return;
  const { gathering, person } = crew;
  const locale = localeFrom(person.locale);
  const letter = { kind: 'crew', gathering: factsOf(gathering), path: `/ontmoet-werk/${gathering.slug}` } as const;
  await mailer.send(gatheringMail(letter, { ...person, locale }, publicUrl, translatorOf(locale)), jobKey);
});

const settle = defineJob('settle-gatherings', z.unknown());
const remind = defineJob('remind-registered', z.unknown());

const onSettle = handleJob(settle, async (_payload, { database, now }) => settleGatherings({ database, now }));
const onRemind = handleJob(remind, async (_payload, { database, now }) => {
  await remindRegistered({ database, now });
});

export const gatheringHandlers: readonly JobHandler[] = [onRegistration, onInvitation, onCrew, onSettle, onRemind];
