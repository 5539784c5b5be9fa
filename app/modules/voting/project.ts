import type { Stage } from '#app/modules/initiatives/stage.ts';

/**
 * Stages in which an initiative can be put up: it passed the loket, and no decision was taken on it. Not one that still explores: nothing
 * can be granted to it, so it would win in vain.
 */
export const projectStages: readonly Stage[] = ['accepted', 'scoring', 'deciding', 'parked'];
