import type { Cents } from '#app/kernel/money.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { checkBallot, tidyChoices, type Choosable } from './ballot.ts';
import type { BallotRule } from './vote.ts';

/** Why a paper cannot count; the database knows the same (`vote_invalid_paper_reason`). */
export const invalidReasons = ['blank', 'too-many', 'over-budget', 'unclear', 'recognisable'] as const;

export type InvalidReason = (typeof invalidReasons)[number];

/** What a volunteer sees by looking at the paper; of the other reasons the choices tell. */
export const seenReasons = ['blank', 'unclear', 'recognisable'] as const satisfies readonly InvalidReason[];

/** What stands on a paper, as a volunteer enters it. */
export type PaperContent = { is: 'choices'; choices: readonly number[] } | { is: 'invalid'; reason: InvalidReason };

/** Papers in one file at most. */
export const mostPapers = 300;

/** The last number that a paper of a vote has (`vote_right_paper_number`). */
export const highestPaper = 99_999;

/** How often one volunteer enters one paper at most (`vote_paper_entry_tries`). */
export const mostTries = 5;

/** How many letters stand behind the number of a paper: who misreads the number does not enter another paper. */
export const paperLetterCount = 3;

/** What a paper is called: "42 KXT". */
export function showPaper(number: number, letters: string): string {
  return `${String(number)} ${letters}`;
}

/** A number as it was typed from a paper ("42kxt", "42 KXT", "0042-kxt"); null: cannot be one. */
export function readPaper(typed: string): { number: number; letters: string } | null {
  const found = /^0*([1-9]\d{0,4})([A-HJ-NP-Z]{3})$/.exec(typed.toUpperCase().replaceAll(/[\s\-–—.]/g, ''));
  return found === null ? null : { number: Number(found[1]), letters: found[2] ?? '' };
}

/** Numbers of plans as they were typed: "3 7 12", "3,7,12". */
export function readNumbers(typed: string): Outcome<number[], 'not-numbers'> {
  const parts = typed.split(/[\s,;+]+/).filter((part) => part !== '');
  if (parts.some((part) => !/^\d{1,4}$/.test(part))) return refused('not-numbers');
  return accepted(tidyChoices(parts.map(Number)));
}

/** The same content is always the same text, and other content another. */
export function contentText(content: PaperContent): string {
  return content.is === 'choices' ? tidyChoices(content.choices).join(' ') : `invalid:${content.reason}`;
}

const reasonOfRefusal = { 'too-many-chosen': 'too-many', 'over-budget': 'over-budget' } as const;

/** What is entered of these choices: too many of them, or too dear, make the paper invalid. */
export function contentOfChoices(
  rule: BallotRule & { amount: Cents },
  projects: readonly Choosable[],
  choices: readonly number[],
): Outcome<PaperContent, 'nothing-chosen' | 'choice-unknown'> {
  const checked = checkBallot(rule, projects, choices);
  if (checked.ok) return accepted({ is: 'choices', choices: checked.value });
  if (checked.reason === 'too-many-chosen' || checked.reason === 'over-budget')
    return accepted({ is: 'invalid', reason: reasonOfRefusal[checked.reason] });
  return refused(checked.reason);
}
