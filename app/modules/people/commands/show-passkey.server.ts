import {
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import type { SignedIn } from '../actor.ts';
import { keepChallenge, takeChallenge, type RelyingParty } from '../passkey.server.ts';
import { forgetTries, rememberSecondFactor } from '../second-factor.store.server.ts';

type PasskeyContext = Context<SignedIn> & { site: RelyingParty };

/** What the browser needs to ask for one of the actor's passkeys. */
export async function askForPasskey(
  context: PasskeyContext,
): Promise<Outcome<PublicKeyCredentialRequestOptionsJSON, 'no-passkey'>> {
  const { actor, database, now, site } = context;
  const passkeys = await database.passkey.findMany({
    where: { personId: actor.person.id },
    select: { credentialId: true, transports: true },
  });
  if (passkeys.length === 0) return refused('no-passkey');
  const options = await generateAuthenticationOptions({
    rpID: site.id,
    userVerification: 'preferred',
    allowCredentials: passkeys.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
  });
  await keepChallenge(database, actor.sessionId, options.challenge, now);
  return accepted(options);
}

/** Shows the second factor with a passkey; the session remembers it for a working day. */
export async function showPasskey(
  input: { response: AuthenticationResponseJSON },
  context: PasskeyContext,
): Promise<Outcome<void, 'passkey-not-verified'>> {
  const { actor, database, now, site } = context;
  const challenge = await takeChallenge(database, actor.sessionId, now);
  const passkey = await database.passkey.findFirst({
    where: { credentialId: input.response.id, personId: actor.person.id },
  });
  if (challenge === null || passkey === null) return refused('passkey-not-verified');
  const counter = await verifiedCounter(input.response, challenge, site, passkey);
  if (counter === null) return refused('passkey-not-verified');
  return inTransaction(context, async (tx) => {
    await tx.passkey.update({ where: { id: passkey.id }, data: { counter: BigInt(counter), usedAt: now } });
    await forgetTries(tx, actor.person.id);
    await rememberSecondFactor(tx, actor.sessionId, now);
    return accepted();
  });
}

type StoredPasskey = { credentialId: string; publicKey: Uint8Array<ArrayBuffer>; counter: bigint };

/** A response that makes no sense throws inside the library: that too is simply not verified. */
async function verifiedCounter(
  response: AuthenticationResponseJSON,
  challenge: string,
  site: RelyingParty,
  passkey: StoredPasskey,
): Promise<number | null> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.id,
      requireUserVerification: false,
      credential: { id: passkey.credentialId, publicKey: passkey.publicKey, counter: Number(passkey.counter) },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    return null;
  }
}
