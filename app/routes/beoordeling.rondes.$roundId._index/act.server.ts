import type { SubmissionResult } from '@conform-to/react';
import { data } from '@remix-run/node';
import type { GuardedAction } from '#app/http/guard.server.ts';
import { formText } from '#app/http/form-text.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus } from '#app/http/respond.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { formMessage } from '#app/i18n/message.ts';
import type { Refused } from '#app/kernel/outcome.ts';
import { assignReviewers } from '#app/modules/scoring/commands/assign-reviewers.server.ts';
import { closeRound } from '#app/modules/scoring/commands/close-round.server.ts';
import { enterRound } from '#app/modules/scoring/commands/enter-round.server.ts';
import { leaveRound } from '#app/modules/scoring/commands/leave-round.server.ts';
import { removeAssignment } from '#app/modules/scoring/commands/remove-assignment.server.ts';
import { assignForm, enterForm, leaveForm } from '#app/modules/scoring/form.ts';

/**
 * What comes back of the forms on this page: a form with mistakes, or a sentence for a button that was refused. The
 * sentence is also there for a form, for when the form is gone because somebody else was quicker.
 */
export type ReturnedForm =
  | { kind: 'enter'; reply: SubmissionResult; message: RefusalKey }
  | { kind: 'assign' | 'leave'; entryId: string; reply: SubmissionResult; message: RefusalKey }
  | { kind: 'refused'; message: RefusalKey };

type RefusalKey = 'refusal.round-closed';

/** Carries out what the chair does with an open round. */
export async function actOnRound(args: GuardedAction) {
  switch (args.form.get('intent')) {
    case 'enter':
      return enter(args);
    case 'assign':
      return assign(args);
    case 'leave':
      return leave(args);
    case 'remove':
      return remove(args);
    case 'close':
      return close(args);
    default:
      throw turnAway(400);
  }
}

const here = ({ params }: GuardedAction) => `/beoordeling/rondes/${params.roundId ?? ''}`;

async function enter(args: GuardedAction) {
  const { form, params, context, platform } = args;
  const submission = parseForm(form, enterForm);
  if (submission.status !== 'success') {
    return returned({ kind: 'enter', reply: submission.reply(), message: keyOf('choose-initiatives') }, 422);
  }
  const entered = await enterRound({ roundId: params.roundId ?? '', ...submission.value }, context);
  if (!entered.ok) {
    goneIfUnknown(entered);
    const reply = submission.reply({ formErrors: [refusalMessage('scoring', entered)] });
    return returned({ kind: 'enter', reply, message: keyOf(entered.reason) }, refusalStatus(entered.reason));
  }
  const message = formMessage('scoring:flash.entered', { count: entered.value.entered });
  return goTo(here(args), platform, { tone: 'success', message });
}

async function assign(args: GuardedAction) {
  const { form, params, context, platform } = args;
  const submission = parseForm(form, assignForm);
  const entryId = formText(form, 'entryId');
  if (submission.status !== 'success') {
    return returned({ kind: 'assign', entryId, reply: submission.reply(), message: keyOf('entry-unknown') }, 422);
  }
  const { personIds } = submission.value;
  const assigned = await assignReviewers({ roundId: params.roundId ?? '', entryIds: [entryId], personIds }, context);
  if (!assigned.ok) {
    goneIfUnknown(assigned);
    const reply = submission.reply({ formErrors: [refusalMessage('scoring', assigned)] });
    const message = keyOf(assigned.reason);
    return returned({ kind: 'assign', entryId, reply, message }, refusalStatus(assigned.reason));
  }
  return goTo(
    here(args),
    platform,
    assigned.value.withInterest > 0
      ? { tone: 'warning', message: 'scoring:flash.assignedWithInterest' }
      : { tone: 'success', message: formMessage('scoring:flash.assigned', { count: assigned.value.assigned }) },
  );
}

async function leave(args: GuardedAction) {
  const { form, context, platform } = args;
  const submission = parseForm(form, leaveForm);
  const entryId = formText(form, 'entryId');
  if (submission.status !== 'success') {
    return returned({ kind: 'leave', entryId, reply: submission.reply(), message: keyOf('entry-unknown') }, 422);
  }
  const left = await leaveRound(submission.value, context);
  if (!left.ok) {
    goneIfUnknown(left);
    const reply = submission.reply({ formErrors: [refusalMessage('scoring', left)] });
    return returned({ kind: 'leave', entryId, reply, message: keyOf(left.reason) }, refusalStatus(left.reason));
  }
  return goTo(here(args), platform, { tone: 'success', message: 'scoring:flash.left' });
}

async function remove(args: GuardedAction) {
  const removed = await removeAssignment(formText(args.form, 'assignmentId'), args.context);
  if (!removed.ok) return refusedButton(removed);
  return goTo(here(args), args.platform, { tone: 'success', message: 'scoring:flash.removed' });
}

async function close(args: GuardedAction) {
  const closed = await closeRound(args.params.roundId ?? '', args.context);
  if (!closed.ok) {
    goneIfUnknown(closed);
    return refusedButton(closed);
  }
  return goTo(`${here(args)}/uitslag`, args.platform, { tone: 'success', message: 'scoring:flash.closed' });
}

function goneIfUnknown({ reason }: Refused<string>): void {
  if (reason === 'round-unknown') throw notFound();
}

function keyOf(reason: string): RefusalKey {
  return `refusal.${reason}` as RefusalKey;
}

function refusedButton({ reason }: Refused<string>) {
  return returned({ kind: 'refused', message: keyOf(reason) }, refusalStatus(reason));
}

function returned(form: ReturnedForm, status: number) {
  return data(form, { status });
}
