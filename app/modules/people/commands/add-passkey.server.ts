import {
  generateRegistrationOptions,
  verifyRegistrationResponse,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { newId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import type { SignedIn } from '../actor.ts';
import { mailSecurityChange } from '../jobs.server.ts';
import { algorithms, keepChallenge, takeChallenge, type RelyingParty } from '../passkey.server.ts';
import { hasSecondFactor, rememberSecondFactor, replaceBackupCodes } from '../second-factor.store.server.ts';

type PasskeyContext = Context<SignedIn> & { site: RelyingParty; secret: string };

/** More than anybody has devices. */
const mostPasskeys = 20;

/** What the browser needs to make a passkey. Who has a second factor already shows it first. */
export async function offerPasskey(
  context: PasskeyContext,
): Promise<Outcome<PublicKeyCredentialCreationOptionsJSON, 'second-factor-needed' | 'too-many-passkeys'>> {
  const { actor, database, now, site } = context;
  const personId = actor.person.id;
  if (!actor.secondFactor && (await hasSecondFactor(database, personId))) return refused('second-factor-needed');
  const existing = await database.passkey.findMany({
    where: { personId },
    select: { credentialId: true, transports: true },
  });
  if (existing.length >= mostPasskeys) return refused('too-many-passkeys');
  const options = await generateRegistrationOptions({
    rpName: site.name,
    rpID: site.id,
    userName: actor.person.email,
    userDisplayName: actor.person.name,
    userID: new TextEncoder().encode(personId),
    excludeCredentials: existing.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    supportedAlgorithmIDs: algorithms,
    authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' },
  });
  await keepChallenge(database, actor.sessionId, options.challenge, now);
  return accepted(options);
}

export type AddPasskey = { name: string; response: RegistrationResponseJSON };

export type AddPasskeyRefusal = 'second-factor-needed' | 'passkey-not-verified' | 'passkey-exists';

/**
 * Adds the passkey that the browser made. @returns backup codes when the person had none yet, shown this once
 */
export async function addPasskey(
  input: AddPasskey,
  context: PasskeyContext,
): Promise<Outcome<string[], AddPasskeyRefusal>> {
  const { actor, database, now, site, secret } = context;
  const personId = actor.person.id;
  if (!actor.secondFactor && (await hasSecondFactor(database, personId))) return refused('second-factor-needed');
  const challenge = await takeChallenge(database, actor.sessionId, now);
  const credential = challenge === null ? null : await verified(input.response, challenge, site);
  if (credential === null) return refused('passkey-not-verified');
  return inTransaction(
    context,
    async (tx) => {
      const id = newId(now.getTime());
      await tx.passkey.create({
        data: {
          id,
          personId,
          name: input.name,
          credentialId: credential.id,
          publicKey: credential.publicKey,
          counter: BigInt(credential.counter),
          transports: credential.transports ?? [],
          createdAt: now,
        },
      });
      await rememberSecondFactor(tx, actor.sessionId, now);
      await enqueue(tx, mailSecurityChange, { personId, change: 'passkey-added' }, `mail-security-change:${id}`);
      const hasCodes = (await tx.backupCode.count({ where: { personId, usedAt: null } })) > 0;
      return accepted(hasCodes ? [] : await replaceBackupCodes(tx, { personId, now, secret }));
    },
    { refusals: { passkey_credential_id_key: 'passkey-exists' } },
  );
}

/** A response that makes no sense throws inside the library: that too is simply not verified. */
async function verified(response: RegistrationResponseJSON, challenge: string, site: RelyingParty) {
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.id,
      requireUserVerification: false,
      supportedAlgorithmIDs: algorithms,
    });
    return registrationInfo?.credential ?? null;
  } catch {
    return null;
  }
}
