import type { Instant } from '#app/kernel/instant.ts';

/** The only source of "now" outside the kernel, so that tests decide what time it is. */
export type Clock = { now(): Instant };

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is set. */
export function fixedClock(at: Instant): Clock & { set(to: Instant): void } {
  let current = at;
  return {
    now: () => new Date(current),
    set: (to) => {
      current = to;
    },
  };
}
