import { handleJob, type JobHandler } from '#app/platform/jobs.server.ts';
import { carryOutProposal, giveUpProposal, mendRounds } from './commands/propose-round.server.ts';
import { mendRoundsJob, proposeRoundJob } from './jobs.server.ts';

const onPropose = handleJob(proposeRoundJob, async ({ roundId }, { database, now, log }) => {
  try {
    await carryOutProposal(database, roundId, now);
  } catch (error) {
    // the organiser stands in the room: better told that it failed than kept waiting for the next try
    log?.error({ error }, 'no proposal could be made for a round of a gathering');
    await giveUpProposal(database, roundId);
  }
});

const onMend = handleJob(mendRoundsJob, async ({ gatheringId }, { database }) => mendRounds(database, gatheringId));

export const roundHandlers: readonly JobHandler[] = [onPropose, onMend];
