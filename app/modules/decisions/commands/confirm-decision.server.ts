import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { moveInitiative } from '#app/modules/initiatives/commands/move-initiative.server.ts';
import { commitMoney } from '#app/modules/ledger/commands/commit-money.server.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { holdInterests, lockDecision, takeNumber, yearOf, type LockedDecision } from '../decision.store.server.ts';
import { mailAssignmentGiven } from '../jobs.server.ts';
import { moveOf } from '../outcome.ts';
import { confirmingRoles, mayConfirm, preparingRoles } from '../policy.ts';
import {
  checkLawfulness,
  publishedLawfulness,
  type LawfulnessRefusal,
  type PublishedLawfulness,
} from '../lawfulness.ts';
import { hasUnmetObjection } from '../proposal.ts';
import { publicationOf, type DecisionDossier } from '../publication.ts';
import { holdLawfulness, recordAddedUp } from '../lawfulness.store.server.ts';
import type { PublishedDeciders } from '../published-basis.ts';
import { deciderOf } from '../queries/deciders.server.ts';
import { dossierOf } from '../queries/dossier.server.ts';
import { remedyOf } from '../queries/objection-terms.server.ts';
import { interestsInDecision } from '../queries/scores.server.ts';
import { previewOf } from '../preview.server.ts';
import { receiptOf } from '../receipt.server.ts';
import { logDecision } from './log-decision.server.ts';

export type ConfirmDecision = {
  decisionId: string;
  revision: number;
  /** Receipt of the preview that the confirmer read: what is published is that, and nothing else. */
  seen: string;
  /** Key of the form, so that a double post is answered as the first was. */
  formKey: string;
  /** Over a limit of procurement: why this may be, or which procedure was followed. */
  note?: string;
  /** Near a limit: the confirmer says that they read the warning. */
  isRead?: boolean;
};

export type ConfirmRefusal =
  | Exclude<PolicyRefusal, 'not-found'>
  | 'decision-unknown'
  | 'form-key-invalid'
  | 'same-person'
  | 'interest'
  | 'participant-interest'
  | 'objection-unmet'
  | 'below-minimum'
  | 'fund-exhausted'
  | 'source-ended'
  | 'initiative-changed'
  | 'instrument-missing'
  | LawfulnessRefusal
  | 'replaced-open'
  | 'changed-meanwhile'
  | 'stage-does-not-allow'
  | 'already-confirmed'
  | 'already-discarded';

const refusals = {
  fund_not_overcommitted: 'fund-exhausted',
  fund_not_overcommitted_then: 'fund-exhausted',
  commitment_within_period: 'source-ended',
  ledger_entry_one_commitment: 'already-confirmed',
  ledger_entry_idempotency_key_key: 'already-confirmed',
  decision_without_interest: 'interest',
  decision_two_persons: 'same-person',
  decision_objection_unmet: 'objection-unmet',
  replaced_grant_open: 'replaced-open',
  grant_replaces_grant: 'stage-does-not-allow',
  form_key_pkey: 'form-key-invalid',
  decision_service_kind_stated: 'service-kind-missing',
  assignment_added_up: 'changed-meanwhile',
  assignment_note_missing: 'note-missing',
  assignment_warning_unread: 'warning-unread',
  decision_follows_vote: 'stage-does-not-allow',
} as const satisfies Record<string, ConfirmRefusal>;

/**
 * Confirms a prepared decision as a second person, and does everything that follows from it, or nothing: number and
 * receipt in the register, commitment in the ledger, the step of a plan on its timeline, the mail to the submitter
 * or to who got the assignment.
 * @returns the number in the register
 */
