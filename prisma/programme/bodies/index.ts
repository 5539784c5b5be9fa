import type { BodyFact } from '../types.ts';
import { boardAndOpgaveteams } from './board-and-opgaveteams.ts';
import { werkgroepenAndWijkallianties } from './werkgroepen-and-wijkallianties.ts';

/** The bodies of the programme; each comes after the one it reports to. */
export const bodies: BodyFact[] = [...boardAndOpgaveteams, ...werkgroepenAndWijkallianties];
