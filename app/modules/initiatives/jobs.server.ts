import { z } from 'zod';
import { defineJob } from '#app/platform/jobs.server.ts';

/** Mails the submitter about a step on the timeline. */
export const mailInitiativeStep = defineJob('mail-initiative-step', z.object({ eventId: z.uuid() }));
