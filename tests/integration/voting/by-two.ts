import { annulling as annullingStep } from '#app/modules/voting/commands/annul-count.server.ts';
import { cancelling as cancellingStep } from '#app/modules/voting/commands/cancel-vote.server.ts';
import { countVote } from '#app/modules/voting/commands/count-vote.server.ts';
import { testNow } from '#tests/factories/index.ts';
import { by, must, revisionOf, type VoteScene } from './vote-scene.ts';
import { afterClosing } from './winner-scene.ts';

const given = async (scene: VoteScene, personId: string, now = testNow) =>
  [{ voteId: scene.voteId, revision: await revisionOf(scene) }, await by(scene.database, personId, now)] as const;

/** What people of the body do with a count that was wrong, each as the person given. */
export function annulling(scene: VoteScene) {
  const as = async (personId: string) => given(scene, personId, afterClosing);
  return {
    propose: async (personId: string) => {
      const [order, context] = await as(personId);
      return annullingStep.propose({ ...order, reason: 'Een stapel stembriefjes telde dubbel.' }, context);
    },
    annul: async (personId: string) => annullingStep.confirm(...(await as(personId))),
    drop: async (personId: string) => annullingStep.drop(...(await as(personId))),
    count: async (personId: string) => countVote(...(await as(personId))),
  };
}

/** Cancelling a vote, each step as the person given. */
export function cancelling(scene: VoteScene, now = testNow) {
  return {
    propose: async (personId: string) => {
      const [order, context] = await given(scene, personId, now);
      return cancellingStep.propose({ ...order, reason: 'Het regent.' }, context);
    },
    confirm: async (personId: string) => cancellingStep.confirm(...(await given(scene, personId, now))),
    drop: async (personId: string) => cancellingStep.drop(...(await given(scene, personId, now))),
  };
}

/** Cancelled by two, with the reason `Het regent.` */
export async function cancelled(scene: VoteScene, now = testNow): Promise<void> {
  must(await cancelling(scene, now).propose(scene.preparer));
  must(await cancelling(scene, now).confirm(scene.announcer));
}
