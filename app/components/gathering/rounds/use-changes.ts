import type { LiveChange } from '#app/modules/gatherings/live/change.ts';
import type { LiveState } from '../live/live-line.ts';
import { useFresh } from '../live/use-fresh.ts';
import { useLive } from '../live/use-live.ts';

type Kind = LiveChange['kind'];
type Options = {
  isScreen?: boolean;
  /** What the page shows. Name them where two hundred phones have it open, so that not all ask anew for what they do not show. */
  kinds?: readonly Kind[];
};

/** All but notes of the wall, which come along whole. */
const shown: readonly Kind[] = ['cluster', 'card', 'round', 'question', 'promise', 'workshop', 'arrival', 'gathering'];

/**
 * Reads the page anew when something that it shows changes at the gathering.
 * @param since number up to which the page knows everything
 */
export function useChanges(slug: string, since: number, { isScreen = false, kinds = shown }: Options = {}): LiveState {
  const fresh = useFresh();
  return useLive(
    slug,
    since,
    ({ kind }) => {
      if (kinds.includes(kind)) fresh();
    },
    { isScreen },
  );
}
