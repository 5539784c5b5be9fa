import { z } from 'zod';
import { newId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { groundCodes, markKinds } from './ground.ts';
import type { Mark, RedactionInput, WordList } from './mark.ts';

/** What detection read, as it is kept; `{}` when its time is over. */
export const keptInput = z.object({
  passages: z.array(z.object({ key: z.string(), text: z.string(), holds: z.literal('people').optional() })).default([]),
  people: z.array(z.object({ name: z.string(), organisation: z.string(), isPublic: z.boolean() })).default([]),
  organisations: z.array(z.string()).default([]),
});
export type KeptInput = z.infer<typeof keptInput>;

export const keptMark = z.object({
  id: z.string(),
  passage: z.string(),
  start: z.number(),
  end: z.number(),
  kind: z.enum(markKinds),
  ground: z.enum(groundCodes),
  replacement: z.string(),
  state: z.enum(['found', 'accepted', 'rejected']),
  decidedById: z.string().nullable(),
});
export type KeptMark = z.infer<typeof keptMark>;

export const markColumns = {
  id: true,
  passage: true,
  start: true,
  end: true,
  kind: true,
  ground: true,
  replacement: true,
  state: true,
  decidedById: true,
} as const;

/** A redaction that nobody else changes until the transaction ends; null when there is none. */
export async function lockRedaction(tx: Transaction, redactionId: string) {
  await tx.$queryRaw`select id from redaction where id = ${redactionId}::uuid for update`;
  const row = await tx.redaction.findUnique({
    where: { id: redactionId },
    include: { marks: { select: markColumns } },
  });
  if (row === null) return null;
  const { marks, input, ...rest } = row;
  return { ...rest, input: keptInput.parse(input), marks: marks.map((mark) => keptMark.parse(mark)) };
}

/** The list of the editors of a body. */
export async function wordListOf(tx: Transaction, bodyId: string): Promise<WordList> {
  const words = await tx.redactionWord.findMany({ where: { bodyId }, select: { word: true, sort: true } });
  const of = (sort: string) => words.filter((one) => one.sort === sort).map(({ word }) => word);
  return { always: of('always'), never: of('never') };
}

export const asInput = (kept: KeptInput, list: WordList): RedactionInput => ({
  ...kept,
  passages: kept.passages.map(({ key, text, holds }) => (holds === undefined ? { key, text } : { key, text, holds })),
  list,
});

/** @param decided by whom and when; left out for what is only found */
export async function addMarks(
  tx: Transaction,
  redactionId: string,
  marks: readonly Mark[],
  decided?: { state: 'accepted' | 'rejected'; byId: string; at: Instant },
): Promise<void> {
  await tx.redactionMark.createMany({
    data: marks.map((mark) => ({
      id: newId(),
      redactionId,
      ...mark,
      state: decided?.state ?? 'found',
      decidedById: decided?.byId ?? null,
      decidedAt: decided?.at ?? null,
    })),
  });
}

/** Everything that changes counts, so that who releases releases what they saw. */
export async function countChange(tx: Transaction, redactionId: string): Promise<void> {
  await tx.redaction.update({ where: { id: redactionId }, data: { revision: { increment: 1 } } });
}
