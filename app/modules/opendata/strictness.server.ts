import type { Platform } from '#app/platform/platform.server.ts';
import type { Strictness } from './whitelist.ts';

/** In production a field too many is left out and the log says where; anywhere else it is a fault, so that it is found. */
export function strictnessOf({ env, log }: Pick<Platform, 'env' | 'log'>): Strictness {
  return {
    isStrict: env.mode !== 'live',
    report: (dataset, path) => {
      log.error({ dataset, path }, 'a field that is not on the whitelist was left out of the open data');
    },
  };
}
