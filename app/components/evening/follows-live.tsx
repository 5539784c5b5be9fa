import type { LiveChange } from '#app/modules/gatherings/live/change.ts';
import { LiveSign } from '../gathering/live/live-sign.tsx';
import { useFresh } from '../gathering/live/use-fresh.ts';
import { useLive } from '../gathering/live/use-live.ts';

type FollowsLiveProps = {
  slug: string;
  /** Number up to which the page knows everything. */
  since: number;
  /** What the page shows; other changes leave it alone. */
  kinds: readonly LiveChange['kind'][];
};

/** Reads the page anew when somebody else changes what it shows, and says how it stands with the connection. */
export function FollowsLive({ slug, since, kinds }: FollowsLiveProps) {
  const fresh = useFresh();
  const state = useLive(slug, since, (change) => {
    if (kinds.includes(change.kind)) fresh();
  });
  return <LiveSign state={state} />;
}
