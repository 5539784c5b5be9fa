import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import type { TypedProposal } from '../form.ts';
import { mayPrepare } from '../policy.ts';
import { interestsIn } from '../queries/scores.server.ts';

export type StartAssignment = {
  /** Key of the form; it becomes the id of the draft and then of the decision, so that a double post finds the first. */
  formKey: string;
  /** The body that has the work done. */
  bodyId: string;
  /** The organisation that gets the assignment. */
  organisationId: string;
  /** What stands in the form at first. */
  fields: TypedProposal;
};

export type StartRefusal =
  Exclude<PolicyRefusal, 'not-found'> | 'form-key-invalid' | 'body-unknown' | 'organisation-unknown' | 'interest';

/**
 * Begins an assignment without a plan: which body gives it, and to whom. That is asked first, because it says who can sit
 * at the table and from which money it can be paid.
 * @returns id of the draft
 */
export async function startAssignment(
  input: StartAssignment,
  context: Context<Actor>,
): Promise<Outcome<string, StartRefusal>> {
  const { actor, now } = context;
  const { formKey: id, bodyId, organisationId, fields } = input;
  if (actor.person === null) return refused('sign-in-needed');
  if (!isId(id)) return refused('form-key-invalid');
  if (!isId(bodyId)) return refused('body-unknown');
  if (!isId(organisationId)) return refused('organisation-unknown');
  const role = mayPrepare(actor, bodyId);
  if (!role.ok) return role;
  const personId = actor.person.id;
  return inTransaction<string, StartRefusal, StartRefusal>(
    context,
    async (tx) => {
      await holdKey(tx, `assignment:${id}`);
      const draft = await tx.assignmentDraft.findUnique({ where: { id }, select: { personId: true } });
      const laid = await tx.decision.findUnique({ where: { id }, select: { proposerId: true } });
      const before = draft?.personId ?? laid?.proposerId ?? null;
      if (before !== null || laid !== null) return before === personId ? accepted(id) : refused('form-key-invalid');
      // who covers every body names one that may not be there
      if ((await tx.body.count({ where: { id: bodyId } })) === 0) return refused('body-unknown');
      if ((await tx.organisation.count({ where: { id: organisationId } })) === 0)
        return refused('organisation-unknown');
      const interests = await interestsIn(tx, { initiativeId: null, organisationId }, [personId], now);
      if (interests.size > 0) return refused('interest');
      await tx.assignmentDraft.create({
        data: { id, personId, bodyId, organisationId, fields: { ...fields, bodyId, organisationId }, savedAt: now },
      });
      return accepted(id);
    },
    { refusals: { assignment_draft_pkey: 'form-key-invalid' } },
  );
}
