import type { ServerBuild } from '@remix-run/node';
import { keptPageOf } from '#app/http/kept-page.ts';
import type { RouteFinder } from '../narrow-build.ts';

const longest = 300;
const longestValue = 60;
/** What a form sends along empty when somebody only chose from lists. */
const freeText = 'zoek';

/** Whether the page at an address may be kept, as its route says. */
export function addressesOf(
  { routes }: Pick<ServerBuild, 'routes'>,
  finder: RouteFinder,
): (address: string) => boolean {
  return (address) => {
    if (address.length > longest || !address.startsWith('/') || address.startsWith('//')) return false;
    // `/\\[`: a browser reads the backslash as the slash of a host name, and this is none
    if (!URL.canParse(address, 'http://address')) return false;
    const url = new URL(address, 'http://address');
    // written in another way than it is read: as good as never, and each way would be a page of its own
    if (`${url.pathname}${url.search}` !== address) return false;
    const kept = keptPageOf(routes[finder.idOf(url.pathname) ?? '']?.module.handle);
    if (kept === null) return false;
    const words = [...url.searchParams];
    return (
      new Set(url.searchParams.keys()).size === words.length &&
      words.every(([word, value]) =>
        kept.query.includes(word) ? value.length <= longestValue : word === freeText && value === '',
      )
    );
  };
}
