import type { Instant } from '#app/kernel/instant.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { SignedIn } from '../actor.ts';
import { maskedEmail } from '../email-change.ts';
import { hasMailbox } from '../person.ts';
import { hasSecondFactor } from '../second-factor.store.server.ts';
import { triesPerCode } from '../sign-in-code.ts';

/** What the page of one's mail address shows: addresses masked, because somebody else may look along. */
export type EmailChangeView = {
  /** Empty: none yet. */
  address: string;
  /** The address that waits for its code, and until when; null: none. */
  waiting: { address: string; until: Instant } | null;
  /** The second step comes first. */
  needsSecondFactor: boolean;
};

export async function emailChangeView(database: Database, actor: SignedIn, now: Instant): Promise<EmailChangeView> {
  const personId = actor.person.id;
  const last = await database.emailChange.findFirst({
    where: { personId },
    orderBy: [{ createdAt: 'desc' }, { expiresAt: 'desc' }, { id: 'desc' }],
  });
  const isWaiting = last !== null && last.confirmedAt === null && last.expiresAt > now && last.tries < triesPerCode;
  return {
    address: hasMailbox(actor.person.email) ? maskedEmail(actor.person.email) : '',
    waiting: isWaiting ? { address: maskedEmail(last.newEmail), until: last.expiresAt } : null,
    needsSecondFactor: !actor.secondFactor && (await hasSecondFactor(database, personId)),
  };
}
