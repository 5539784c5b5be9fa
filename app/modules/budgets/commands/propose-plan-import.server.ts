import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { mailPlanWaiting } from '../jobs.server.ts';
import { digestOf } from '../plan-digest.server.ts';
import { judgePlan } from '../plan-facts.store.server.ts';
import { planText, withPlainLineEnds } from '../plan-file.server.ts';
import { mayImportPlan } from '../policy.ts';

export type ProposeImportRefusal =
  | Exclude<PolicyRefusal, 'not-found'>
  | 'form-key-invalid'
  | 'import-has-mistakes'
  | 'import-nothing-new'
  | 'import-twice';

const refusals = { plan_import_once: 'import-twice' } as const satisfies Record<string, ProposeImportRefusal>;

/**
 * Keeps an uploaded plan for another person to approve. Nothing moves yet; a plan with a mistake is not kept.
 * @param isExample its amounts were made up: what it opens is marked so
 * @param formKey becomes the id of the import, so that a double post proposes once
 * @returns id of the import
 */
export async function proposePlanImport(
  input: { content: string; fileName: string; isExample: boolean; formKey: string },
  context: Context<Actor>,
): Promise<Outcome<string, ProposeImportRefusal>> {
  const { actor, now } = context;
  const { formKey: id, isExample } = input;
  if (actor.person === null) return refused('sign-in-needed');
  const allowed = mayImportPlan(actor);
  if (!allowed.ok) return allowed;
  if (!isId(id)) return refused('form-key-invalid');
  const content = planText(new TextEncoder().encode(withPlainLineEnds(input.content)));
  if (typeof content !== 'string') return refused('import-has-mistakes');
  const proposerId = actor.person.id;
  return inTransaction<string, ProposeImportRefusal, ProposeImportRefusal>(
    context,
    async (tx) => {
      await holdKey(tx, `plan-import:${id}`);
      const known = await tx.planImport.findUnique({ where: { id }, select: { proposerId: true } });
      if (known !== null) return known.proposerId === proposerId ? accepted(id) : refused('form-key-invalid');
      const sha256 = digestOf(content);
      const same = await tx.planImport.count({ where: { sha256, state: { in: ['proposed', 'approved'] } } });
      if (same > 0) return refused('import-twice');
      const { mistakes, steps } = await judgePlan(tx, { content, isExample });
      if (mistakes.length > 0) return refused('import-has-mistakes');
      if (steps.every(({ kind }) => kind === 'same')) return refused('import-nothing-new');
      const fileName = tidyFileName(input.fileName);
      await tx.planImport.create({
        data: { id, fileName, content, sha256, isExample, state: 'proposed', proposerId, proposedAt: now },
      });
      await enqueue(tx, mailPlanWaiting, { importId: id }, `mail-plan-waiting:${id}`);
      return accepted(id);
    },
    { refusals },
  );
}

/** The name as it is shown: without a path, and never empty. */
function tidyFileName(name: string): string {
  const bare =
    name
      .split(/[\\/]/)
      .at(-1)
      ?.replaceAll(/\p{Cc}/gu, '')
      .trim()
      .slice(0, 200) ?? '';
  return bare === '' ? 'bestedingsplan.csv' : bare;
}
