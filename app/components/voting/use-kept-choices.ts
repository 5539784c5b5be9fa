import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';

/** Milliseconds after a choice until it is kept, and until that is tried again. */
const pause = 400;
const untilAgain = 4000;

/** Only what the server does not have yet, and only in this tab: the device may be used by others. */
const placesOf = (slug: string) => `keuze:${slug}:`;

function readChoices(place: string): number[] | null {
  try {
    const kept: unknown = JSON.parse(window.sessionStorage.getItem(place) ?? 'null');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'number') : null;
  } catch {
    return null;
  }
}

function writeChoices(place: string, choices: readonly number[] | null): void {
  try {
    if (choices === null) window.sessionStorage.removeItem(place);
    else window.sessionStorage.setItem(place, JSON.stringify(choices));
  } catch {
    // without room they stay in the page
  }
}

/** @returns whether they are kept, or never will be; false: no network or no server */
async function sendChoices(slug: string, choices: readonly number[]): Promise<boolean> {
  const body = new URLSearchParams(choices.map((choice) => ['plan', String(choice)]));
  try {
    // goes on when the page is left
    const { status } = await fetch(`/stemmen/${slug}/keuze`, { method: 'POST', body, keepalive: true });
    return status < 500 && status !== 429;
  } catch {
    return false;
  }
}

type KeptChoices = {
  /** Call after each choice. */
  keep: (choices: readonly number[]) => void;
  /** Call when the form itself goes to the server, with all choices. */
  rest: () => void;
  /** Whether what was chosen last could not be kept. */
  isUnreached: boolean;
};

/**
 * Keeps what somebody chooses. Without a network it stays here, survives a reload, and is sent as soon as there is one; who leaves
 * the page right after a choice does not lose it.
 * @param holder whose choices these are: the next one in this tab does not get them
 */
export function useKeptChoices(
  slug: string,
  holder: string | null,
  form: RefObject<HTMLFormElement | null>,
  show: (choices: readonly number[]) => void,
): KeptChoices {
  const place = `${placesOf(slug)}${holder ?? ''}`;
  const [isUnreached, setUnreached] = useState(false);
  const waiting = useRef<readonly number[] | null>(null);
  const isSending = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const send = useCallback(async () => {
    clearTimeout(timer.current);
    const choices = waiting.current;
    // one after another: the last one to arrive is what is kept
    if (choices === null || isSending.current) return;
    isSending.current = true;
    const isDone = await sendChoices(slug, choices);
    isSending.current = false;
    setUnreached(!isDone);
    if (isDone && waiting.current === choices) {
      waiting.current = null;
      writeChoices(place, null);
    } else timer.current = setTimeout(() => void send(), isDone ? 0 : untilAgain);
  }, [slug, place]);

  useEffect(() => {
    const left = readChoices(place);
    if (left !== null && form.current !== null) {
      for (const field of form.current.elements)
        if (field instanceof HTMLInputElement && field.name === 'plan')
          field.checked = left.includes(Number(field.value));
      waiting.current = left;
      show(left);
      void send();
    }
    const sendNow = () => void send();
    const leave = () => {
      if (waiting.current !== null) void sendChoices(slug, waiting.current);
    };
    window.addEventListener('online', sendNow);
    window.addEventListener('pagehide', leave);
    return () => {
      clearTimeout(timer.current);
      window.removeEventListener('online', sendNow);
      window.removeEventListener('pagehide', leave);
    };
  }, [slug, place, form, show, send]);

  return {
    keep: (choices) => {
      waiting.current = choices;
      writeChoices(place, choices);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void send(), pause);
    },
    rest: () => {
      waiting.current = null;
      clearTimeout(timer.current);
    },
    isUnreached,
  };
}

/** The page after the ballot has all choices: nothing of them waits in this tab any more. */
export function useNoWaitingChoices(slug: string): void {
  useEffect(() => {
    for (const place of Object.keys(window.sessionStorage))
      if (place.startsWith(placesOf(slug))) writeChoices(place, null);
  }, [slug]);
}
