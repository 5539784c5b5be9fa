import { data } from '@remix-run/node';
import { formText } from '#app/http/form-text.ts';
import type { GuardedAction } from '#app/http/guard.server.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, refusalText } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import type { RefusalOf } from '#app/i18n/texts.ts';
import { refused, type Refused } from '#app/kernel/outcome.ts';
import { applyForDonut, withdrawApplication } from '#app/modules/donutfonds/commands/apply.server.ts';
import { keepEvidence } from '#app/modules/donutfonds/commands/keep-evidence.server.ts';
import { applicationForm, revisionForm } from '#app/modules/donutfonds/form.ts';
import { ownApplication, waitingEvidence } from '#app/modules/donutfonds/queries/own-applications.query.server.ts';
import { isId } from '#app/kernel/ids.ts';

/** Applies, changes or withdraws, for an organisation of the actor. */
export async function act(args: GuardedAction) {
  const { database, params, now, form } = args;
  const { actor } = signedInContext(args.context);
  const slug = params.slug ?? '';
  const view = await ownApplication(database, actor, slug, dayInAmsterdam(now));
  if (view === null) throw notFound();
  const target = { callId: view.callId, organisationId: view.organisation.id };
  const intent = formText(form, 'intent');
  if (intent === 'withdraw') return withdraw(args, target, slug);
  if (intent === 'apply') return apply(args, { ...target, hasDocument: view.application?.document != null }, slug);
  throw turnAway(400);
}

type Target = { callId: string; organisationId: string };

async function withdraw({ form, platform, context, t }: GuardedAction, target: Target, slug: string) {
  const submission = parseForm(form, revisionForm);
  const none = { reply: null, waiting: null };
  if (submission.status !== 'success') return data({ ...none, refusal: t('donutfonds:mistake.form') }, { status: 422 });
  const outcome = await withdrawApplication({ ...target, ...submission.value }, signedInContext(context));
  if (!outcome.ok)
    return data({ ...none, refusal: refusalText(t, 'donutfonds', outcome) }, { status: refusalStatus(outcome.reason) });
  return goTo(`/donutfonds/aanvragen/${slug}`, platform, { tone: 'success', message: 'donutfonds:form.withdrawn' });
}

async function apply(
  { form, database, platform, context }: GuardedAction,
  { hasDocument, ...target }: Target & { hasDocument: boolean },
  slug: string,
) {
  const own = signedInContext(context);
  const file = form.get('file');
  const chosen = file instanceof File && file.name !== '' ? file : null;
  // kept first, so that a mistake elsewhere in the form does not lose it
  const kept =
    chosen === null
      ? null
      : await keepEvidence({ fileName: chosen.name, bytes: new Uint8Array(await chosen.arrayBuffer()) }, own);
  form.delete('file');
  if (kept?.ok) form.set('evidenceId', kept.value);
  const evidenceId = formText(form, 'evidenceId');
  const waiting = isId(evidenceId) ? await waitingEvidence(database, own.actor, evidenceId) : null;
  const submission = parseForm(form, applicationForm);
  if (submission.status !== 'success' || kept?.ok === false) {
    const fieldErrors: Record<string, string[]> = {};
    if (kept?.ok === false) fieldErrors.file = [refusalMessage('donutfonds', kept)];
    else if (waiting === null && !hasDocument)
      fieldErrors.file = [refusalMessage('donutfonds', refused('evidence-needed'))];
    return data({ reply: submission.reply({ fieldErrors }), waiting, refusal: null }, { status: 422 });
  }
  const { formKey, revision, evidenceId: shown, publishEvidence, ...content } = submission.value;
  const outcome = await applyForDonut(
    {
      ...target,
      formKey,
      revision,
      content: { ...content, publishEvidence: publishEvidence === 'yes' },
      evidenceId: shown === '' ? null : shown,
    },
    own,
  );
  if (outcome.ok)
    return goTo(`/donutfonds/aanvragen/${slug}`, platform, { tone: 'success', message: 'donutfonds:form.submitted' });
  const reply = submission.reply(mistakeIn(outcome));
  return data({ reply, waiting, refusal: null }, { status: refusalStatus(outcome.reason) });
}

/** Beside the field that it is about, where there is one. */
function mistakeIn(
  outcome: Refused<RefusalOf<'donutfonds'>>,
): { fieldErrors: Record<string, string[]> } | { formErrors: string[] } {
  const message = [refusalMessage('donutfonds', outcome)];
  if (outcome.reason === 'evidence-needed') return { fieldErrors: { file: message } };
  if (outcome.reason === 'evidence-date') return { fieldErrors: { evidenceOn: message } };
  return { formErrors: message };
}
