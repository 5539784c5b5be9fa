import type { PublishedDecision } from './published.ts';

/** Since version 3 a publication says by whom it was put in the register, what it rests on and what somebody can do who disagrees. */
export function saysBasis(published: PublishedDecision): published is Extract<PublishedDecision, { version: 3 | 4 }> {
  return published.version === 3 || published.version === 4;
}
