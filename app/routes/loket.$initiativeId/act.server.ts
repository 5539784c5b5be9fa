import { data } from '@remix-run/node';
import type { SubmissionResult } from '@conform-to/react';
import type { z } from 'zod';
import type { GuardedAction } from '#app/http/guard.server.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalStatus } from '#app/http/respond.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { formMessage } from '#app/i18n/message.ts';
import type { Outcome } from '#app/kernel/outcome.ts';
import { acceptInitiative } from '#app/modules/loket/commands/accept-initiative.server.ts';
import { askQuestion } from '#app/modules/loket/commands/ask-question.server.ts';
import type { LoketContext } from '#app/modules/loket/commands/initiative-at-loket.server.ts';
import { referInitiative } from '#app/modules/loket/commands/refer-initiative.server.ts';
import { referOutside } from '#app/modules/loket/commands/refer-outside.server.ts';
import { acceptForm, askQuestionForm, referForm, referOutsideForm, type LoketIntent } from '#app/modules/loket/form.ts';

/** A form that came back: which of the four it was, with what was typed and what is wrong. */
export type ReturnedForm = { intent: LoketIntent; reply: SubmissionResult };

type Step<Schema extends z.ZodType<object>> = {
  schema: Schema;
  done: string;
  act: (input: z.output<Schema> & { initiativeId: string }, context: LoketContext) => Promise<Outcome<string, string>>;
};

const question: Step<typeof askQuestionForm> = {
  schema: askQuestionForm,
  done: 'loket:done.question',
  act: askQuestion,
};
const accept: Step<typeof acceptForm> = { schema: acceptForm, done: 'loket:done.accept', act: acceptInitiative };
const refer: Step<typeof referForm> = { schema: referForm, done: 'loket:done.refer', act: referInitiative };
const outside: Step<typeof referOutsideForm> = {
  schema: referOutsideForm,
  done: 'loket:done.outside',
  act: referOutside,
};

/** Carries out the form that was sent: back to the list when it is done, back to the form with what is wrong. */
export async function actAtLoket(args: GuardedAction) {
  switch (args.form.get('intent')) {
    case 'ask-question':
      return carryOut('ask-question', question, args);
    case 'accept':
      return carryOut('accept', accept, args);
    case 'refer':
      return carryOut('refer', refer, args);
    case 'refer-outside':
      return carryOut('refer-outside', outside, args);
    default:
      throw turnAway(400);
  }
}

async function carryOut<Schema extends z.ZodType<object>>(
  intent: LoketIntent,
  step: Step<Schema>,
  { form, params, context, platform }: GuardedAction,
) {
  const submission = parseForm(form, step.schema);
  if (submission.status !== 'success') return returned({ intent, reply: submission.reply() }, 422);
  const outcome = await step.act({ ...submission.value, initiativeId: params.initiativeId ?? '' }, context);
  if (outcome.ok) return goTo('/loket', platform, { tone: 'success', message: step.done });
  // the first of two posts did it, so this is no mistake
  if (outcome.reason === 'already-done')
    return goTo('/loket', platform, { tone: 'info', message: 'loket:done.already' });
  const message = formMessage(`loket:refusal.${outcome.reason}`, outcome.detail);
  return returned({ intent, reply: submission.reply({ formErrors: [message] }) }, refusalStatus(outcome.reason));
}

function returned(form: ReturnedForm, status: number) {
  return data(form, { status });
}
