import { z } from 'zod';
import { defineJob } from '#app/platform/jobs.server.ts';

/** Tells a volunteer that hours or expenses of theirs were approved or refused. All claims are of one person. */
export const mailClaimAnswer = defineJob('mail-claim-answer', z.object({ claimIds: z.array(z.uuid()).min(1) }));

/** Publishes the figures of months whose day has come. */
export const publishMonthsJob = defineJob('publish-months', z.unknown());

/** Tells somebody that a coordinator signed them up at the door. */
export const mailSignedUp = defineJob('mail-signed-up', z.object({ activityId: z.uuid(), personId: z.uuid() }));
