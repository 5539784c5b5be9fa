import type { Cents } from '#app/kernel/money.ts';
import type { Choosable } from './ballot.ts';
import { contentOfChoices, contentText, readNumbers, readPaper, seenReasons, type PaperContent } from './paper.ts';
import type { BallotRule } from './vote.ts';

/** What a volunteer typed and tapped, as it comes back. */
export type PaperTyped = { paper: string; numbers: string; plans: readonly number[]; invalid: string };

export type PaperMistake =
  { key: 'number' | 'notNumbers' | 'nothing' } | { key: 'unknown'; numbers: readonly number[] };

/** What was read of it: what the paper says in `content`, to be looked at before it is saved. */
export type ReadPaperForm = { typed: PaperTyped; mistake: PaperMistake | null; content: PaperContent | null };

/**
 * Reads the form of the table. Numbers that were typed go before plans that were tapped, and come back as tapped plans: so who corrects them
 * does that in one place.
 */
export function readPaperForm(
  typed: PaperTyped,
  rule: BallotRule & { amount: Cents },
  projects: readonly Choosable[],
): ReadPaperForm {
  const wrong = (mistake: PaperMistake): ReadPaperForm => ({ typed, mistake, content: null });
  if (readPaper(typed.paper) === null) return wrong({ key: 'number' });
  const reason = seenReasons.find((one) => one === typed.invalid);
  if (reason !== undefined)
    return { typed: { ...typed, numbers: '' }, mistake: null, content: { is: 'invalid', reason } };
  const numbers = readNumbers(typed.numbers);
  if (!numbers.ok) return wrong({ key: 'notNumbers' });
  const choices = numbers.value.length > 0 ? numbers.value : typed.plans;
  const unknown = choices.filter((choice) => !projects.some(({ number }) => number === choice));
  if (unknown.length > 0) return wrong({ key: 'unknown', numbers: unknown });
  const content = contentOfChoices(rule, projects, choices);
  if (!content.ok) return wrong({ key: 'nothing' });
  return { typed: { ...typed, numbers: '', plans: choices }, mistake: null, content: content.value };
}

/** What the volunteer saw before saving, so that what is saved is what was looked at: the paper, the plans and what became of them. */
export function seenText({ typed, content }: ReadPaperForm): string {
  const paper = readPaper(typed.paper);
  if (paper === null || content === null) return '';
  return `${String(paper.number)} ${paper.letters} ${[...typed.plans].join(' ')} ${contentText(content)}`;
}
