import { data } from '@remix-run/node';
import type { SubmissionResult } from '@conform-to/react';
import type { RefusalOf } from '#app/i18n/texts.ts';
import { formText } from '#app/http/form-text.ts';
import type { GuardedAction } from '#app/http/guard.server.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, refusalText } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import type { Refused } from '#app/kernel/outcome.ts';
import { parseYear } from '#app/modules/donutfonds/call.ts';
import { closeCall } from '#app/modules/donutfonds/commands/close-call.server.ts';
import { confirmSplit } from '#app/modules/donutfonds/commands/confirm-split.server.ts';
import { discardSplit } from '#app/modules/donutfonds/commands/discard-split.server.ts';
import { proposeSplit } from '#app/modules/donutfonds/commands/propose-split.server.ts';
import { confirmForm, discardForm, splitForm } from '#app/modules/donutfonds/form.ts';
import { callWork } from '#app/modules/donutfonds/queries/call-work.query.server.ts';

type Reply = {
  refusal: string | null;
  reply: SubmissionResult | null;
  intent: string;
  aside: Record<string, string>;
};

/** Closes the call, proposes the split, confirms it or lays it aside. */
export async function act(args: GuardedAction) {
  const { database, actor, params, now, form } = args;
  const year = parseYear(params.year ?? '');
  // the call of another body is not there
  const view = year === null ? null : await callWork(database, actor, year, dayInAmsterdam(now));
  if (view === null) throw notFound();
  const intent = formText(form, 'intent');
  switch (intent) {
    case 'close': {
      const outcome = await closeCall({ callId: view.id }, signedInContext(args.context));
      return outcome.ok ? done(args, 'donutWork:call.closed') : refuse(args, outcome, intent);
    }
    case 'propose':
      return propose(args, view.id);
    case 'confirm': {
      const submission = parseForm(form, confirmForm);
      if (submission.status !== 'success') throw turnAway(400);
      const outcome = await confirmSplit(submission.value, signedInContext(args.context));
      return outcome.ok ? done(args, 'donutWork:split.confirmed') : refuse(args, outcome, intent);
    }
    case 'discard':
      return discard(args);
    default:
      throw turnAway(400);
  }
}

const answer = (given: Partial<Reply>, status: number) =>
  data<Reply>({ refusal: null, reply: null, intent: '', aside: {}, ...given }, { status });

const done = ({ params, platform }: GuardedAction, message: string) =>
  goTo(`/donutfonds-werk/${params.year ?? ''}`, platform, { tone: 'success', message });

const refuse = ({ t }: GuardedAction, outcome: Refused<RefusalOf<'donutfonds'>>, intent: string) =>
  answer({ refusal: refusalText(t, 'donutfonds', outcome), intent }, refusalStatus(outcome.reason));

async function propose(args: GuardedAction, callId: string) {
  const { form } = args;
  const intent = 'propose';
  const setAside = new Map<string, string>();
  for (const [name, value] of form) {
    const id = /^aside-(.+)$/.exec(name)?.[1];
    if (id !== undefined && typeof value === 'string') setAside.set(id, value);
  }
  const aside = Object.fromEntries(setAside);
  const submission = parseForm(form, splitForm);
  if (submission.status !== 'success') return answer({ reply: submission.reply(), intent, aside }, 422);
  const outcome = await proposeSplit({ ...submission.value, callId, setAside }, signedInContext(args.context));
  if (outcome.ok) return done(args, 'donutWork:propose.done');
  const reply = submission.reply({ formErrors: [refusalMessage('donutfonds', outcome)] });
  return answer({ reply, intent, aside }, refusalStatus(outcome.reason));
}

async function discard(args: GuardedAction) {
  const intent = 'discard';
  const submission = parseForm(args.form, discardForm);
  if (submission.status !== 'success') return answer({ reply: submission.reply(), intent }, 422);
  const outcome = await discardSplit(submission.value, signedInContext(args.context));
  if (outcome.ok) return done(args, 'donutWork:split.discarded');
  const reply = submission.reply({ formErrors: [refusalMessage('donutfonds', outcome)] });
  return answer({ reply, intent }, refusalStatus(outcome.reason));
}
