import { newId } from '#app/kernel/ids.ts';
import { accepted, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { findMarks } from '../detect.ts';
import { overlaps, type Mark, type RedactionInput } from '../mark.ts';
import { redactsFor } from '../policy.ts';
import { addMarks, asInput, keptInput, keptMark, markColumns, wordListOf } from '../redaction.store.server.ts';

export type BeginRefusal = Exclude<PolicyRefusal, 'not-found'> | 'already-begun';

/**
 * Looks through a version of minutes. Of a text that did not change since the version before it, what was decided there counts again; the
 * marks of a text that did change are void.
 * @param input.versionId the version that is to be published
 * @param input.previousVersionId the one it corrects, or null
 * @returns the id of the redaction
 */
export async function beginRedaction(
  input: { versionId: string; bodyId: string; previousVersionId: string | null } & Omit<RedactionInput, 'list'>,
  context: Context<SignedIn>,
): Promise<Outcome<string, BeginRefusal>> {
  const { versionId, bodyId, previousVersionId, passages, people, organisations } = input;
  const { actor, now } = context;
  const may = redactsFor(actor, bodyId);
  if (!may.ok) return may;
  return inTransaction<string, BeginRefusal, 'already-begun'>(
    context,
    async (tx) => {
      const id = newId();
      const kept = keptInput.parse({ passages, people, organisations });
      await tx.redaction.create({
        data: { id, versionId, bodyId, input: kept, begunById: actor.person.id, begunAt: now },
      });
      const before =
        previousVersionId === null
          ? null
          : await tx.redaction.findUnique({
              where: { versionId: previousVersionId },
              include: { marks: { select: markColumns } },
            });
      const texts = new Map(keptInput.parse(before?.input ?? {}).passages.map(({ key, text }) => [key, text]));
      const same = new Set(passages.filter(({ key, text }) => texts.get(key) === text).map(({ key }) => key));
      const decided = (before?.marks ?? [])
        .map((mark) => keptMark.parse(mark))
        .filter(({ passage }) => same.has(passage));
      for (const state of ['accepted', 'rejected'] as const) {
        const marks = decided.filter((mark) => mark.state === state).map(plainMark);
        await addMarks(tx, id, marks, { state, byId: actor.person.id, at: now });
      }
      const found = findMarks(asInput(kept, await wordListOf(tx, bodyId)));
      const isNew = (mark: Mark) => !decided.some((one) => one.passage === mark.passage && overlaps(one, mark));
      await addMarks(tx, id, found.filter(isNew));
      return accepted(id);
    },
    { refusals: { redaction_version_id_key: 'already-begun' } },
  );
}

const plainMark = ({ passage, start, end, kind, ground, replacement }: Mark): Mark => ({
  passage,
  start,
  end,
  kind,
  ground,
  replacement,
});
