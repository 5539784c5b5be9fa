import { addDays, dayInAmsterdam, fromDateColumn, toDateColumn } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { translatorOf } from '#app/i18n/all.server.ts';
import { personToMail } from '#app/modules/loket/mails/recipients.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import { handleJob, type JobHandler } from '#app/platform/jobs.server.ts';
import { isLate } from '../action.ts';
import { sendActionDigests, sendActionReminders } from '../commands/remind-actions.server.ts';
import { digestActions, mailActionGiven, mailDigest, mailReminders, remindActions } from '../jobs.server.ts';
import { digestDays } from '../reminding.ts';
import { actionLetter, type ActionFacts } from './action-mail.ts';

type Where = Parameters<Database['action']['findMany']>[0] extends { where?: infer Given } | undefined ? Given : never;

/** Open actions as they are now: what was closed while the mail waited is left out. */
async function openActions(database: Database, where: NonNullable<Where>, now: Instant): Promise<ActionFacts[]> {
  const rows = await database.action.findMany({
    where: { ...where, state: 'open' },
    orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { number: 'asc' }],
    take: 50,
    select: {
      ...{ id: true, title: true, ownerWords: true, dueOn: true, state: true },
      body: { select: { name: true } },
      ownerOrganisation: { select: { name: true } },
    },
  });
  return rows.map(({ id, title, ownerWords, dueOn: due, state, body, ownerOrganisation }) => {
    const dueOn = due === null ? null : fromDateColumn(due);
    return {
      ...{ id, title, dueOn, bodyName: body.name, isLate: isLate({ state, dueOn }, now) },
      owner: [ownerOrganisation?.name ?? '', ownerWords].filter((words) => words !== '').join(', '),
    };
  });
}

const onGiven = handleJob(
  mailActionGiven,
  async ({ actionId, personId }, { database, mailer, publicUrl, now, jobKey }) => {
    const actions = await openActions(database, { id: actionId, ownerPersonId: personId }, now);
    const person = await personToMail(database, personId, 'mailOnWork');
    if (actions.length === 0 || person === null) return;
    await mailer.send(actionLetter({ kind: 'given', actions }, person, publicUrl, translatorOf(person.locale)), jobKey);
  },
);

const onReminders = handleJob(
  mailReminders,
  async ({ personId, to, actionIds }, { database, mailer, publicUrl, now, jobKey }) => {
    const whose = to === 'owner' ? { ownerPersonId: personId } : {};
    const actions = await openActions(database, { id: { in: actionIds }, ...whose }, now);
    const person = await personToMail(database, personId, 'mailOnWork');
    if (actions.length === 0 || person === null) return;
    await mailer.send(actionLetter({ kind: to, actions }, person, publicUrl, translatorOf(person.locale)), jobKey);
  },
);

const onDigestMail = handleJob(
  mailDigest,
  async ({ bodyId, personId }, { database, mailer, publicUrl, now, jobKey }) => {
    const until = toDateColumn(addDays(dayInAmsterdam(now), digestDays));
    const actions = await openActions(database, { bodyId, dueOn: { lte: until } }, now);
    const person = await personToMail(database, personId, 'mailOnWork');
    const bodyName = actions[0]?.bodyName;
    if (bodyName === undefined || person === null) return;
    const t = translatorOf(person.locale);
    await mailer.send(actionLetter({ kind: 'digest', bodyName, actions }, person, publicUrl, t), jobKey);
  },
);

const onRemind = handleJob(remindActions, async ({ _cron }, { database, now }) =>
  sendActionReminders({ database, now: _cron?.ts ?? now }),
);
const onDigest = handleJob(digestActions, async ({ _cron }, { database, now }) =>
  sendActionDigests({ database, now: _cron?.ts ?? now }),
);

export const actionHandlers: readonly JobHandler[] = [onGiven, onReminders, onDigestMail, onRemind, onDigest];
