import type { Database } from '#app/platform/database.server.ts';
import { SealBroken, type Sealed, type SealingKeys } from '#app/platform/sealing.server.ts';
import { openQuestion, openStep, sealQuestion, sealStep } from '../question.store.server.ts';

/** `unreadable`: ids of rows that none of the keys opens; they stay as they are. */
export type ResealedQuestions = { resealed: number; unreadable: string[] };

/** Seals words about integrity anew that another key than the first one sealed, as `resealAccounts` does with bank accounts. */
export async function resealQuestions(database: Database, keys: SealingKeys): Promise<ResealedQuestions> {
  const [{ id: first }] = keys;
  const outcome: ResealedQuestions = { resealed: 0, unreadable: [] };
  const old = { keyId: { notIn: [first, ''] } };
  const questions = await database.integrityQuestion.findMany({
    where: old,
    select: { id: true, keyId: true, sealed: true },
  });
  for (const row of questions)
    await again(
      outcome,
      row.id,
      () => sealQuestion(keys, row.id, openQuestion(keys, row)),
      async (sealed) => {
        await database.integrityQuestion.updateMany({ where: { id: row.id, ...old }, data: sealed });
      },
    );
  const steps = await database.integrityStep.findMany({ where: old, select: { id: true, keyId: true, sealed: true } });
  for (const row of steps)
    await again(
      outcome,
      row.id,
      () => sealStep(keys, row.id, openStep(keys, row)),
      async (sealed) => {
        await database.integrityStep.updateMany({ where: { id: row.id, ...old }, data: sealed });
      },
    );
  return outcome;
}

async function again(
  outcome: ResealedQuestions,
  id: string,
  make: () => Sealed,
  write: (sealed: Sealed) => Promise<void>,
): Promise<void> {
  let sealed: Sealed;
  try {
    sealed = make();
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    outcome.unreadable.push(id);
    return;
  }
  await write(sealed);
  outcome.resealed += 1;
}
