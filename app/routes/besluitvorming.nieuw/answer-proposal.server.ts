import { data } from '@remix-run/node';
import type { GuardedAction } from '#app/http/guard.server.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { pressedButton } from '#app/http/pressed-button.server.ts';
import { goTo, refusalStatus, refusalText } from '#app/http/respond.server.ts';
import type { RefusalOf } from '#app/i18n/texts.ts';
import type { Outcome } from '#app/kernel/outcome.ts';
import { proposalForm, type TypedProposal } from '#app/modules/decisions/form.ts';
import type { CompleteProposal } from '#app/modules/decisions/proposal.ts';
import type { ProposalBasis } from '#app/modules/decisions/proposal-basis.ts';
import { choiceOf, fitted, readTypedProposal, withObjectionRows } from '#app/modules/decisions/typed-proposal.ts';

export type PostedProposal = Pick<GuardedAction, 'form' | 'context' | 'platform' | 't'> & {
  basis: ProposalBasis;
  /** Keeps what was typed. */
  keep: (typed: TypedProposal) => Promise<Outcome<void, RefusalOf<'decisions'>>>;
  /** Of an assignment without a plan: this page, for when another body or organisation was chosen. */
  here?: string;
  /** Where who keeps the draft for later goes. */
  afterSaving: string;
  /** The form with so many rows for objections. */
  withRows: (count: number) => string;
  /** Lays the complete proposal before a confirmer. @returns the id of the decision */
  lay: (proposal: CompleteProposal) => Promise<Outcome<string, RefusalOf<'decisions'>>>;
  /** What the next page says when it lies there. */
  message: string;
};

/** What every post of the form of a proposal does: save itself, keep a draft, give another row, or lay it before a confirmer. */
export async function answerProposal(post: PostedProposal) {
  const { form, basis, context, platform, t } = post;
  const typed = readTypedProposal(form);
  const keep = async () => post.keep(typed);
  const intent = pressedButton(form, ['autosave', 'save', 'more-objections', 'choose', 'prepare']);
  if (intent === 'autosave') {
    const kept = await keep();
    return kept.ok
      ? data({ autosaved: true as const, savedAt: context.now })
      : data({ autosaved: false as const, isConflict: false }, { status: refusalStatus(kept.reason) });
  }
  if (intent === 'save' || intent === 'more-objections') {
    const kept = await keep();
    if (!kept.ok)
      return data({ refusal: refusalText(t, 'decisions', kept), reply: null }, { status: refusalStatus(kept.reason) });
    return intent === 'save'
      ? goTo(post.afterSaving, platform, { tone: 'success', message: 'decisions:prepared.draftSaved' })
      : goTo(post.withRows(typed.objections.length + 1), platform);
  }
  // who can take part depends on who gets the money: another choice is shown first, with everything that was typed
  if (post.here !== undefined && (intent === 'choose' || !isShownFor(basis, typed, form))) {
    const kept = await keep();
    if (!kept.ok)
      return data({ refusal: refusalText(t, 'decisions', kept), reply: null }, { status: refusalStatus(kept.reason) });
    return goTo(post.here, platform, { tone: 'success', message: 'decisions:assignment.chosen' });
  }
  const submission = parseForm(form, proposalForm(basis.facts));
  const reply = { ...submission.reply(), initialValue: withObjectionRows(fitted(typed, basis), 0) };
  // nothing typed is lost, also when the person walks away from the mistakes
  if (submission.status !== 'success') {
    await keep();
    return data({ refusal: null, reply }, { status: 422 });
  }
  const outcome = await post.lay(submission.value);
  if (!outcome.ok) {
    await keep();
    return data({ refusal: refusalText(t, 'decisions', outcome), reply }, { status: refusalStatus(outcome.reason) });
  }
  return goTo(`/besluitvorming/${outcome.value}`, platform, { tone: 'success', message: post.message });
}

/** Whether the form was drawn for what is chosen in it, and that is what the draft says now: another tab can have changed it. */
function isShownFor({ body, subject }: ProposalBasis, typed: TypedProposal, form: FormData): boolean {
  const chosen = choiceOf(typed);
  const kept = choiceOf({ bodyId: body.id, organisationId: subject.organisation?.id ?? '' });
  return chosen === kept && chosen === form.get('shownFor');
}
