import { hasRole, mayReadWork, type Policy } from '#app/modules/people/policy.ts';

/** Guard of the words that search knows. */
export const readsSearchWords: Policy = mayReadWork('editor', 'administrator');

/** Guard of changing them; they are of the whole programme, whatever body an editor is of. */
export const keepsSearchWords: Policy = hasRole('editor', 'administrator');
