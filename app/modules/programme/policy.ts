import type { Actor } from '#app/modules/people/actor.ts';
import { canActFor, canReadWorkOf, hasRole, mayReadWork, type Policy } from '#app/modules/people/policy.ts';

/** Guard of the editor's desk. */
export const readsTexts: Policy = mayReadWork('editor');

/** Guard of rewriting what a body says of itself; which body depends on the object. */
export const writesTexts: Policy = hasRole('editor');

/** Rewrites what a body says of itself: its own editor, or that of the programme office. */
export function mayWriteTexts(actor: Actor, bodyId: string): ReturnType<typeof canActFor> {
  return canActFor(actor, bodyId, 'editor');
}

/** Sees every wording, with who wrote it. */
export function mayReadTexts(actor: Actor, bodyId: string): ReturnType<typeof canActFor> {
  return canReadWorkOf(actor, bodyId, 'editor');
}
