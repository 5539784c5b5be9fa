import { useCallback } from 'react';
import type { LiveState } from '../live/live-line.ts';
import { useFresh } from '../live/use-fresh.ts';
import { useLive } from '../live/use-live.ts';

/**
 * Reads the page anew when something changes at the gathering that is no note of the wall.
 * @param since number up to which the page knows everything
 */
export function useChanges(slug: string, since: number, options: { isScreen?: boolean } = {}): LiveState {
  const fresh = useFresh();
  const onChange = useCallback(
    ({ kind }: { kind: string }) => {
      if (kind !== 'note') fresh();
    },
    [fresh],
  );
  return useLive(slug, since, onChange, options);
}
