import type { Instant } from '#app/kernel/instant.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import type { GatheringForm } from './gathering.ts';

/** What happens in a part of the evening (`gathering_round_kind`). */
export const roundKinds = ['clusters', 'pairs', 'groups', 'market', 'workshops'] as const;
export type RoundKind = (typeof roundKinds)[number];

export const roundStates = ['planned', 'open', 'done'] as const;
export type RoundState = (typeof roundStates)[number];

/** How a proposal for a round stands; asked: the worker is at it. */
export const proposalStates = ['none', 'asked', 'ready', 'failed'] as const;
export type ProposalState = (typeof proposalStates)[number];

/** The database keeps to the same words. @throws Error for another one */
function oneOf<Word extends string>(words: readonly Word[], text: string): Word {
  const found = words.find((word) => word === text);
  if (found === undefined) throw new Error(`not one of ${words.join(', ')}: ${text}`);
  return found;
}

export const roundKind = (text: string): RoundKind => oneOf(roundKinds, text);
export const roundState = (text: string): RoundState => oneOf(roundStates, text);
export const proposalState = (text: string): ProposalState => oneOf(proposalStates, text);

/** Rounds in which people sit at tables that the product proposes. */
export type SeatedKind = Extract<RoundKind, 'pairs' | 'groups'>;

export function isSeated(kind: RoundKind): kind is SeatedKind {
  return kind === 'pairs' || kind === 'groups';
}

/** How an evening of each form usually goes, in minutes. */
export const usualRounds: Record<GatheringForm, readonly { kind: RoundKind; minutes: number }[]> = {
  rounds: [
    { kind: 'clusters', minutes: 20 },
    { kind: 'pairs', minutes: 20 },
    { kind: 'groups', minutes: 40 },
  ],
  open: [
    { kind: 'market', minutes: 45 },
    { kind: 'workshops', minutes: 30 },
    { kind: 'workshops', minutes: 30 },
  ],
};

/** What an organiser can do to a round that stands so. */
export const roundSteps = {
  open: { from: 'planned', to: 'open' },
  done: { from: 'open', to: 'done' },
  'not-open': { from: 'open', to: 'planned' },
  'not-done': { from: 'done', to: 'open' },
} as const satisfies Record<string, { from: RoundState; to: RoundState }>;
export type RoundStep = keyof typeof roundSteps;

/** Bounds of what is typed (`gathering_round_minutes`, `_title`, `_seats`). */
export const roundBounds = { minutes: { least: 1, most: 480 }, title: 80, seats: { least: 2, most: 12 } } as const;

/** More rounds than an evening can have. */
export const mostRounds = 12;

/** Until when a round runs; null: it is not open. */
export function endsAtOf({
  openedAt,
  minutes,
  state,
}: {
  openedAt: Date | null;
  minutes: number;
  state: RoundState;
}): Instant | null {
  return state !== 'open' || openedAt === null ? null : addMinutes(openedAt, minutes);
}

/** A name for whoever is in the room: the first word of what somebody typed for their name card. */
export function firstNameOf(name: string): string {
  return name.trim().split(/\s+/)[0] ?? '';
}

/** Days after its end in which who was there can still say with whom they go on. */
export const goOnDays = 14;
