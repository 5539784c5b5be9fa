import type { CalendarDate } from '#app/kernel/calendar-date.ts';

/** 'open' until somebody closes it after its last day, 'closed' until a second person confirms the split. */
export type CallState = 'open' | 'closed' | 'decided';

/** How a call stands on a day: an open one may not have begun, or be past its last day. */
export type CallStanding = 'coming' | 'open' | 'to-close' | 'closed' | 'decided';

export function standingOf(
  call: { state: CallState; opensOn: CalendarDate; closesOn: CalendarDate },
  today: CalendarDate,
): CallStanding {
  if (call.state !== 'open') return call.state;
  if (today < call.opensOn) return 'coming';
  return today > call.closesOn ? 'to-close' : 'open';
}

/**
 * The call that people mean when they name no year: the one that can be applied for today, else the newest.
 * @param calls the newest first
 */
export function currentCall<Call extends { standing: CallStanding }>(calls: readonly Call[]): Call | null {
  return calls.find(({ standing }) => standing === 'open') ?? calls[0] ?? null;
}

export const evidenceKinds = ['maex', 'social-handprint', 'other'] as const;

export type EvidenceKind = (typeof evidenceKinds)[number];

/** What came of a visit: whether the value holds up. */
export const visitFindings = ['holds', 'partly', 'not'] as const;

export type VisitFinding = (typeof visitFindings)[number];

export const donorKinds = ['resident', 'company', 'organisation'] as const;

export type DonorKind = (typeof donorKinds)[number];

/** Who chooses nothing stays anonymous. */
export const donorDisplays = ['anonymous', 'name'] as const;

export type DonorDisplay = (typeof donorDisplays)[number];

/** Longest texts, in characters; the database says the same. */
export const longestText = {
  story: 3000,
  evidenceName: 120,
  metWith: 300,
  seen: 3000,
  reason: 2000,
  motivation: 3000,
  donor: 120,
} as const;

/** A year as it stands in an address; null for anything else. */
export function parseYear(text: string): number | null {
  return /^[12]\d{3}$/.test(text) ? Number(text) : null;
}
