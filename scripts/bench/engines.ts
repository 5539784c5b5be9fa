import { openSearch } from '#app/modules/search/engines.server.ts';
import type { SearchEngine } from '#app/modules/search/port.ts';
import type { Platform } from '#app/platform/platform.server.ts';

/** The engines that there are: the embedded one always, Meilisearch where `MEILI_URL` is set. */
export function enginesOf(platform: Platform): readonly SearchEngine[] {
  return openSearch(platform).engines;
}
