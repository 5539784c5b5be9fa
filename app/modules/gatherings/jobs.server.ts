import { z } from 'zod';
import { defineJob } from '#app/platform/jobs.server.ts';

/** What somebody who registered hears by mail. */
export const registrationNews = [
  'confirm',
  'again',
  'registered',
  'waiting',
  'offered',
  'offer-lapsed',
  'cancelled',
  'changed',
  'gathering-cancelled',
  'reminder-week',
  'reminder-day',
] as const;

export type RegistrationNews = (typeof registrationNews)[number];

export const mailRegistration = defineJob(
  'mail-gathering-registration',
  z.object({ registrationId: z.uuid(), news: z.enum(registrationNews) }),
);

/** Invites a keeper of a portfolio in the area. */
export const mailInvitation = defineJob(
  'mail-gathering-invitation',
  z.object({ gatheringId: z.uuid(), personId: z.uuid() }),
);

/** Tells somebody that they were asked to help. */
export const mailCrew = defineJob('mail-gathering-crew', z.object({ gatheringId: z.uuid(), personId: z.uuid() }));

/** Proposes clusters, pairs or tables for a round that an organiser asked it for. */
export const proposeRoundJob = defineJob('propose-round', z.object({ roundId: z.uuid() }));

/** Looks what the least change is for who came late or left. The database queues it too, at every arrival (`gathering_arrival_counts`). */
export const mendRoundsJob = defineJob('mend-rounds', z.object({ gatheringId: z.uuid() }));

/** What somebody who was there hears of what came of it. */
export const outcomeNews = ['report-out', 'item-answered', 'promise-asked'] as const;

export type OutcomeNews = (typeof outcomeNews)[number];

export const mailOutcome = defineJob(
  'mail-gathering-outcome',
  // of the report the gathering, of an answer the agenda item, of a question the promise
  z.object({ registrationId: z.uuid(), news: z.enum(outcomeNews), subjectId: z.uuid() }),
);

/** Tells people of a body that something was put forward, or who put it forward that it was answered. */
export const mailAgendaItem = defineJob(
  'mail-agenda-item',
  z.object({ itemId: z.uuid(), personId: z.uuid(), news: z.enum(['item-asked', 'item-answered']) }),
);
