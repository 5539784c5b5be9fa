import { data } from '@remix-run/node';
import type { GuardedAction } from '#app/http/guard.server.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { readChangeKind } from '#app/modules/budgets/change-word.ts';
import { proposeChange, type ProposeRefusal } from '#app/modules/budgets/commands/propose-change.server.ts';
import { newChangeForm } from '#app/modules/budgets/form.ts';
import { choicesWithWays } from './choices.server.ts';

/** Beside which field a refusal of the command belongs; the others stand above the form. */
const fieldOf: Partial<Record<ProposeRefusal, string>> = {
  'fund-unknown': 'subject',
  'role-needed': 'subject',
  'other-decision': 'subject',
  'not-correctable': 'subject',
  'payment-under-way': 'subject',
  'stripe-not-ready': 'way',
  interest: 'subject',
  'replaced-meanwhile': 'subject',
  'another-source': 'target',
  'amount-not-positive': 'amount',
  'amount-too-large': 'amount',
  'reason-missing': 'reason',
  'reason-too-long': 'reason',
  'in-the-future': 'occurredOn',
  'too-early': 'occurredOn',
};

/** Lays a new change before a budget holder, or gives the form back with every mistake beside its field. */
export async function answerNewChange(args: GuardedAction) {
  const { form, url, context, now, locale, platform } = args;
  const kind = readChangeKind(url.searchParams.get('soort'));
  if (kind === null) throw turnAway(404);
  const { choices, ways } = await choicesWithWays(args, kind);
  const submission = parseForm(form, newChangeForm({ kind, choices, ways, today: dayInAmsterdam(now), locale }));
  if (submission.status !== 'success') return rejected(submission.reply());
  const outcome = await proposeChange(submission.value, context);
  if (!outcome.ok) {
    const field = fieldOf[outcome.reason];
    const message = refusalMessage('changes', outcome);
    return data(
      submission.reply(field === undefined ? { formErrors: [message] } : { fieldErrors: { [field]: [message] } }),
      // the form stays here, also when what was chosen is gone
      { status: refusalStatus(outcome.reason) === 404 ? 422 : refusalStatus(outcome.reason) },
    );
  }
  return goTo(`/budgetbeheer/${outcome.value}`, platform, { tone: 'success', message: 'changes:new.saved' });
}
