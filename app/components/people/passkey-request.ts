import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/browser';
import { useEffect, useState } from 'react';

export type PasskeyRequest =
  | { intent: 'offer' }
  | { intent: 'add'; name: string; response: RegistrationResponseJSON }
  | { intent: 'ask' }
  | { intent: 'show'; response: AuthenticationResponseJSON };

export type PasskeyAnswer =
  | { ok: false; problem: string }
  | { ok: true; kind: 'offer'; options: PublicKeyCredentialCreationOptionsJSON }
  | { ok: true; kind: 'add'; backupCodes: string[] }
  | { ok: true; kind: 'ask'; options: PublicKeyCredentialRequestOptionsJSON }
  | { ok: true; kind: 'show' };

/** Talks with /mijn/beveiliging/sleutel. @throws when the network or the session is gone */
export async function postJson(request: PasskeyRequest): Promise<PasskeyAnswer> {
  const response = await fetch('/mijn/beveiliging/sleutel', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(request),
  });
  return (await response.json()) as PasskeyAnswer;
}

/** False while the page has no JavaScript yet: a button that needs it stays off. */
export function useHydrated(): boolean {
  const [isHydrated, setHydrated] = useState(false);
  useEffect(() => {
    setHydrated(true);
  }, []);
  return isHydrated;
}
