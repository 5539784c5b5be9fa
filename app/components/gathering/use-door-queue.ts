import { useCallback, useEffect, useRef, useState } from 'react';

/** A mark that waits on this phone: ids and a moment, no names. */
export type WaitingMark = { key: string; registrationId: string; direction: 'in' | 'out'; at: number };

/** online: everything goes. offline: the network is away. signed-out: the server asks to sign in again. */
type QueueState = 'online' | 'offline' | 'signed-out';

const retryAfter = 5000;
/** What was not sent within two days is of an evening that is over. */
const keptFor = 48 * 60 * 60 * 1000;

function read(place: string): WaitingMark[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(kept) ? (kept as WaitingMark[]).filter(({ at }) => Date.now() - at < keptFor) : [];
  } catch {
    return [];
  }
}

function write(place: string, marks: readonly WaitingMark[]): void {
  try {
    if (marks.length === 0) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(marks));
  } catch {
    // without room on the phone the marks stay in the page, which stays open
  }
}

/**
 * Marks from the door, kept on the phone until the server has them, also when the page is opened again. Each goes with a key of its
 * own, so that one that is sent twice counts once.
 * @param endpoint where they are sent. @param place under which they are kept
 */
export function useDoorQueue(endpoint: string, place: string) {
  const waiting = useRef<WaitingMark[]>([]);
  const isSending = useRef(false);
  const [marks, setMarks] = useState<readonly WaitingMark[]>([]);
  const [state, setState] = useState<QueueState>('online');
  const [hasRefused, setRefused] = useState(false);
  /** By registration: what was marked since the page was made. */
  const [marked, setMarked] = useState<Readonly<Record<string, 'in' | 'out'>>>({});

  const keep = useCallback(
    (next: WaitingMark[]) => {
      waiting.current = next;
      setMarks(next);
      write(place, next);
    },
    [place],
  );

  const send = useCallback(async () => {
    if (isSending.current || waiting.current.length === 0) return;
    isSending.current = true;
    const batch = waiting.current.slice(0, 100);
    const now = Date.now();
    const typed = batch.map(({ key, registrationId, direction, at }) => ({
      ...{ key, registrationId, direction },
      secondsAgo: Math.max(0, Math.round((now - at) / 1000)),
    }));
    try {
      const response = await fetch(endpoint, {
        method: 'POST',
        body: new URLSearchParams({ marks: JSON.stringify(typed) }),
      });
      if (response.ok) {
        const { results } = (await response.json()) as { results: { key: string; result: string }[] };
        const refused = results.filter(({ result }) => result !== 'in' && result !== 'out').map(({ key }) => key);
        const done = results.map(({ key }) => key);
        if (refused.length > 0) {
          setRefused(true);
          const ids = batch.filter(({ key }) => refused.includes(key)).map(({ registrationId }) => registrationId);
          setMarked((before) => Object.fromEntries(Object.entries(before).filter(([id]) => !ids.includes(id))));
        }
        keep(waiting.current.filter(({ key }) => !done.includes(key)));
        setState('online');
      } else setState(response.status === 401 || response.redirected ? 'signed-out' : 'offline');
    } catch {
      setState('offline');
    }
    isSending.current = false;
  }, [endpoint, keep]);

  useEffect(() => {
    const kept = read(place);
    keep(kept);
    setMarked(Object.fromEntries(kept.map(({ registrationId, direction }) => [registrationId, direction])));
    const again = () => void send();
    window.addEventListener('online', again);
    const timer = setInterval(again, retryAfter);
    again();
    return () => {
      window.removeEventListener('online', again);
      clearInterval(timer);
    };
  }, [place, keep, send]);

  const mark = useCallback(
    (registrationId: string, direction: 'in' | 'out', key: string) => {
      setMarked((before) => ({ ...before, [registrationId]: direction }));
      keep([...waiting.current, { key, registrationId, direction, at: Date.now() }]);
      void send();
    },
    [keep, send],
  );

  return { mark, marks, marked, state, hasRefused };
}
