import type { CriteriaSetFact } from '../types.ts';
import { criteriaEigenaarschapInclusieDemocratie } from './eigenaarschap-inclusie-democratie.ts';
import { criteriaWonenEnLeefomgeving } from './wonen-en-leefomgeving.ts';

/** Criteria per opgaveteam. The papers hold no set for all teams together, so there is none here. */
export const criteriaSets: CriteriaSetFact[] = [criteriaWonenEnLeefomgeving, criteriaEigenaarschapInclusieDemocratie];
