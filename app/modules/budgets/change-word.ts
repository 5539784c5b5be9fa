import { changeKinds, type ChangeKind } from './change.ts';

/** Kinds of change as addresses name them. */
export const changeWords = {
  pledge: 'toezegging',
  'pledge-lowered': 'lagere-toezegging',
  overprogramming: 'overprogrammering',
  budget: 'budget',
  return: 'terug',
  move: 'verschuiven',
  release: 'vrijval',
  payment: 'betaling',
  correction: 'correctie',
} as const satisfies Record<ChangeKind, string>;

/** @returns null for a word that names no kind */
export function readChangeKind(word: string | null): ChangeKind | null {
  return changeKinds.find((kind) => changeWords[kind] === word) ?? null;
}
