import { z } from 'zod';

/** Submitters for whom the programme chooses whether they may submit. */
export const regulatedSubmitters = ['civilServants', 'committeeMembers'] as const;

export type RegulatedSubmitter = (typeof regulatedSubmitters)[number];

/** 'allowed-with-disclosure': the page of the initiative says that the submitter is one. */
export const submissionChoices = ['allowed', 'allowed-with-disclosure', 'refused'] as const;

export type SubmissionChoice = (typeof submissionChoices)[number];

/** Who may submit beside residents and organisations: civil servants, and members of the district committee. */
export type SubmissionRules = Record<RegulatedSubmitter, SubmissionChoice>;

const choice = z.enum(submissionChoices);

/** Small spendings of a wijkalliantie. */
export type SmallSpendingRules = {
  /** Cents: at most this much by consent of the members; the database holds it too (`spending_above_threshold`). */
  thresholdCents: number;
  /** Days that members have to answer. */
  days: number;
};

/** Bounds that keep a mistyped setting from opening the till or closing a proposal at once. */
export const smallSpendingBounds = { thresholdCents: 10_000_00, days: 60 } as const;

/** How assignments to one party are added up. */
export type ProcurementRules = {
  /** Months in which assignments of one kind to one party count together (Aanbestedingswet 2012, article 2.21). */
  months: number;
  /** Percent of a limit from which it is near. */
  nearPercent: number;
};

/** Shorter than a year would be less than the law asks. */
export const procurementBounds = { months: [12, 48], nearPercent: [50, 99] } as const;

/** Every setting and the type of its value. */
export type Settings = {
  'submission-rules': SubmissionRules;
  'small-spending': SmallSpendingRules;
  procurement: ProcurementRules;
};

export type SettingKey = keyof Settings;

/** The shape of each value in the database, and what holds until somebody chooses. */
const settings: { [Key in SettingKey]: { shape: z.ZodType<Settings[Key]>; initial: Settings[Key] } } = {
  'submission-rules': {
    shape: z.object({ civilServants: choice, committeeMembers: choice }),
    initial: { civilServants: 'allowed-with-disclosure', committeeMembers: 'allowed-with-disclosure' },
  },
  'small-spending': {
    shape: z.object({
      thresholdCents: z.int().min(1).max(smallSpendingBounds.thresholdCents),
      days: z.int().min(1).max(smallSpendingBounds.days),
    }),
    initial: { thresholdCents: 500_00, days: 7 },
  },
  procurement: {
    shape: z.object({
      months: z.int().min(procurementBounds.months[0]).max(procurementBounds.months[1]),
      nearPercent: z.int().min(procurementBounds.nearPercent[0]).max(procurementBounds.nearPercent[1]),
    }),
    initial: { months: 12, nearPercent: 80 },
  },
};

/** What stands in the database as the value it should be; the initial one when it is absent or not understood. */
export function readSetting<Key extends SettingKey>(key: Key, stored: unknown): Settings[Key] {
  const { shape, initial } = settings[key];
  const read = shape.safeParse(stored);
  return read.success ? read.data : initial;
}
