import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import type { TypedProposal } from '../form.ts';
import { mayPrepare } from '../policy.ts';

export type SaveDecisionDraft = { initiativeId: string; fields: TypedProposal };

/** Keeps what somebody typed so far on an initiative of their body; only they see it. */
export async function saveDecisionDraft(
  input: SaveDecisionDraft,
  context: Context<Actor>,
): Promise<Outcome<void, Exclude<PolicyRefusal, 'not-found'> | 'initiative-unknown'>> {
  const { actor, now } = context;
  if (actor.person === null) return refused('sign-in-needed');
  if (!isId(input.initiativeId)) return refused('initiative-unknown');
  const key = { initiativeId: input.initiativeId, personId: actor.person.id };
  return inTransaction(context, async (tx) => {
    const initiative = await tx.initiative.findFirst({
      where: { id: key.initiativeId, stage: { not: 'draft' } },
      select: { bodyId: true },
    });
    if (initiative === null || initiative.bodyId === null) return refused('initiative-unknown');
    const role = mayPrepare(actor, initiative.bodyId);
    if (!role.ok) return role;
    const content = { fields: input.fields, savedAt: now };
    await tx.decisionDraft.upsert({
      where: { initiativeId_personId: key },
      create: { ...key, ...content },
      update: content,
    });
    return accepted();
  });
}
