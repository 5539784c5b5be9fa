import { z } from 'zod';
import { translatorOf } from '#app/i18n/all.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { personToMail, workersFor } from '#app/modules/loket/mails/recipients.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import { defineJob, enqueue, handleJob, type JobHandler } from '#app/platform/jobs.server.ts';
import { mailProcurementWarning } from '../jobs.server.ts';
import { addedUpOf } from '../queries/add-up.server.ts';
import { procurementWarningMail, type WarnedProposal } from './procurement-warning.ts';

/** Mails one person: a mail that fails is tried again by itself. */
const mailOneWarning = defineJob(
  'mail-procurement-warning-to',
  z.object({ decisionId: z.uuid(), revision: z.int(), personId: z.uuid() }),
);

/** A prepared assignment that is near a limit or over it, or null: it is not, or somebody was quicker than the mail. */
async function warned(
  database: Database,
  { decisionId, revision }: { decisionId: string; revision: number },
  now: Instant,
): Promise<(WarnedProposal & { bodyId: string }) | null> {
  const row = await database.decision.findFirst({
    where: { id: decisionId, revision, state: 'prepared', origin: 'product' },
    select: { title: true, bodyId: true, body: { select: { name: true } }, recipient: { select: { name: true } } },
  });
  if (row === null) return null;
  const addedUp = await addedUpOf(database, decisionId, dayInAmsterdam(now));
  if (addedUp === null || (addedUp.state !== 'near' && addedUp.state !== 'over')) return null;
  const { title, bodyId, body, recipient } = row;
  return { decisionId, title, bodyId, bodyName: body.name, partyName: recipient?.name ?? '', addedUp };
}

const onWarning = handleJob(mailProcurementWarning, async (asked, { database, now }) => {
  const proposal = await warned(database, asked, now);
  if (proposal === null) return;
  const today = dayInAmsterdam(now);
  const people = [
    ...(await workersFor(database, proposal.bodyId, ['budget_holder'], today)),
    ...(await workersFor(database, null, ['controlegroep'], today)),
  ];
  await database.$transaction(async (tx) => {
    for (const personId of new Set(people.map(({ id }) => id))) {
      const key = `mail-procurement-warning:${asked.decisionId}:${asked.revision}:${personId}`;
      await enqueue(tx, mailOneWarning, { ...asked, personId }, key);
    }
  });
});

const onOneWarning = handleJob(
  mailOneWarning,
  async ({ personId, ...asked }, { database, mailer, publicUrl, jobKey, now }) => {
    const proposal = await warned(database, asked, now);
    const reader = await personToMail(database, personId, 'mailOnWork');
    if (proposal === null || reader === null) return;
    await mailer.send(procurementWarningMail(proposal, reader, publicUrl, translatorOf(reader.locale)), jobKey);
  },
);

export const procurementMailHandlers: readonly JobHandler[] = [onWarning, onOneWarning];
