import { test } from 'vitest';
import type { DemoAccount } from '#app/modules/people/demo-account.ts';
import { useBrowser } from '#tests/support/browser.ts';
import { fillDemo, signInAs } from '#tests/support/demo.ts';
import { useProduct } from '#tests/support/product.ts';
import { expectGood, narrow } from './narrow-phone.ts';
import { addresses } from './page-addresses.ts';
import { workPages } from './work-pages.ts';

const product = useProduct({ fill: fillDemo });
const browser = useBrowser();

test.each(Object.entries(workPages) as [DemoAccount, string[]][])(
  'pages for %s on a narrow phone',
  async (account, paths) => {
    const page = await browser.newPage(narrow);
    await signInAs(page, product.url, account);
    const address = await addresses(product.database);
    for (const path of paths) await expectGood(page, product.url + address(path));
  },
);
