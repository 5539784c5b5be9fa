import { expect, test } from 'vitest';
import { fillDemo } from '#tests/support/demo.ts';
import { useProduct } from '#tests/support/product.ts';

const product = useProduct({ fill: fillDemo });

/** Addresses that differ only in what is searched or filtered: enough to see that they work. */
const mostPerPath = 10;

/** Every address of our own that a page links to, without what comes after `#`. */
function linksOf(html: string, page: string): string[] {
  return [...html.matchAll(/\shref="([^"]+)"/g)].flatMap(([, raw = '']) => {
    const url = new URL(raw.replaceAll('&amp;', '&'), `${product.url}${page}`);
    return url.origin === new URL(product.url).origin ? [`${url.pathname}${url.search}`] : [];
  });
}

test('no link that a visitor finds leads nowhere', async () => {
  // the page of the design system is linked from nowhere
  const waiting = ['/', '/stijl'];
  const foundOn = new Map(waiting.map((address) => [address, 'the start']));
  const perPath = new Map<string, number>();
  const broken: string[] = [];
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const response = await fetch(`${product.url}${address}`);
    if (response.status >= 400) broken.push(`${String(response.status)} ${address} on ${foundOn.get(address) ?? ''}`);
    const isPage = response.headers.get('content-type')?.includes('html') === true;
    const body = await response.text();
    for (const link of isPage ? linksOf(body, address) : []) {
      const [path = ''] = link.split('?');
      const count = perPath.get(path) ?? 0;
      if (foundOn.has(link) || count >= mostPerPath) continue;
      perPath.set(path, count + 1);
      foundOn.set(link, address);
      waiting.push(link);
    }
  }
  expect(foundOn.size).toBeGreaterThan(100);
  expect(broken).toEqual([]);
});
