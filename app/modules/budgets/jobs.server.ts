import { z } from 'zod';
import { defineJob } from '#app/platform/jobs.server.ts';

/** Mails everybody who may approve a proposed change that it waits for them. */
export const mailChangeWaiting = defineJob('mail-change-waiting', z.object({ changeId: z.uuid() }));

/** Tells who proposed a change that it was approved or refused. */
export const mailChangeAnswered = defineJob('mail-change-answered', z.object({ changeId: z.uuid() }));

/** Mails everybody who may approve an uploaded plan that it waits for them. */
export const mailPlanWaiting = defineJob('mail-plan-waiting', z.object({ importId: z.uuid() }));

/** Tells who uploaded a plan that it was imported or refused. */
export const mailPlanAnswered = defineJob('mail-plan-answered', z.object({ importId: z.uuid() }));

/** Publishes the days of the ledger that are over. */
export const publishLedgerDaysJob = defineJob('publish-ledger-days', z.unknown());
