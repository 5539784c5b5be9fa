import type { Instant } from '#app/kernel/instant.ts';
import type { Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { Context, Database } from '#app/platform/database.server.ts';
import type { SealingKeys } from '#app/platform/sealing.server.ts';
import type { DemoPlan } from '#prisma/demo/plans.ts';

/** The opgaveteam in which the demo plays. */
export const demoBody = 'eigenaarschap-inclusie-democratie';

/**
 * When the plan of a year was adopted: in the autumn before, so that the demo has a past on New Year's Day too; the first
 * of the four years when its money came.
 */
export function adoptedOn(year: number, { firstYear }: { firstYear: number }): Instant {
  return new Date(year === firstYear ? `${String(year)}-01-02T09:00:00Z` : `${String(year - 1)}-10-01T09:00:00Z`);
}

/** What the parts of the demo share. */
export type DemoWorld = {
  database: Database;
  now: Instant;
  bodyId: string;
  fundId: string;
  /** What bank accounts are sealed with. */
  bankKeys: SealingKeys;
  /** Somebody of the demo, so many days ago. */
  as: (account: string, daysAgo: number) => Promise<Context<SignedIn>>;
  personId: (account: string) => string;
};

export type SubmittedPlan = { plan: DemoPlan; initiativeId: string; slug: string };

/** The value of a command that must succeed here. @throws Error with the reason when it is refused: a mistake in the demo */
export function expectAccepted<Value>(outcome: Outcome<Value, string>): Value {
  if (!outcome.ok) throw new Error(`the demo was refused: ${outcome.reason}`);
  return outcome.value;
}
