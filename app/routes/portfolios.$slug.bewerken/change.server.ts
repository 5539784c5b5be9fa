import type { SubmissionResult } from '@conform-to/react';
import { formText } from '#app/http/form-text.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { pressedButton } from '#app/http/pressed-button.server.ts';
import { refusalMessage } from '#app/http/respond.server.ts';
import type { signedInContext } from '#app/http/signed-in.server.ts';
import type { Outcome } from '#app/kernel/outcome.ts';
import { addLine, changeLine, type LineChange } from '#app/modules/portfolios/commands/change-lines.server.ts';
import { changePortfolio, closePortfolio } from '#app/modules/portfolios/commands/change-portfolio.server.ts';
import { inviteKeeper, withdrawInvitation } from '#app/modules/portfolios/commands/invite-keeper.server.ts';
import { removeKeeper } from '#app/modules/portfolios/commands/remove-keeper.server.ts';
import { changeLineForm, keeperForm, newLineForm, portfolioForm } from '#app/modules/portfolios/form.ts';
import type { PortfolioRefusal } from '#app/modules/portfolios/refusals.ts';

/** What one of the forms did: where to go on and what to say, or what came back of which form. */
export type Changed =
  | { done: true; to: string; message: string | null }
  | {
      done: false;
      form: string;
      reply: SubmissionResult | null;
      refusal: string | null;
      reason: PortfolioRefusal | null;
    };

type Order = { form: FormData; slug: string; context: ReturnType<typeof signedInContext> };

const intents = [
  'words',
  'add',
  'change',
  'done',
  'undone',
  'remove',
  'keeper',
  'end-keeper',
  'withdraw',
  'close',
  'open',
] as const;

/** Carries out the form of the page whose button was pressed. */
export async function change(order: Order): Promise<Changed> {
  const { form, slug, context } = order;
  const lineId = formText(form, 'lineId');
  const page = `/portfolios/${slug}/bewerken`;
  const ofLine = async (what: LineChange) =>
    answered(await changeLine({ slug, lineId, change: what }, context), `${page}#regels`, null);
  const intent = pressedButton(form, intents);
  switch (intent) {
    case 'words':
      return words(order, page);
    case 'add':
    case 'change':
      return line(order, intent, page);
    case 'done':
    case 'undone':
      return ofLine({ what: 'done', isDone: intent === 'done' });
    case 'remove':
      return ofLine({ what: 'remove' });
    case 'keeper':
      return keeper(order, page);
    case 'end-keeper': {
      const isMe = formText(form, 'isMe') === 'on';
      const ended = await removeKeeper({ slug, keeperId: formText(form, 'keeperId') }, context);
      return answered(ended, isMe ? '/portfolios' : page, isMe ? 'left' : 'saved');
    }
    case 'withdraw': {
      const withdrawn = await withdrawInvitation({ slug, invitationId: formText(form, 'invitationId') }, context);
      return answered(withdrawn, page, 'withdrawn');
    }
    case 'close':
    case 'open': {
      const close = intent === 'close';
      return answered(await closePortfolio({ slug, close }, context), page, close ? 'closed' : 'opened');
    }
  }
}

async function words({ form, slug, context }: Order, page: string): Promise<Changed> {
  const submission = parseForm(form, portfolioForm);
  if (submission.status !== 'success') return back('woorden', submission.reply(), null);
  const changed = await changePortfolio({ slug, ...submission.value }, context);
  if (changed.ok) return { done: true, to: page, message: 'portfolios:edit.saved' };
  return back('woorden', submission.reply({ formErrors: [refusalMessage('portfolios', changed)] }), changed.reason);
}

async function line({ form, slug, context }: Order, intent: 'add' | 'change', page: string): Promise<Changed> {
  const done: Changed = { done: true, to: `${page}#regels`, message: null };
  if (intent === 'add') {
    const submission = parseForm(form, newLineForm);
    const id = `nieuw-${formText(form, 'direction') === 'offer' ? 'offer' : 'need'}`;
    if (submission.status !== 'success') return back(id, submission.reply(), null);
    const added = await addLine({ slug, ...submission.value }, context);
    if (added.ok) return done;
    return back(id, submission.reply({ formErrors: [refusalMessage('portfolios', added)] }), added.reason);
  }
  const submission = parseForm(form, changeLineForm);
  const id = `regel-${formText(form, 'lineId')}`;
  if (submission.status !== 'success') return back(id, submission.reply(), null);
  const { lineId, ...to } = submission.value;
  const changed = await changeLine({ slug, lineId, change: { what: 'change', to } }, context);
  if (changed.ok) return done;
  return back(id, submission.reply({ formErrors: [refusalMessage('portfolios', changed)] }), changed.reason);
}

async function keeper({ form, slug, context }: Order, page: string): Promise<Changed> {
  const submission = parseForm(form, keeperForm);
  if (submission.status !== 'success') return back('beheerder', submission.reply(), null);
  const invited = await inviteKeeper({ slug, email: submission.value.email }, context);
  if (invited.ok) return { done: true, to: page, message: 'portfolios:edit.invited' };
  return back('beheerder', submission.reply({ formErrors: [refusalMessage('portfolios', invited)] }), invited.reason);
}

/** A form came back; `reason` is null for a mistake in what was typed. */
function back(form: string, reply: SubmissionResult, reason: PortfolioRefusal | null): Changed {
  return { done: false, form, reply, refusal: null, reason };
}

function answered(
  outcome: Outcome<void, PortfolioRefusal>,
  to: string,
  message: 'left' | 'saved' | 'withdrawn' | 'closed' | 'opened' | null,
): Changed {
  if (outcome.ok) return { done: true, to, message: message === null ? null : `portfolios:edit.${message}` };
  const refusal = refusalMessage('portfolios', outcome);
  return { done: false, form: '', reply: null, refusal, reason: outcome.reason };
}
