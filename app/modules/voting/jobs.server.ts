import { z } from 'zod';
import { defineJob } from '#app/platform/jobs.server.ts';

/** Mails who brought a plan what the vote came to, once for each count. */
export const mailVoteOutcome = defineJob('mail-vote-outcome', z.object({ voteId: z.uuid(), attempt: z.int() }));

/** Mails who brought a plan that the vote was cancelled. */
export const mailVoteCancelled = defineJob('mail-vote-cancelled', z.object({ voteId: z.uuid() }));

/** By the clock. */
export const keepTimeJob = defineJob('open-and-close-votes', z.unknown());
export const shuffleJob = defineJob('shuffle-ballots', z.unknown());
/** The last ballots of a vote that ended, once nothing comes any more. */
export const shuffleLastJob = defineJob('shuffle-last-ballots', z.unknown());
export const watchJob = defineJob('watch-votes', z.unknown());

/** Tells the controlegroep of a signal, once. */
export const tellSignal = defineJob('tell-vote-signal', z.object({ signalId: z.uuid() }));
export const mailSignal = defineJob('mail-vote-signal', z.object({ signalId: z.uuid(), personId: z.uuid() }));
