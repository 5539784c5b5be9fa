import { z } from 'zod';
import { defineJob } from '#app/platform/jobs.server.ts';

/** Brings the suggestions of what changed up to date. Triggers queue it too (`mark_for_matching`), by this name. */
export const matchPortfoliosJob = defineJob('match-portfolios', z.unknown());

/** Makes all suggestions anew: what changes with the days (needs that end, words that get common) comes in by this. */
export const matchAllJob = defineJob('match-all', z.unknown());

/** Tells a keeper that another portfolio wants to meet theirs. @param otherId theirs */
export const mailInterest = defineJob(
  'mail-interest',
  z.object({ portfolioId: z.uuid(), otherId: z.uuid(), personId: z.uuid() }),
);
