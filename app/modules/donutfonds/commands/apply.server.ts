import { dayInAmsterdam, toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Cents } from '#app/kernel/money.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { longestText, standingOf, type EvidenceKind } from '../call.ts';
import { lockCall } from '../donutfonds.store.server.ts';
import { mailDonut } from '../jobs.server.ts';
import { evidencePeriod } from '../rules.ts';

export type ApplicationContent = {
  /** Cents, 0 or more. */
  value: Cents;
  costs: Cents;
  evidenceKind: EvidenceKind;
  /** Name of another kind of evidence; empty for the others. */
  evidenceName: string;
  evidenceOn: CalendarDate;
  story: string;
  publishEvidence: boolean;
};

export type Apply = {
  callId: string;
  organisationId: string;
  /** So that a double post applies once. */
  formKey: string;
  /** Of the application that was on the page; 0: there was none. */
  revision: number;
  content: ApplicationContent;
  /** A document that waits for this form (`keepEvidence`); null: the one that is there stays. */
  evidenceId: string | null;
};

export type ApplyRefusal =
  | 'call-unknown'
  | 'organisation-unknown'
  | 'form-key-invalid'
  | 'not-open'
  | 'already-applied'
  | 'changed-meanwhile'
  | 'text-length'
  | 'amount-negative'
  | 'evidence-needed'
  | 'evidence-date';

const refusals = {
  donut_call_not_open: 'not-open',
  donut_applicant_member: 'organisation-unknown',
  donut_application_call_id_organisation_id_key: 'already-applied',
  donut_application_pkey: 'form-key-invalid',
  donut_application_amounts: 'amount-negative',
  donut_application_evidence: 'text-length',
  donut_application_story: 'text-length',
  donut_evidence_date: 'evidence-date',
  donut_evidence_needed: 'evidence-needed',
  form_key_pkey: 'form-key-invalid',
} as const satisfies Record<string, ApplyRefusal>;

/**
 * A member applies for the organisation, or changes what it applied with, while the call is open.
 * @returns id of the application
 */
export async function applyForDonut(input: Apply, context: Context<SignedIn>): Promise<Outcome<string, ApplyRefusal>> {
  const { actor, now } = context;
  const { callId, organisationId, formKey, content } = input;
  if (!isId(callId)) return refused('call-unknown');
  if (!isId(formKey)) return refused('form-key-invalid');
  if (!actor.organisations.some(({ id }) => id === organisationId)) return refused('organisation-unknown');
  if (content.story.trim() === '' || content.story.length > longestText.story) return refused('text-length');
  return inTransaction<string, ApplyRefusal, ApplyRefusal>(
    context,
    async (tx) => {
      await holdKey(tx, `donut-application:${formKey}`);
      const call = await lockCall(tx, callId, 'share');
      if (call === null) return refused('call-unknown');
      const command = `apply-donut:${callId}:${organisationId}:${actor.person.id}`;
      const before = await tx.formKey.findUnique({ where: { key: formKey } });
      const there = await lockApplication(tx, callId, organisationId);
      if (before !== null)
        return before.command === command && there ? accepted(there.id) : refused('form-key-invalid');
      const today = dayInAmsterdam(now);
      if (standingOf(call, today) !== 'open') return refused('not-open');
      const period = evidencePeriod(call.closesOn, call.rules.evidenceDays, today);
      if (content.evidenceOn < period.from || content.evidenceOn > period.until) return refused('evidence-date');
      if (there === null && input.revision !== 0) return refused('changed-meanwhile');
      if (there !== null && there.revision !== input.revision)
        return refused(input.revision === 0 ? 'already-applied' : 'changed-meanwhile');
      await tx.formKey.create({ data: { key: formKey, command, createdAt: now } });
      const columns = { ...columnsOf(content), applicantId: actor.person.id, state: 'submitted', changedAt: now };
      const { id } =
        there === null
          ? await tx.donutApplication.create({
              data: { id: formKey, callId, organisationId, submittedAt: now, ...columns },
            })
          : await tx.donutApplication.update({
              where: { id: there.id },
              data: { ...columns, revision: there.revision + 1 },
            });
      const shown = await showEvidence(tx, id, input.evidenceId, actor.person.id);
      if (!shown) return refused('evidence-needed');
      await enqueue(tx, mailDonut, { applicationId: id, news: 'received' }, `mail-donut:${formKey}:received`);
      return accepted(id);
    },
    { refusals },
  );
}

/** Takes the application back while the call is open; until then the organisation can apply again. */
export async function withdrawApplication(
  input: { callId: string; organisationId: string; revision: number },
  context: Context<SignedIn>,
): Promise<Outcome<void, 'application-unknown' | 'not-open' | 'changed-meanwhile'>> {
  const { actor, now } = context;
  const { callId, organisationId } = input;
  if (!isId(callId) || !actor.organisations.some(({ id }) => id === organisationId))
    return refused('application-unknown');
  return inTransaction(
    context,
    async (tx) => {
      const call = await lockCall(tx, callId, 'share');
      const there = call === null ? null : await lockApplication(tx, callId, organisationId);
      if (call === null || there === null) return refused('application-unknown');
      if (there.state === 'withdrawn') return accepted();
      if (standingOf(call, dayInAmsterdam(now)) !== 'open') return refused('not-open');
      if (there.revision !== input.revision) return refused('changed-meanwhile');
      const revision = there.revision + 1;
      await tx.donutApplication.update({
        where: { id: there.id },
        data: { state: 'withdrawn', revision, changedAt: now, applicantId: actor.person.id },
      });
      const key = `mail-donut:${there.id}:${String(revision)}:withdrawn`;
      await enqueue(tx, mailDonut, { applicationId: there.id, news: 'withdrawn' }, key);
      return accepted();
    },
    { refusals: { donut_call_not_open: 'not-open', donut_applicant_member: 'application-unknown' } },
  );
}

async function lockApplication(tx: Transaction, callId: string, organisationId: string) {
  await tx.$queryRaw`
    select 1 from donut_application where call_id = ${callId}::uuid and organisation_id = ${organisationId}::uuid for update`;
  return tx.donutApplication.findUnique({
    where: { callId_organisationId: { callId, organisationId } },
    select: { id: true, revision: true, state: true },
  });
}

function columnsOf(content: ApplicationContent) {
  const { value, costs, evidenceKind, evidenceOn, story, publishEvidence } = content;
  return {
    valueCents: BigInt(value),
    costsCents: BigInt(costs),
    evidenceKind,
    evidenceName: evidenceKind === 'other' ? content.evidenceName.trim() : '',
    evidenceOn: toDateColumn(evidenceOn),
    story: story.trim(),
    publishEvidence,
  };
}

/** Puts a waiting document of this person in the place of what was there. @returns whether there is a document now */
async function showEvidence(
  tx: Transaction,
  applicationId: string,
  evidenceId: string | null,
  personId: string,
): Promise<boolean> {
  if (evidenceId === null) return (await tx.donutEvidence.count({ where: { applicationId } })) > 0;
  if (!isId(evidenceId)) return false;
  const waiting = { id: evidenceId, uploadedById: personId, applicationId: null };
  if ((await tx.donutEvidence.count({ where: waiting })) === 0) return false;
  await tx.donutEvidence.deleteMany({ where: { applicationId } });
  const { count } = await tx.donutEvidence.updateMany({ where: waiting, data: { applicationId } });
  return count === 1;
}
