/** Kinds of contributions, as the view `input_contribution` and the address of their page name them. */
const words = {
  initiative: 'plan',
  note: 'briefje',
  question: 'ontwerpvraag',
  item: 'agendapunt',
  topic: 'vergaderpunt',
} as const;

export type ContributionKind = keyof typeof words;

const contributionKinds = Object.keys(words) as ContributionKind[];

/** The address of the page of a contribution. */
export function contributionHref({ kind, id }: { kind: ContributionKind; id: string }): string {
  return `/inbreng/${words[kind]}/${id}`;
}

/** The kind that an address names; null: none. */
export function kindOfWord(word: string): ContributionKind | null {
  return contributionKinds.find((kind) => words[kind] === word) ?? null;
}

export function kindOfText(text: string): ContributionKind | null {
  return contributionKinds.find((kind) => kind === text) ?? null;
}

/** What can happen with a contribution (view `input_move`), beside the steps of a plan. */
export const contributionMoves = [
  'action-made',
  'action-done',
  'action-dropped',
  'action-handed',
  'attached',
  'planned',
  'decided',
  'reported',
  'hidden',
  'put-forward',
  'asked',
  'answered-taken-up',
  'answered-partly',
  'answered-later',
  'answered-declined',
  'answered',
  'on-agenda',
  'in-minutes',
  'withdrawn',
] as const;

export type ContributionMove = (typeof contributionMoves)[number];

/** A step of a plan is named after the event of its timeline. */
export type PlanStep = { event: string };

export function moveOfText(text: string): ContributionMove | PlanStep | null {
  if (text.startsWith('event-')) return { event: text.slice('event-'.length) };
  return contributionMoves.find((move) => move === text) ?? null;
}
