import type { OrganisationFact } from '../types.ts';
import { communityPartners } from './community-partners.ts';
import { energyAndWork } from './energy-and-work.ts';
import { institutions } from './institutions.ts';
import { networks } from './networks.ts';

/** Organisations and networks that the papers name. */
export const organisations: OrganisationFact[] = [...networks, ...energyAndWork, ...communityPartners, ...institutions];
