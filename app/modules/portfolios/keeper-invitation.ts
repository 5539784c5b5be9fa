import { addMinutes, type Instant } from '#app/kernel/instant.ts';

/** What became of an invitation (constraint `keeper_invitation_answer`). */
export type InvitationAnswer = 'accepted' | 'declined' | 'withdrawn' | 'expired' | 'repeated';

/** After so many days nobody can accept any more: who invited has asked in another way by then. */
export const daysToAnswer = 14;

/**
 * So many addresses one person tries in a day, in all their groups together and whatever came of it. A group has at most twenty
 * keepers, so ten a day is enough for who means it, and too few for who goes through a list of addresses to have them mailed.
 */
export const mostInvitationsADay = 10;

const minutesOfDay = 24 * 60;

/** Invitations of this moment or before can not be accepted any more. */
export function expiredUntil(now: Instant): Instant {
  return addMinutes(now, -daysToAnswer * minutesOfDay);
}

/** Last moment at which an invitation can be accepted. */
export function answerableUntil(invitedAt: Instant): Instant {
  return addMinutes(invitedAt, daysToAnswer * minutesOfDay);
}

/** Tries after this moment count for today. */
export function triesSince(now: Instant): Instant {
  return addMinutes(now, -minutesOfDay);
}
