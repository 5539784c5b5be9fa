import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { findings } from '#app/modules/control/queries/findings.query.server.ts';
import type { DemoAccount } from '#app/modules/people/demo-account.ts';
import type { useBrowser } from '#tests/support/browser.ts';
import { signInAs } from '#tests/support/demo.ts';
import type { Product } from '#tests/support/product.ts';

const phone = { viewport: { width: 390, height: 844 } };

/** What happens before and after a payment to volunteers, by whatever rail. */
export function paydayOf(product: Product, browser: ReturnType<typeof useBrowser>) {
  const { database } = product;

  async function as(account: DemoAccount, options = {}): Promise<Page> {
    const page = await browser.newPage(options);
    await signInAs(page, product.url, account);
    return page;
  }

  const slugOfKitchen = async () =>
    (await database.activity.findFirstOrThrow({ where: { name: { contains: 'samen koken' } } })).slug;

  /** A volunteer fills in two hours of today on a phone. @returns their page, at /mijn-vergoedingen */
  async function worksTwoHours(): Promise<Page> {
    const volunteer = await as('bewoner', phone);
    await volunteer.goto(`${product.url}/activiteiten/${await slugOfKitchen()}/uren`);
    await volunteer.getByText('2 uur', { exact: true }).click();
    await volunteer.getByRole('button', { name: 'Vul deze uren in' }).click();
    await volunteer.waitForURL('**/mijn-vergoedingen');
    return volunteer;
  }

  async function coordinatorApproves(): Promise<void> {
    const coordinator = await as('coordinator-2');
    await coordinator.goto(`${product.url}/coordinatie/${await slugOfKitchen()}`);
    await coordinator
      .getByRole('button', { name: /^Keur .* goed$/ })
      .first()
      .click();
    await coordinator.getByText('Er wacht niets').first().waitFor();
  }

  /** What everybody reads of the money, and of what volunteers got. */
  async function everybodyReads(): Promise<string> {
    const texts = await Promise.all(
      ['/budgetten.json', '/wijkallianties.json', '/activiteiten/cijfers.json'].map(async (path) =>
        (await fetch(`${product.url}${path}`)).text(),
      ),
    );
    return texts.join('\n');
  }

  const stateOfBatch = async (number: string) =>
    (await database.paymentBatch.findUniqueOrThrow({ where: { number }, select: { state: true } })).state;

  /** The volunteer reads that it was paid, everybody else reads what they read before, and the ledger adds up. */
  async function expectPaid(volunteer: Page, before: string): Promise<void> {
    await volunteer.goto(`${product.url}/mijn-vergoedingen`);
    expect(await volunteer.locator('main').innerText()).toContain('Betaald op');
    expect(await everybodyReads()).toBe(before);
    const { findings: found } = await findings(database, new Date());
    expect(found.filter(({ offenders }) => offenders.length > 0)).toEqual([]);
  }

  return { as, worksTwoHours, coordinatorApproves, everybodyReads, stateOfBatch, expectPaid };
}
