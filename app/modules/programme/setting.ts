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

/** Licences under which the programme can give its open data away. */
export const licences = {
  'CC0-1.0': { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  'CC-BY-4.0': { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
} as const;

export type Licence = keyof typeof licences;

export const licenceNames = Object.keys(licences) as [Licence, ...Licence[]];

/**
 * Categories of the Woo in which documents can be published: the number in the name of the sitemap index, and the code of TOOI.
 * 1 to 17 are those of article 3.3; the last is what a body publishes without having to (article 3.1).
 */
export const wooCategories = {
  'agendas-and-decisions': {
    number: '009',
    code: 'c_3a248e3a',
    label: 'agenda’s en besluitenlijsten bestuurscolleges',
  },
  'meeting-papers': { number: '008', code: 'c_db4862c3', label: 'vergaderstukken decentrale overheden' },
  subsidies: { number: '013', code: 'c_cf268088', label: 'subsidieverplichtingen anders dan met beschikking' },
  'individual-decisions': { number: '016', code: 'c_46a81018', label: 'beschikkingen' },
  'best-effort': { number: '018', code: 'c_816e508d', label: 'inspanningsverplichting art 3.1 Woo' },
} as const;

export type WooCategory = keyof typeof wooCategories;

export const wooCategoryNames = Object.keys(wooCategories) as [WooCategory, ...WooCategory[]];

/** As 360Giving gives them out. */
export const grantPrefixShape = /^360G-[A-Za-z0-9]{2,40}$/;

/** How what is public is given away. */
export type OpenDataRules = {
  licence: Licence;
  /** Who publishes, by name. */
  publisher: string;
  /** Where people ask about the data; empty: nowhere but the page. */
  contact: string;
  /** What ids of grants and of organisations without a number begin with (360Giving gives it out). */
  grantPrefix: string;
  /** Under which category of the Woo each kind of document is published. */
  decisionCategory: WooCategory;
  meetingCategory: WooCategory;
};

/** Every setting and the type of its value. */
export type Settings = {
  'submission-rules': SubmissionRules;
  'small-spending': SmallSpendingRules;
  procurement: ProcurementRules;
  'open-data': OpenDataRules;
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
  'open-data': {
    shape: z.object({
      licence: z.enum(licenceNames),
      publisher: z.string().min(1).max(200),
      contact: z.string().max(200),
      grantPrefix: z.string().regex(grantPrefixShape),
      decisionCategory: z.enum(wooCategoryNames),
      meetingCategory: z.enum(wooCategoryNames),
    }),
    initial: {
      licence: 'CC0-1.0',
      publisher: 'Nationaal Programma Samen Nieuw-West',
      contact: '',
      grantPrefix: '360G-SamenNieuwWest',
      decisionCategory: 'best-effort',
      meetingCategory: 'best-effort',
    },
  },
};

/** What stands in the database as the value it should be; the initial one when it is absent or not understood. */
export function readSetting<Key extends SettingKey>(key: Key, stored: unknown): Settings[Key] {
  const { shape, initial } = settings[key];
  const read = shape.safeParse(stored);
  return read.success ? read.data : initial;
}
