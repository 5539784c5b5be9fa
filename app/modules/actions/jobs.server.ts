import { z } from 'zod';
import { instant } from '#app/kernel/instant.ts';
import { defineJob } from '#app/platform/jobs.server.ts';

const byClock = z.object({ _cron: z.object({ ts: z.string().transform(instant) }).optional() }).catch({});

/** Looks once a day who has to be reminded. A day on which no worker ran is made up for. */
export const remindActions = defineJob('remind-actions', byClock);

/** Queues the weekly digest for who leads a body. */
export const digestActions = defineJob('digest-actions', byClock);

/** Tells somebody that an action is theirs. */
export const mailActionGiven = defineJob('mail-action-given', z.object({ actionId: z.uuid(), personId: z.uuid() }));

/** Reminds one person of all their actions of a day at once; to the chair of those of others. */
export const mailReminders = defineJob(
  'mail-action-reminders',
  z.object({ personId: z.uuid(), to: z.enum(['owner', 'chair']), actionIds: z.array(z.uuid()).min(1) }),
);

/** The week's digest of a body for one person. */
export const mailDigest = defineJob('mail-action-digest', z.object({ bodyId: z.uuid(), personId: z.uuid() }));

/** Looks each hour what happened with what people put in. */
export const tellMovesJob = defineJob('tell-input-moves', z.unknown());

/** Tells one person what happened with what they put in. */
export const mailMoves = defineJob(
  'mail-input-moves',
  z.object({
    personId: z.uuid(),
    moves: z.array(z.object({ kind: z.string(), inputId: z.uuid(), move: z.string() })).min(1),
  }),
);
