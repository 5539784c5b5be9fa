import { z } from 'zod';
import { defineJob } from '#app/platform/jobs.server.ts';

/** Checks the ledger, by the clock and when the product starts. */
export const checkLedgerJob = defineJob('check-ledger', z.unknown());

/** Mails one administrator what a check found that was not there before. */
export const mailLedgerViolation = defineJob(
  'mail-ledger-violation',
  z.object({ checkId: z.uuid(), personId: z.uuid(), invariants: z.array(z.string()) }),
);
