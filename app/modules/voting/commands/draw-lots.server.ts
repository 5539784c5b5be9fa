import { accepted, refused } from '#app/kernel/outcome.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { readResult, type VoteResult } from '../result.ts';
import { stepByTwo } from '../step-by-two.server.ts';
import { counting, countedIn, type CountRefusal } from './count-vote.server.ts';

/** The order that a lot gave to the projects of a tie, and when and where it was drawn, in public. */
export type DrawnLot = { lots: readonly number[]; drawnAt: Instant; place: string };

type Refusal =
  CountRefusal | 'confirms-itself' | 'already-proposed' | 'lots-incomplete' | 'drawn-before-tie' | 'drawn-in-future';

/** Entering a lot. Somebody else who saw it drawn confirms, and thereby counts the vote again. */
export const drawingLots = stepByTwo<DrawnLot, VoteResult['is'], Refusal>(
  {
    ...counting,
    refusals: {
      ...counting.refusals,
      vote_lot_pkey: 'already-proposed',
      vote_lot_two_persons: 'confirms-itself',
      vote_lot_whole: 'lots-incomplete',
      vote_lot_after_tie: 'drawn-before-tie',
      vote_lot_drawn: 'drawn-in-future',
      vote_move: 'move-impossible',
    },
  },
  {
    propose: async (tx, { id: voteId }, { lots, drawnAt, place }, { actor, now }) => {
      const tie = await tx.voteCount.findFirst({ where: { voteId }, orderBy: { attempt: 'desc' } });
      if (tie === null || readResult(tie.result)?.is !== 'tie') return refused('move-impossible');
      await tx.voteLot.create({
        data: {
          ...{ voteId, attempt: tie.attempt, lots: [...lots], drawnAt, place },
          ...{ proposerId: actor.person.id, proposedAt: now },
        },
      });
      return accepted();
    },
    confirm: async (tx, { id: voteId }, { actor, now }) =>
      tx.voteLot.updateMany({
        where: { voteId, confirmedAt: null },
        data: { confirmerId: actor.person.id, confirmedAt: now },
      }),
    confirmed: countedIn,
    drop: async (tx, { id: voteId }) => tx.voteLot.deleteMany({ where: { voteId, confirmedAt: null } }),
  },
);
