import { useEffect, useState } from 'react';
import { readCode } from '#app/modules/voting/code.ts';

const nameOf = (slug: string) => `stemcode-${slug}`;

/**
 * The code that a QR code brought along, after the `#`: so it is in no log and no history. It waits in this tab until the page where it is
 * typed otherwise.
 * @returns whether one waits, also when it came earlier
 */
export function useCodeFromAddress(slug: string): boolean {
  const [isWaiting, setWaiting] = useState(false);
  useEffect(() => {
    const code = readCode(decodeURIComponent(window.location.hash.slice(1)));
    if (code !== null) {
      window.sessionStorage.setItem(nameOf(slug), code);
      window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
    }
    setWaiting(window.sessionStorage.getItem(nameOf(slug)) !== null);
  }, [slug]);
  return isWaiting;
}

/** The code was used: nothing waits any more. */
export function useNoWaitingCode(slug: string): void {
  useEffect(() => window.sessionStorage.removeItem(nameOf(slug)), [slug]);
}

/** The code that waits in this tab; empty on the server, and where none came. */
export function useWaitingCode(slug: string): string {
  const [code, setCode] = useState('');
  useEffect(() => setCode(window.sessionStorage.getItem(nameOf(slug)) ?? ''), [slug]);
  return code;
}
