import { stemOf } from './stem.ts';

/** What somebody wants with a subject; it tells less than the subject does. */
const general: ReadonlySet<string> = new Set(
  'straat wijk buurt plek plaats ruimte groep activiteit iemand mensen samen gratis hulp help helpen support cursus bijeenkomst'
    .split(' ')
    .map(stemOf),
);

export const isGeneralWord = (stem: string): boolean => general.has(stem);
