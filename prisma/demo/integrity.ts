import type { Level, QuestionKind } from '#app/modules/integrity/question.ts';
import type { StandingKind } from '#app/modules/integrity/standing.ts';

type DemoLine = {
  kind: StandingKind;
  /** Slug. */
  organisation?: string;
  isPaid?: boolean;
  gift?: string;
  /** Value of a gift. */
  euros?: number;
  isKept?: boolean;
  note?: string;
  /** Months ago. */
  since: number;
};

/** What people of the demo declared; invented. `statedDaysAgo` null: not said yet that it is all. */
export const demoInterests: readonly { account: string; lines: readonly DemoLine[]; statedDaysAgo: number | null }[] = [
  {
    account: 'voorzitter',
    lines: [{ kind: 'position', organisation: 'hogeschool-van-amsterdam', isPaid: true, since: 30 }],
    statedDaysAgo: 40,
  },
  {
    account: 'lid',
    lines: [
      { kind: 'board', organisation: 'hogeschool-inholland', since: 20 },
      {
        kind: 'gift',
        organisation: 'combiwel',
        gift: 'Voorbeeld: diner bij een jubileum',
        euros: 65,
        isKept: true,
        since: 3,
      },
      { kind: 'family', organisation: 'saaam', note: 'Voorbeeld: mijn broer geeft er les.', since: 12 },
    ],
    statedDaysAgo: 12,
  },
  { account: 'budgethouder', lines: [], statedDaysAgo: 100 },
  { account: 'programmamanager', lines: [], statedDaysAgo: 30 },
  {
    account: 'beoordelaar-2',
    lines: [{ kind: 'position', organisation: 'eigenwijks', isPaid: true, since: 48 }],
    statedDaysAgo: 410,
  },
  { account: 'controlegroep', lines: [], statedDaysAgo: 20 },
  {
    account: 'bestuurslid',
    lines: [{ kind: 'position', organisation: 'woon', isPaid: true, since: 60 }],
    statedDaysAgo: 15,
  },
  { account: 'penningmeester', lines: [], statedDaysAgo: 55 },
];

/** Questions about integrity of the demo; invented. */
export const demoQuestions: readonly {
  daysAgo: number;
  kind: QuestionKind;
  about: readonly Level[];
  isAboutProgramme: boolean;
  text: string;
  answer?: { by: string; afterDays: number; text: string };
  outcome?: string;
}[] = [
  {
    daysAgo: 55,
    kind: 'question',
    about: [],
    isAboutProgramme: false,
    text: 'Voorbeeld: bij het laatste besluit zat iemand aan tafel die ook bij de aanvrager werkt. Mag dat?',
    answer: {
      by: 'voorzitter',
      afterDays: 6,
      text: 'Voorbeeld: goed dat je het vraagt. Die persoon verliet de tafel voor dit besluit; dat staat bij het besluit onder “Wie deden mee”.',
    },
    outcome:
      'Voorbeeld: iemand vroeg of een aanwezige mocht meebeslissen. Die persoon hield zich erbuiten en dat stond in het besluit. We zeggen dit voortaan ook hardop aan het begin.',
  },
  {
    daysAgo: 24,
    kind: 'report',
    about: [],
    isAboutProgramme: false,
    text: 'Voorbeeld: een uitnodiging voor een etentje ging alleen naar twee leden van het team, vlak voor de ronde.',
  },
  {
    daysAgo: 3,
    kind: 'question',
    about: ['chair'],
    isAboutProgramme: false,
    text: 'Voorbeeld: wie kijkt mee als de voorzitter zelf een belang heeft?',
  },
  {
    daysAgo: 2,
    kind: 'question',
    about: [],
    isAboutProgramme: false,
    text: 'Voorbeeld: waarom werd het ene plan wel en het andere niet besproken?',
  },
];
