/** Milliseconds, and how many a second. */
export type Timing = { times: number; perSecond: number; p50: number; p95: number; p99: number };

/** @param milliseconds of each, in any order @param seconds that all of it took */
export function timingOf(milliseconds: readonly number[], seconds: number): Timing {
  const sorted = [...milliseconds].sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return {
    times: sorted.length,
    perSecond: seconds === 0 ? Number.NaN : sorted.length / seconds,
    ...{ p50: at(0.5), p95: at(0.95), p99: at(0.99) },
  };
}

/**
 * Does work over and over, so many at the same time, for a while.
 * @param order.warm seconds before it counts
 */
export async function inParallel(
  order: { parallel: number; seconds: number; warm: number },
  work: (round: number) => Promise<unknown>,
): Promise<Timing> {
  const times: number[] = [];
  const counts = performance.now() + order.warm * 1000;
  const ends = counts + order.seconds * 1000;
  let round = 0;
  let began = Number.POSITIVE_INFINITY;
  const one = async () => {
    while (performance.now() < ends) {
      const start = performance.now();
      await work(round++);
      if (start < counts) continue;
      began = Math.min(began, start);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: order.parallel }, one));
  return timingOf(times, (performance.now() - began) / 1000);
}
