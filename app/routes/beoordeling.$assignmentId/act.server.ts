import type { SubmissionResult } from '@conform-to/react';
import { data } from '@remix-run/node';
import type { GuardedAction } from '#app/http/guard.server.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus } from '#app/http/respond.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import type { Refused } from '#app/kernel/outcome.ts';
import { declareInterest } from '#app/modules/scoring/commands/declare-interest.server.ts';
import { handInReview } from '#app/modules/scoring/commands/hand-in-review.server.ts';
import { saveReview } from '#app/modules/scoring/commands/save-review.server.ts';
import { declareForm, declareLaterForm } from '#app/modules/scoring/form.ts';
import { sheetField, type SheetMistake } from '#app/modules/scoring/sheet.ts';

/** A score sheet that came back: what was typed, what is wrong with it, and whether another window was quicker. */
export type ReturnedSheet = {
  kind: 'sheet';
  typed: Record<string, string>;
  mistakes: Record<string, string[]>;
  isConflict: boolean;
};

/** Carries out what a reviewer sent: a declaration, a draft, or the review. */
export async function actOnReview(args: GuardedAction) {
  const intent = args.form.get('intent');
  switch (intent) {
    case 'declare':
    case 'later':
      return declare(intent, args);
    case 'autosave':
      return autosave(args);
    case 'save':
      return save(args);
    case 'hand-in':
      return handIn(args);
    default:
      throw turnAway(400);
  }
}

async function declare(kind: 'declare' | 'later', { form, params, context, platform }: GuardedAction) {
  const submission = parseForm(form, kind === 'declare' ? declareForm : declareLaterForm);
  if (submission.status !== 'success') return data({ kind, reply: submission.reply() }, { status: 422 });
  const assignmentId = params.assignmentId ?? '';
  const declared = await declareInterest({ assignmentId, ...submission.value }, context);
  if (declared.ok) {
    const message = declared.value === 'open' ? 'scoring:flash.open' : 'scoring:flash.shut';
    return goTo(`/beoordeling/${assignmentId}`, platform, {
      tone: declared.value === 'open' ? 'success' : 'info',
      message,
    });
  }
  if (declared.reason === 'assignment-unknown') throw notFound();
  const reply = submission.reply({ formErrors: [refusalMessage('scoring', declared)] });
  return data({ kind, reply }, { status: refusalStatus(declared.reason) });
}

async function autosave({ form, params, context, now }: GuardedAction) {
  const saved = await saveReview(order(params, form), context);
  if (saved.ok) return data({ autosaved: true as const, revision: saved.value.revision, savedAt: now });
  if (saved.reason === 'assignment-unknown') throw notFound();
  const isConflict = saved.reason === 'changed-meanwhile';
  return data({ autosaved: false as const, isConflict }, { status: refusalStatus(saved.reason) });
}

async function save({ form, params, context, platform }: GuardedAction) {
  const saved = await saveReview(order(params, form), context);
  if (!saved.ok) return refusedSheet(form, saved);
  return goTo(`/beoordeling/${params.assignmentId ?? ''}`, platform, {
    tone: 'success',
    message: 'scoring:flash.saved',
  });
}

async function handIn({ form, params, context, platform }: GuardedAction) {
  const outcome = await handInReview(order(params, form), context);
  if (!outcome.ok) return refusedSheet(form, outcome);
  if (outcome.value.state === 'handed-in') {
    return goTo(`/beoordeling/${params.assignmentId ?? ''}`, platform, {
      tone: 'success',
      message: 'scoring:flash.handedIn',
    });
  }
  return returnedSheet(form, mistakesByField(outcome.value.mistakes), false, 422);
}

function order(params: GuardedAction['params'], form: FormData) {
  return { assignmentId: params.assignmentId ?? '', revision: Number(form.get('revision')), form };
}

/** In a conflict the sheet comes back as it was typed; any other refusal means that there is no sheet any more. */
function refusedSheet(form: FormData, refusal: Refused<string>) {
  if (refusal.reason === 'assignment-unknown') throw notFound();
  const status = refusalStatus(refusal.reason);
  if (refusal.reason === 'changed-meanwhile') return returnedSheet(form, {}, true, status);
  const message = `refusal.${refusal.reason}` as `refusal.already-handed-in`;
  return data({ kind: 'refused' as const, message }, { status });
}

function returnedSheet(form: FormData, mistakes: Record<string, string[]>, isConflict: boolean, status: number) {
  const typed = Object.fromEntries(
    [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  return data({ kind: 'sheet', typed, mistakes, isConflict } satisfies ReturnedSheet, { status });
}

function mistakesByField(mistakes: readonly SheetMistake[]): Record<string, string[]> {
  return Object.fromEntries(
    mistakes.map(({ slug, field, mistake }) => [sheetField(slug, field), [`scoring:mistake.${mistake}`]]),
  );
}

export type DeclareReply = SubmissionResult | null;
