import { z } from 'zod';
import { defineJob } from '#app/platform/jobs.server.ts';

/** What happened to somebody's bank account. */
export const accountChanges = ['added', 'changed', 'removed'] as const;

/** Tells a person that their bank account changed, in case it was somebody else. `before`: the account that this one replaced. */
export const mailAccountChange = defineJob(
  'mail-account-change',
  z.object({ accountId: z.uuid(), change: z.enum(accountChanges), before: z.uuid().nullable() }),
);
