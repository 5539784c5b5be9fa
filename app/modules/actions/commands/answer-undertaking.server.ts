import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { safeFileName } from '#app/modules/initiatives/attachment.ts';
import { cleanFile, type FileRefusal } from '#app/modules/initiatives/file-content.server.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { keepsActionsOf } from '../policy.ts';
import { undertakingRefusals } from '../refusals.ts';
import type { UndertakingAnswer } from '../undertaking.ts';
import type { UndertakingRefusal } from './write-undertaking.server.ts';

export type AnswerRefusal = UndertakingRefusal | FileRefusal | 'answer-unknown';

export type SayWhatBecame = {
  undertakingId: string;
  /** Made by the form, so that a double post says it once. */
  id: string;
  answer: UndertakingAnswer;
  text: string;
  proofLink: string;
  /** Number of a decision of the register; empty: none. */
  decisionNumber: string;
  file: { name: string; bytes: Uint8Array } | null;
};

/** Whoever keeps the lists of the body says what became of an undertaking, with proof when it was kept. It counts when another confirms it. */
export async function sayWhatBecame(
  { undertakingId, id, answer, text, proofLink, decisionNumber, file }: SayWhatBecame,
  context: Context<SignedIn>,
): Promise<Outcome<void, AnswerRefusal>> {
  const { actor, now } = context;
  if (!isId(undertakingId)) return refused('undertaking-unknown');
  if (!isId(id)) return refused('form-key-invalid');
  const cleaned = file === null ? null : await cleanFile(file.bytes);
  if (cleaned !== null && !cleaned.ok) return cleaned;
  return inTransaction<void, AnswerRefusal, AnswerRefusal>(
    context,
    async (tx) => {
      const row = await lockUndertaking(tx, undertakingId);
      if (row === null) return refused('undertaking-unknown');
      const allowed = keepsActionsOf(actor, row.bodyId);
      if (!allowed.ok) return allowed;
      await holdKey(tx, `undertaking-answer:${id}`);
      const known = await tx.undertakingAnswer.findUnique({ where: { id } });
      if (known !== null) return known.undertakingId === undertakingId ? accepted() : refused('form-key-invalid');
      const decision =
        decisionNumber === ''
          ? null
          : await tx.decision.findUnique({ where: { number: decisionNumber }, select: { id: true } });
      if (decisionNumber !== '' && decision === null) return refused('decision-unknown');
      await tx.undertakingAnswer.create({
        data: {
          ...{ id, undertakingId, answer, text, proofLink, proofDecisionId: decision?.id ?? null },
          ...{ proposedById: actor.person.id, proposedAt: now },
        },
      });
      if (file !== null && cleaned !== null) {
        const { kind, contentType, sha256, bytes } = cleaned.value;
        const fileName = safeFileName(file.name, kind);
        await tx.undertakingProof.create({ data: { answerId: id, kind, fileName, contentType, sha256, bytes } });
      }
      return accepted();
    },
    { refusals: undertakingRefusals },
  );
}

async function lockUndertaking(tx: Transaction, id: string) {
  await tx.$queryRaw`select 1 from undertaking where id = ${id}::uuid for update`;
  return tx.undertaking.findUnique({ where: { id } });
}

/**
 * Another who keeps the lists confirms what was said, and then it is public; or sends it back with a reason for colleagues.
 * @param refusedReason empty: confirmed
 */
export async function judgeAnswer(
  { id, refusedReason }: { id: string; refusedReason: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, AnswerRefusal>> {
  const { actor, now } = context;
  if (!isId(id)) return refused('answer-unknown');
  return inTransaction<void, AnswerRefusal, AnswerRefusal>(
    context,
    async (tx) => {
      const said = await tx.undertakingAnswer.findUnique({ where: { id } });
      const undertaking = said === null ? null : await lockUndertaking(tx, said.undertakingId);
      // as it is now that nobody else is at it
      const answer = await tx.undertakingAnswer.findUnique({ where: { id } });
      if (undertaking === null || answer === null) return refused('answer-unknown');
      const allowed = keepsActionsOf(actor, undertaking.bodyId);
      if (!allowed.ok) return allowed;
      const state = refusedReason === '' ? 'confirmed' : 'refused';
      if (answer.state !== 'waiting')
        return answer.state === state && answer.answeredById === actor.person.id
          ? accepted()
          : refused('changed-meanwhile');
      if (answer.proposedById === actor.person.id) return refused('own-answer');
      await tx.undertakingAnswer.update({
        where: { id },
        data: { state, refusedReason, answeredById: actor.person.id, answeredAt: now },
      });
      if (state === 'confirmed')
        await tx.undertaking.update({
          where: { id: undertaking.id },
          data: { state: answer.answer, revision: undertaking.revision + 1 },
        });
      return accepted();
    },
    { refusals: undertakingRefusals },
  );
}
