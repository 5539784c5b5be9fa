import type { InitiativeFact } from '../types.ts';
import { energy } from './energy.ts';
import { housingAndNeighbourhood } from './housing-and-neighbourhood.ts';
import { krachtVanNieuwWest } from './kracht-van-nieuw-west.ts';
import { ownershipAndDemocracy } from './ownership-and-democracy.ts';
import { wildemanAndStrongNeighbourhoods } from './wildeman-and-strong-neighbourhoods.ts';
import { youthWorkAndLearning } from './youth-work-and-learning.ts';

/** Initiatives that the papers name or describe. */
export const initiatives: InitiativeFact[] = [
  ...housingAndNeighbourhood,
  ...energy,
  ...wildemanAndStrongNeighbourhoods,
  ...youthWorkAndLearning,
  ...krachtVanNieuwWest,
  ...ownershipAndDemocracy,
];
