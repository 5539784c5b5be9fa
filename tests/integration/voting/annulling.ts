import { confirmAnnulment, dropAnnulment, proposeAnnulment } from '#app/modules/voting/commands/annul-count.server.ts';
import { countVote } from '#app/modules/voting/commands/count-vote.server.ts';
import { by, revisionOf, type VoteScene } from './vote-scene.ts';
import { afterClosing } from './winner-scene.ts';

/** What people of the body do with a count that was wrong, each as the person given. */
export function annulling(scene: VoteScene) {
  const { database, voteId } = scene;
  const given = async (personId: string) =>
    [{ voteId, revision: await revisionOf(scene) }, await by(database, personId, afterClosing)] as const;
  return {
    propose: async (personId: string) => {
      const [order, context] = await given(personId);
      return proposeAnnulment({ ...order, reason: 'Een stapel stembriefjes telde dubbel.' }, context);
    },
    annul: async (personId: string) => confirmAnnulment(...(await given(personId))),
    drop: async (personId: string) => dropAnnulment(...(await given(personId))),
    count: async (personId: string) => {
      const [order, context] = await given(personId);
      return countVote({ ...order, lots: [] }, context);
    },
  };
}
