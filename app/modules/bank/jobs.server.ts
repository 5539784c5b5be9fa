import { z } from 'zod';
import { defineJob } from '#app/platform/jobs.server.ts';

/** Tells a person that their bank account changed, in case it was somebody else. `before`: the account that this one replaced. */
export const mailAccountChange = defineJob(
  'mail-account-change',
  z.object({ accountId: z.uuid(), change: z.enum(['added', 'changed', 'removed']), before: z.uuid().nullable() }),
);
