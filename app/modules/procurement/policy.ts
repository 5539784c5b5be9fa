import { mayReadWork, type Policy } from '#app/modules/people/policy.ts';

/** Who sees what all parties get in assignments, over all teams: who guards the money. */
export const readsAssignments: Policy = mayReadWork('budget_holder', 'treasurer', 'programme_manager', 'chair');
