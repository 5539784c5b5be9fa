import { z } from 'zod';
import { defineJob } from '#app/platform/jobs.server.ts';

/** Mails everybody who may confirm a proposal that it waits for them, as it is at this revision. */
export const mailProposalWaiting = defineJob(
  'mail-proposal-waiting',
  z.object({ decisionId: z.uuid(), revision: z.int() }),
);

/** Mails the members of the organisation that got an assignment without a plan. */
export const mailAssignmentGiven = defineJob('mail-assignment-given', z.object({ decisionId: z.uuid() }));
