import { newId } from '#app/kernel/ids.ts';
import { addMinutes, type Instant } from '#app/kernel/instant.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import { minutesToWait, secondFactorPause, secondFactorTries } from './sign-in-code.ts';
import { backupCodeHash, newBackupCodes, stepOfCode } from './authenticator.server.ts';

/** Whether the person can show a second factor at all. */
export async function hasSecondFactor(tx: Transaction | Database, personId: string): Promise<boolean> {
  const [passkeys, apps] = await Promise.all([
    tx.passkey.count({ where: { personId } }),
    tx.authenticator.count({ where: { personId, confirmedAt: { not: null } } }),
  ]);
  return passkeys + apps > 0;
}

export async function rememberSecondFactor(tx: Transaction, sessionId: string | null, at: Instant): Promise<void> {
  if (sessionId !== null) await tx.session.updateMany({ where: { id: sessionId }, data: { secondFactorAt: at } });
}

/** Counts a try before it is judged, so that many at once gain nothing. @returns minutes to wait; 0 when the try is allowed */
export async function countTry(database: Database, personId: string, now: Instant): Promise<number> {
  return database.$transaction(async (tx) => {
    await tx.$executeRaw`select 1 from person where id = ${personId}::uuid for update`;
    const since = addMinutes(now, -secondFactorPause);
    await tx.secondFactorTry.deleteMany({ where: { personId, triedAt: { lte: since } } });
    const tries = await tx.secondFactorTry.findMany({ where: { personId }, select: { triedAt: true } });
    const wait = minutesToWait(
      tries.map((row) => row.triedAt),
      secondFactorTries,
      secondFactorPause,
      now,
    );
    if (wait === 0) await tx.secondFactorTry.create({ data: { id: newId(now.getTime()), personId, triedAt: now } });
    return wait;
  });
}

export async function forgetTries(tx: Transaction, personId: string): Promise<void> {
  await tx.secondFactorTry.deleteMany({ where: { personId } });
}

/** Takes a code of the person's app; each code works once. @param confirmed false while the app is being set up */
export async function takeAppCode(
  tx: Transaction,
  order: { personId: string; code: string; now: Instant; secret: string; confirmed: boolean },
): Promise<boolean> {
  const app = await tx.authenticator.findUnique({ where: { personId: order.personId } });
  if (app === null || (app.confirmedAt !== null) !== order.confirmed) return false;
  const step = stepOfCode(order.secret, app.sealedSecret, order.code, order.now);
  if (step === null) return false;
  const { count } = await tx.authenticator.updateMany({
    where: { personId: order.personId, sealedSecret: app.sealedSecret, lastStep: { lt: step } },
    data: { lastStep: step, confirmedAt: app.confirmedAt ?? order.now },
  });
  return count === 1;
}

/** Takes a backup code; each works once. */
export async function takeBackupCode(
  tx: Transaction,
  order: { personId: string; code: string; now: Instant; secret: string },
): Promise<boolean> {
  const codeHash = backupCodeHash(order.secret, order.personId, order.code);
  const { count } = await tx.backupCode.updateMany({
    where: { personId: order.personId, codeHash, usedAt: null },
    data: { usedAt: order.now },
  });
  return count === 1;
}

/** Replaces all backup codes. @returns the new ones, to be shown once */
export async function replaceBackupCodes(
  tx: Transaction,
  order: { personId: string; now: Instant; secret: string },
): Promise<string[]> {
  const codes = newBackupCodes();
  await tx.backupCode.deleteMany({ where: { personId: order.personId } });
  await tx.backupCode.createMany({
    data: codes.map((code) => ({
      personId: order.personId,
      codeHash: backupCodeHash(order.secret, order.personId, code),
      createdAt: order.now,
    })),
  });
  return codes;
}
