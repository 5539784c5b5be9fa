import { useFetcher } from '@remix-run/react';
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { AutosaveAnswer } from '../forms/use-autosave.ts';

const nameOf = (slug: string) => `keuzes-${slug}`;

/** Milliseconds after a choice until it is kept. */
const pause = 400;

/** Choices that wait on this device, or null: none do. */
function waitingChoices(slug: string): number[] | null {
  try {
    const read: unknown = JSON.parse(window.localStorage.getItem(nameOf(slug)) ?? 'null');
    return Array.isArray(read) ? read.filter((one): one is number => Number.isInteger(one)) : null;
  } catch {
    return null;
  }
}

function wait(slug: string, choices: readonly number[] | null): void {
  try {
    if (choices === null) window.localStorage.removeItem(nameOf(slug));
    else window.localStorage.setItem(nameOf(slug), JSON.stringify(choices));
  } catch {
    // a browser that keeps nothing: then a choice is kept when the network is back
  }
}

const chosenIn = (form: HTMLFormElement) => new FormData(form).getAll('plan').map(Number);

function tick(form: HTMLFormElement, choices: readonly number[]): void {
  for (const box of form.querySelectorAll<HTMLInputElement>('input[name="plan"]'))
    box.checked = choices.includes(Number(box.value));
}

/**
 * Keeps every choice: with the server in the sealed cookie, and until that has answered on this device, so that a phone without a network
 * or without power loses nothing.
 * @param choices what the page came with
 */
export function useKeptChoices(slug: string, form: RefObject<HTMLFormElement | null>, choices: readonly number[]) {
  const { submit, data: answer, state } = useFetcher<AutosaveAnswer>();
  const [chosen, setChosen] = useState(choices);
  /** What went to the server last. */
  const sent = useRef('');
  const later = useRef<ReturnType<typeof setTimeout>>(undefined);
  const keep = useCallback(() => {
    if (form.current === null) return;
    const now = chosenIn(form.current);
    setChosen(now);
    wait(slug, now);
    clearTimeout(later.current);
    later.current = setTimeout(() => {
      if (form.current === null) return;
      const filledIn = new FormData(form.current);
      filledIn.set('intent', 'autosave');
      sent.current = String(chosenIn(form.current));
      submit(filledIn, { method: 'post' });
    }, pause);
  }, [slug, form, submit]);

  useEffect(() => {
    const waiting = waitingChoices(slug);
    if (waiting !== null && form.current !== null) {
      tick(form.current, waiting);
      keep();
    }
    // back on the net: what could not be kept is
    const again = () => {
      if (waitingChoices(slug) !== null) keep();
    };
    window.addEventListener('online', again);
    return () => {
      clearTimeout(later.current);
      window.removeEventListener('online', again);
    };
  }, [slug, form, keep]);

  useEffect(() => {
    // the server has them, unless something was chosen since
    if (state === 'idle' && answer?.autosaved === true && sent.current === String(waitingChoices(slug)))
      wait(slug, null);
  }, [answer, state, slug]);

  const clear = () => {
    if (form.current === null) return;
    tick(form.current, []);
    keep();
  };
  return { chosen, keep, clear, isOnDevice: state === 'idle' && answer?.autosaved === false };
}

/**
 * On the page with the last button: what the server has need not wait here, and nothing waits once a ballot is cast.
 * @param chosen what the server has
 */
export function useNothingWaiting(slug: string, chosen: readonly { number: number }[]): void {
  useEffect(() => {
    const has = chosen.map(({ number }) => number);
    const waiting = waitingChoices(slug);
    if (waiting?.length === has.length && waiting.every((one) => has.includes(one))) wait(slug, null);
    const forget = () => {
      wait(slug, null);
    };
    document.addEventListener('submit', forget);
    return () => {
      document.removeEventListener('submit', forget);
    };
  }, [slug, chosen]);
}
