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

/** Every setting and the type of its value. */
export type Settings = { 'submission-rules': SubmissionRules };

export type SettingKey = keyof Settings;

/** The shape of each value in the database, and what holds until somebody chooses. */
const settings: { [Key in SettingKey]: { shape: z.ZodType<Settings[Key]>; initial: Settings[Key] } } = {
  'submission-rules': {
    shape: z.object({ civilServants: choice, committeeMembers: choice }),
    initial: { civilServants: 'allowed-with-disclosure', committeeMembers: 'allowed-with-disclosure' },
  },
};

/** What stands in the database as the value it should be; the initial one when it is absent or not understood. */
export function readSetting<Key extends SettingKey>(key: Key, stored: unknown): Settings[Key] {
  const { shape, initial } = settings[key];
  const read = shape.safeParse(stored);
  return read.success ? read.data : initial;
}
