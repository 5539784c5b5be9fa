import { translatorOf } from '#app/i18n/all.server.ts';
import { personToMail } from '#app/modules/loket/mails/recipients.server.ts';
import { handleJob, type JobHandler } from '#app/platform/jobs.server.ts';
import { checkLedger } from '../commands/check-ledger.server.ts';
import { isInvariantName } from '../invariant.ts';
import { checkLedgerJob, mailLedgerViolation } from '../jobs.server.ts';
import { ledgerViolationMail } from './ledger-violation.ts';

const onCheck = handleJob(checkLedgerJob, async (_payload, { database, now, log }) => {
  const { appeared } = await checkLedger(database, now);
  for (const violation of appeared) log?.error(violation, 'the ledger breaks a rule');
});

const onViolation = handleJob(
  mailLedgerViolation,
  async ({ personId, invariants }, { database, mailer, publicUrl, jobKey }) => {
    const person = await personToMail(database, personId, 'mailOnWork');
    if (person === null) return;
    const known = invariants.filter(isInvariantName);
    await mailer.send(ledgerViolationMail(known, person, publicUrl, translatorOf(person.locale)), jobKey);
  },
);

export const controlHandlers: readonly JobHandler[] = [onCheck, onViolation];
