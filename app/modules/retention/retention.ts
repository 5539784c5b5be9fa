import { z } from 'zod';
import { dayField } from '#app/kernel/form-fields.ts';

/**
 * Kinds of data that are removed some day. The database knows the same names (`retention_row`, `shortest_retention`), from
 * which day each runs, and what is removed of it. What is on no list stays: the record of decisions, plans and money, which names no
 * private person, and what people remove themselves.
 */
export const retentionKinds = [
  'receipts',
  'claims',
  'claims-refused',
  'claim-notes',
  'sign-ups',
  'ages',
  'elsewhere',
  'bank-accounts',
  'bank-account-rests',
  'bank-looks',
  'payment-lines',
  'bank-checks',
  'statement-words',
  'payment-reasons',
  'batch-notes',
  'stripe-accounts',
  'stripe-events',
  'gift-names',
  'refund-reasons',
  'conversations',
  'portfolios-left',
  'keeper-invitations',
  'portfolio-claims',
  'gathering-unconfirmed',
  'gathering-wishes',
  'gathering-registrations',
  'gathering-visits',
  'gathering-promisers',
  'gathering-hidden-notes',
  'gathering-note-names',
  'minutes-names',
  'action-people',
  'subscribers-unconfirmed',
  'accounts-unused',
  'sessions',
  'sign-in-codes',
  'email-changes',
  'second-factor-tries',
  'organisation-requests',
  'interest-notes',
  'standing-interest-notes',
  'standing-interests',
  'integrity-texts',
  'integrity-looks',
  'vote-rights',
  'vote-tables',
  'vote-signals',
  'households',
  'loose-evidence',
  'removed-photos',
  'demo-mails',
] as const;

export type RetentionKind = (typeof retentionKinds)[number];

export const retentionUnits = ['day', 'month'] as const;

/** How long: so many days or months (`retention_period_amount`). */
export type Period = { amount: number; unit: (typeof retentionUnits)[number] };

/** The most of each unit that can be chosen. */
const longestPeriod = { day: 366, month: 360 } as const;

/** Longest reason, in characters (`retention_period_reason`). */
export const longestReason = 500;

const mistake = (key: string) => `retention:mistake.${key}`;

export const retentionForm = z
  .object({
    formKey: z.uuid(mistake('form')),
    kind: z.enum(retentionKinds, mistake('kind')),
    amount: z.coerce.number(mistake('amount')).int(mistake('amount')).min(1, mistake('amount')),
    unit: z.enum(retentionUnits, mistake('unit')),
    startsOn: dayField(mistake('startsOn')),
    reason: z.string(mistake('reason')).trim().min(3, mistake('reason')).max(longestReason, mistake('reasonTooLong')),
  })
  .refine(({ amount, unit }) => amount <= longestPeriod[unit], { path: ['amount'], message: mistake('amount') });
