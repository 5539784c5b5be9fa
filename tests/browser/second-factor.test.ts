import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { codeOf } from '#app/modules/people/code.server.ts';
import { createPerson } from '#app/modules/people/commands/create-person.server.ts';
import { giveRole } from '#app/modules/people/commands/give-role.server.ts';
import { loadProgramme } from '#app/modules/programme/commands/load-programme.server.ts';
import { expectAccessible, useBrowser } from '#tests/support/browser.ts';
import { useProduct } from '#tests/support/product.ts';

const secret = 'a secret for tests, of more than thirty-two characters';
const email = 'beheerder@wijkbeurs.example';

const product = useProduct({
  // outside demo mode; nobody listens there, so mails wait in the queue
  settings: {
    WIJKBEURS_MODE: 'live',
    SESSION_SECRET: secret,
    SMTP_URL: 'smtp://127.0.0.1:9',
    LOG_LEVEL: 'silent',
  },
  fill: async (database) => {
    await loadProgramme(database);
    const office = await database.body.findUniqueOrThrow({ where: { slug: 'programmabureau' } });
    await database.$transaction(async (tx) => {
      const now = new Date();
      const { personId } = await createPerson(tx, { email, name: 'Bas', locale: 'nl', now });
      const beginsOn = calendarDate('2020-01-01');
      const role = { bodyId: office.id, personId, role: 'administrator', organisationId: null, beginsOn } as const;
      await giveRole(tx, { ...role, endsOn: null, grantedById: null, now });
    });
  },
});
const browser = useBrowser();

/** Reads the code as the mail would tell it. */
async function fillCode(page: Page): Promise<void> {
  await page.waitForURL(/inloggen\/code/);
  const row = await product.database.signInCode.findFirstOrThrow({ where: { email }, orderBy: { createdAt: 'desc' } });
  await page.fill('input[name=code]', codeOf(secret, row));
  await page.click('button:has-text("Log in")');
}

test('an administrator comes in with a code by mail and a passkey, and nobody with the code alone', async () => {
  const page = await browser.newPage();
  const devices = await page.context().newCDPSession(page);
  await devices.send('WebAuthn.enable');
  const { authenticatorId } = await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });

  await page.goto(`${product.url}/beheer/rollen`);
  await page.fill('input[name=email]', email);
  await page.click('button:has-text("Mail me een code")');
  await fillCode(page);
  await page.waitForURL(/inloggen\/tweede-stap/);
  await expectAccessible(page);
  await page.click('text=Stel je tweede stap in');

  await page.fill('#passkey-name', 'Mijn telefoon');
  await page.click('button:has-text("Voeg een toegangssleutel toe")');
  await page.waitForSelector('text=Schrijf deze codes nu op');
  await expectAccessible(page);
  const backupCode = (await page.textContent('ol.font-mono li')) ?? '';
  await page.click('text=Ik heb ze opgeschreven');
  await page.waitForURL(/beheer\/rollen$/);
  expect(await page.textContent('h1')).toBe('Rollen');

  await page.goto(`${product.url}/uitloggen`);
  await page.click('main button:has-text("Log uit")');
  await page.goto(`${product.url}/beheer/rollen`);
  await page.fill('input[name=email]', email);
  await page.click('button:has-text("Mail me een code")');
  await fillCode(page);
  await page.waitForURL(/inloggen\/tweede-stap/);
  await page.click('button:has-text("Gebruik je toegangssleutel")');
  await page.waitForURL(/beheer\/rollen$/);

  // the phone is lost: a backup code, without JavaScript
  await devices.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
  const other = await browser.newPage({ javaScriptEnabled: false });
  await other.goto(`${product.url}/beheer/rollen`);
  await other.fill('input[name=email]', email);
  await other.click('button:has-text("Mail me een code")');
  await fillCode(other);
  await other.waitForURL(/inloggen\/tweede-stap/);
  await other.fill('input[name=code]', backupCode);
  await other.click('button:has-text("Ga verder")');
  await other.waitForURL(/beheer\/rollen$/);
});
