import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import { openSealed, sealFor, type Sealed, type SealingKeys } from '#app/platform/sealing.server.ts';
import { deriveKey, keyedDigest, seal, sha256, unseal } from '#app/platform/secret.server.ts';
import { isLevel, type Level, type StepKind, type Terms } from './question.ts';

/** What words are sealed with: the keys of bank accounts, which are kept outside the database too. */
export type Sealing = { keys: SealingKeys; secret: string };

/** Opens nowhere but in its own row. */
const questionPlace = (id: string) => `integrity_question/${id}`;
const stepPlace = (id: string) => `integrity_step/${id}`;

export function sealQuestion(keys: SealingKeys, id: string, text: string): Sealed {
  return sealFor(keys, questionPlace(id), text);
}

/** @throws SealBroken */
export function openQuestion(keys: SealingKeys, row: { id: string } & Sealed): string {
  return row.sealed.length === 0 ? '' : openSealed(keys, questionPlace(row.id), row);
}

export function sealStep(keys: SealingKeys, id: string, text: string): Sealed {
  return sealFor(keys, stepPlace(id), text);
}

/** @returns what was written with a step; empty where that is nothing. @throws SealBroken */
export function openStep(keys: SealingKeys, row: { id: string } & Sealed): string {
  return row.sealed.length === 0 ? '' : openSealed(keys, stepPlace(row.id), row);
}

const contactKey = (secret: string) => deriveKey(secret, 'integrity-contact');

/** The address of an asker, of which whoever reads the database learns nothing. */
export function sealContact(secret: string, email: string): string {
  return email === '' ? '' : seal(contactKey(secret), email);
}

/** @returns the address, or null where there is none that this server can open */
export function openContact(secret: string, contact: string): string | null {
  return contact === '' ? null : unseal(contactKey(secret), contact);
}

/** The token in the link of an asker: it follows from the id and the server's secret, so that mails have it and the database does not. */
export function questionToken(secret: string, id: string): string {
  return keyedDigest(deriveKey(secret, 'integrity-question'), id).toString('base64url');
}

export function questionTokenHash(token: string): string {
  return sha256(token);
}

export async function termsOn(database: Database | Transaction, day: CalendarDate): Promise<Terms> {
  const [row] = await database.$queryRaw<Terms[]>`
    select chair_days as chair, manager_days as manager, control_days as control, board_days as board, asker_days as asker
      from integrity_rule_on(${day}::date)`;
  if (row === undefined) throw new Error('there are no terms for questions of integrity');
  return row;
}

export type LockedQuestion = {
  id: string;
  level: Level;
  state: string;
  revision: number;
  askerId: string | null;
};

/** Locks a question, so that of two steps at once the second sees the first. */
export async function lockQuestion(tx: Transaction, id: string): Promise<LockedQuestion | null> {
  await tx.$queryRaw`select 1 from integrity_question where id = ${id}::uuid for no key update`;
  const row = await tx.integrityQuestion.findUnique({
    where: { id },
    select: { id: true, level: true, state: true, revision: true, askerId: true, erasedAt: true },
  });
  if (row === null || row.erasedAt !== null || !isLevel(row.level)) return null;
  return { ...row, level: row.level };
}

const noWords = { sealed: new Uint8Array(0), keyId: '' };

export type Step = { kind: StepKind; byId?: string | null; text?: string };

export async function writeStep(
  tx: Transaction,
  question: { id: string; level: Level },
  { kind, byId = null, text = '' }: Step,
  { now, keys }: { now: Instant; keys: SealingKeys | null },
): Promise<void> {
  const id = newId(now.getTime());
  const sealed = text === '' || keys === null ? noWords : sealStep(keys, id, text);
  await tx.integrityStep.create({
    data: { id, questionId: question.id, kind, level: question.level, at: now, byId, ...sealed },
  });
}
