import { z } from 'zod';
import { defineJob } from '#app/platform/jobs.server.ts';

/** Tells budget holders and the controlegroep that a prepared assignment comes near a limit or over it, as it is at this revision. */
export const mailProcurementWarning = defineJob(
  'mail-procurement-warning',
  z.object({ decisionId: z.uuid(), revision: z.int() }),
);