export async function confirmDecision(
  input: ConfirmDecision,
  context: Context<Actor>,
): Promise<Outcome<string, ConfirmRefusal>> {
  const { actor } = context;
  if (actor.person === null) return refused('sign-in-needed');
  if (!isId(input.decisionId)) return refused('decision-unknown');
  if (!isId(input.formKey)) return refused('form-key-invalid');
  const confirmerId = actor.person.id;
  return inTransaction<string, ConfirmRefusal, ConfirmRefusal>(
    context,
    async (tx) => {
      const decision = await lockDecision(tx, input.decisionId);
      if (decision === null) return refused('decision-unknown');
      const allowed = mayConfirm(actor, { ...decision, hasMoney: decision.amountCents !== null });
      if (!allowed.ok) return allowed;
      if (decision.state !== 'prepared') return answerAgain(tx, decision, input, confirmerId);
      if (decision.revision !== input.revision) return refused('changed-meanwhile');
      const outsiders = await checkInterests(tx, decision, confirmerId);
      if (!outsiders.ok) return outsiders;
      const dossier = await dossierOf(tx, decision.id);
      const lawfulness = await holdLawfulness(tx, decision, dayInAmsterdam(context.now));
      const said = { note: input.note?.trim() ?? '', isRead: input.isRead ?? false };
      const stands = await checkContent(tx, decision, previewOf(dossier, lawfulness), dossier, input.seen);
      if (!stands.ok) return stands;
      const lawful = checkLawfulness(lawfulness, decision, said);
      if (!lawful.ok) return lawful;
      await tx.formKey.create({
        data: { key: input.formKey, command: commandOf(decision.id), createdAt: context.now },
      });
      await recordAddedUp(tx, decision.id, lawfulness, said);
      const published = { ...dossier, lawfulness: publishedLawfulness(lawfulness, said) };
      return publish(tx, decision, published, { confirmerId, at: context.now });
    },
    { refusals },
  );
}

const commandOf = (decisionId: string) => `confirm-decision:${decisionId}`;

/** The same form again gets the same answer; anybody else is told that it is done. */
async function answerAgain(
  tx: Transaction,
  decision: LockedDecision,
  input: ConfirmDecision,
  confirmerId: string,
): Promise<Outcome<string, ConfirmRefusal>> {
  if (decision.state !== 'confirmed' || decision.number === null) return refused('already-discarded');
  const key = await tx.formKey.findUnique({ where: { key: input.formKey } });
  const isSameForm = decision.confirmerId === confirmerId && key?.command === commandOf(decision.id);
  return isSameForm ? accepted(decision.number) : refused('already-confirmed', { number: decision.number });
}

/** The database refuses these too (`decision_without_interest`); here they get a name each. */
async function checkInterests(
  tx: Transaction,
  decision: LockedDecision,
  confirmerId: string,
): Promise<Outcome<void, ConfirmRefusal>> {
  const participants = await tx.decisionParticipant.findMany({
    where: { decisionId: decision.id },
    select: { personId: true, part: true },
  });
  const of = (part: string) => participants.filter((one) => one.part === part).map(({ personId }) => personId);
  if (of('recused').includes(confirmerId)) return refused('interest');
  const others = [decision.proposerId, ...of('took-part')].filter((id) => id !== null);
  await holdInterests(tx, [confirmerId, ...others]);
  const interests = await interestsInDecision(tx, decision.id, [confirmerId, ...others]);
  if (interests.has(confirmerId)) return refused('interest');
  return others.some((id) => interests.has(id)) ? refused('participant-interest') : accepted();
}

