import { z } from 'zod';
import { instant } from '#app/kernel/instant.ts';
import { defineJob } from '#app/platform/jobs.server.ts';

/** Tells somebody that a message waits; never what it says. */
export const mailMessage = defineJob(
  'mail-message',
  z.object({ conversationId: z.uuid(), personId: z.uuid(), sentAt: z.string().transform(instant) }),
);

/** Tells a keeper that their portfolio and another chose each other. */
export const mailMatch = defineJob('mail-match', z.object({ matchId: z.uuid(), personId: z.uuid() }));

/** Asks a keeper what became of a match. */
export const mailMatchOutcome = defineJob('mail-match-outcome', z.object({ matchId: z.uuid(), personId: z.uuid() }));

/** Asks an address whether its person wants to keep a group too. */
export const mailKeeperInvitation = defineJob('mail-keeper-invitation', z.object({ invitationId: z.uuid() }));

/** Tells the office that somebody says they belong to a plan of the papers. */
export const mailClaim = defineJob('mail-portfolio-claim', z.object({ claimId: z.uuid(), personId: z.uuid() }));

/** Tells who said so what the office answered. */
export const mailClaimAnswer = defineJob('mail-portfolio-claim-answer', z.object({ claimId: z.uuid() }));

/** Tells the editors that a conversation was reported. */
export const mailReport = defineJob('mail-report', z.object({ reportId: z.uuid(), personId: z.uuid() }));

/** Tells who reported what an editor did. */
export const mailReportAnswer = defineJob('mail-report-answer', z.object({ reportId: z.uuid() }));

/** Tells a keeper of what was reported that an editor warns them, or hid their portfolio. */
export const mailReportedSide = defineJob('mail-reported-side', z.object({ reportId: z.uuid(), personId: z.uuid() }));

/** Looks every night which matches are half a year old. */
export const askMatchOutcomes = defineJob('ask-match-outcomes', z.unknown());
