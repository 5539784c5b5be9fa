import { isDeepStrictEqual } from 'node:util';
import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { withStep, type TypedValues } from '../draft.ts';
import { holdsTooMuch } from '../forms/typed.ts';
import { draftToEdit, lockOwnInitiative, saveDraft } from '../initiative.store.server.ts';
import { mayEditContent } from '../policy.ts';
import type { TypedStep } from '../steps.ts';

export type SaveDraftStep<Step extends TypedStep> = {
  draftId: string;
  step: Step;
  /** As typed, right or wrong. */
  values: TypedValues[Step];
  /** Revision that the person started from. */
  revision: number;
};

export type SaveDraftRefusal = 'initiative-unknown' | 'stage-does-not-allow' | 'changed-meanwhile' | 'text-too-long';

/**
 * Keeps what was typed in one step, of any quality: whether it is complete is asked on submitting.
 * Somebody else's draft is 'initiative-unknown'; what was changed in another window is not overwritten.
 * @returns the revision to go on from
 */
export async function saveDraftStep<Step extends TypedStep>(
  input: SaveDraftStep<Step>,
  context: Context<SignedIn>,
): Promise<Outcome<{ revision: number }, SaveDraftRefusal>> {
  if (!isId(input.draftId)) return refused('initiative-unknown');
  if (holdsTooMuch(input.values)) return refused('text-too-long');
  return inTransaction<{ revision: number }, SaveDraftRefusal>(context, async (tx) => {
    const own = await lockOwnInitiative(tx, input.draftId, context.actor.person.id);
    if (!own) return refused('initiative-unknown');
    if (!mayEditContent(own.stage)) return refused('stage-does-not-allow');
    const draft = await draftToEdit(tx, own);
    // saving the same again changes nothing, so it cannot get in anybody's way
    const isSame = draft.seen.includes(input.step) && isDeepStrictEqual(draft.steps[input.step], input.values);
    if (isSame) return accepted({ revision: own.revision });
    if (input.revision !== own.revision) return refused('changed-meanwhile');
    return accepted({ revision: await saveDraft(tx, own.id, withStep(draft, input.step, input.values), context.now) });
  });
}
