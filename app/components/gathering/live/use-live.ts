import { useEffect, useRef, useState } from 'react';
import type { LiveChange } from '#app/modules/gatherings/live/change.ts';
import { LiveLine, type LiveState } from './live-line.ts';

/**
 * Follows a gathering from a number on, and calls back for each change in order, each once. Comes back by itself after sleep, a dead
 * network, a server that restarts and a screen that slept, and catches up.
 * @param slug of the gathering. @param since number up to which the page knows everything; later ones are ignored: the line goes on from
 *   what it heard. @param isScreen the big screen of who helps. @returns how it stands with the connection
 */
export function useLive(
  slug: string,
  since: number,
  onChange: (change: LiveChange) => void,
  { isScreen = false }: { isScreen?: boolean } = {},
): LiveState {
  const [state, setState] = useState<LiveState>('connecting');
  const heard = useRef(onChange);
  const from = useRef(since);
  useEffect(() => {
    heard.current = onChange;
  });
  useEffect(() => {
    const line = new LiveLine(`/ontmoet/${slug}/live`, from.current, {
      isScreen,
      onChange: (change) => {
        from.current = change.number;
        heard.current(change);
      },
      onState: setState,
    });
    line.start();
    return () => {
      line.stop();
    };
  }, [slug, isScreen]);
  return state;
}