async function checkContent(
  tx: Transaction,
  decision: LockedDecision,
  preview: ReturnType<typeof previewOf>,
  dossier: DecisionDossier,
  seen: string,
): Promise<Outcome<void, ConfirmRefusal>> {
  const initiative =
    decision.initiativeId === null
      ? null
      : await tx.initiative.findUniqueOrThrow({
          where: { id: decision.initiativeId },
          select: { currentVersion: true, bodyId: true, stage: true },
        });
  if (initiative !== null) {
    // a plan that was sent to another body is not this body's to decide on any more
    // but what residents gave it is for the body of the vote
    if (initiative.bodyId !== decision.bodyId && decision.voteId === null) return refused('stage-does-not-allow');
    // granted meanwhile by another decision, whose place this one does not take
    if (initiative.stage === 'granted' && dossier.replaces === null) return refused('stage-does-not-allow');
    if (initiative.currentVersion !== decision.initiativeVersion) return refused('initiative-changed');
  }
  // prepared before it was recorded how money is given
  if (decision.amountCents !== null && decision.instrument === null) return refused('instrument-missing');
  if (hasUnmetObjection(dossier)) return refused('objection-unmet');
  if (preview.publication.outcome === 'grant' && preview.publication.scores?.result.meetsMinima === false)
    return refused('below-minimum');
  return preview.receipt === seen ? accepted() : refused('changed-meanwhile');
}

/** In which roles it was prepared and confirmed. */
async function decidersOf(
  tx: Transaction,
  decision: LockedDecision,
  { confirmerId, at }: { confirmerId: string; at: Date },
): Promise<PublishedDeciders> {
  const { bodyId, proposerId, preparedAt } = decision;
  const roles = confirmingRoles({ ...decision, hasMoney: decision.amountCents !== null });
  return {
    prepared:
      proposerId === null || preparedAt === null
        ? null
        : await deciderOf(tx, { personId: proposerId, bodyId, at: preparedAt, roles: preparingRoles }),
    confirmed: await deciderOf(tx, { personId: confirmerId, bodyId, at, roles }),
  };
}

async function publish(
  tx: Transaction,
  decision: LockedDecision,
  { lawfulness, ...dossier }: DecisionDossier & { lawfulness: PublishedLawfulness },
  { confirmerId, at }: { confirmerId: string; at: Date },
): Promise<Outcome<string, ConfirmRefusal>> {
  const publishedOn = dayInAmsterdam(at);
  const decidedBy = await decidersOf(tx, decision, { confirmerId, at });
  const remedy = await remedyOf(tx, dossier, publishedOn);
  const number = await takeNumber(tx, yearOf(at));
  const published = publicationOf(dossier, { number, publishedOn, lawfulness, decidedBy, remedy });
  const receipt = receiptOf(published);
  await tx.decision.update({
    where: { id: decision.id },
    data: {
      state: 'confirmed',
      number,
      confirmerId,
      confirmedAt: at,
      published,
      receipt,
      revision: { increment: 1 },
    },
  });
  await logDecision(tx, { publication: published, receipt }, at);
  if (decision.initiativeId !== null) {
    const moved = await moveInitiative(tx, {
      initiativeId: decision.initiativeId,
      move: moveOf[decision.outcome],
      revision: null,
      reason: decision.motivation,
      detail: {
        number,
        outcome: decision.outcome,
        ...(dossier.amount === null ? {} : { amountCents: dossier.amount }),
        ...(dossier.referredTo === null ? {} : { toBody: dossier.referredTo.name }),
      },
      ...(decision.referToBodyId === null ? {} : { bodyId: decision.referToBodyId }),
      ...(decision.voteId === null || decision.outcome !== 'grant' ? {} : { bodyId: decision.bodyId }),
      byBodyId: decision.bodyId,
      actorId: confirmerId,
      at,
    });
    if (!moved.ok) return moved.reason === 'initiative-unknown' ? refused('decision-unknown') : refused(moved.reason);
  } else if (decision.instrument === 'assignment') {
    await enqueue(tx, mailAssignmentGiven, { decisionId: decision.id }, `mail-assignment-given:${decision.id}`);
  }
  if (decision.amountCents !== null && decision.fundId !== null && decision.proposerId !== null) {
    // last: from here on other commitments on this fund wait
    await commitMoney(tx, {
      decisionId: decision.id,
      fundId: decision.fundId,
      amount: cents(decision.amountCents),
      description: `Besluit ${number}: ${decision.title}`,
      proposerId: decision.proposerId,
      approverId: confirmerId,
      at,
    });
  }
  return accepted(number);
}
