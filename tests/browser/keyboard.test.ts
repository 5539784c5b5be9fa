import type { JSHandle, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { fillDemo } from '#tests/support/demo.ts';
import { useProduct } from '#tests/support/product.ts';

const product = useProduct({ fill: fillDemo });
const browser = useBrowser();

const email = 'zonder.muis@wijkbeurs.example';
const title = 'Repareren bij de koffie';

test('with the keyboard alone somebody comes from the home page to a plan that is submitted', async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await page.goto(product.url);
  await press(page, 'Tab');
  await press(page, 'Enter');
  expect(await isFocused(page, 'main'), 'the skip link goes to the content').toBe(true);
  await signIn(page);
  await begin(page);

  await arriveAt(page, 'wat-en-waarom');
  await type(page, '[name=title]', title);
  await type(page, '[name=summary]', 'Elke week repareren buren samen wat stuk is, bij een kop koffie.');
  await type(page, '[name=why]', 'Er gaat te veel bij het vuil.');
  await type(page, '[name=what]', 'We maken op donderdag radio’s en fietsen.');
  await goOn(page);

  await arriveAt(page, 'waar');
  await reach(page, '[name=scope]');
  await press(page, 'ArrowDown');
  expect(await isFocused(page, '[name=scope][value=areas]:checked')).toBe(true);
  await reach(page, 'details:has([value=FK01]) > summary');
  await press(page, 'Enter');
  await tick(page, '[name=areas][value=FK01]');
  await goOn(page);

  await arriveAt(page, 'thema');
  await tick(page, '[name=themes][value=eigenaarschap]');
  await goOn(page);

  await arriveAt(page, 'wie');
  await tick(page, '[name=as][value=myself]');
  await type(page, '[name=ownership]', 'Buren bedachten het en doen het zelf.');
  await goOn(page);

  await arriveAt(page, 'nodig');
  await type(page, '[name="budget[0].amount"]', '250');
  // Enter in a field is the main button, not the one for another line
  await press(page, 'Enter');
  await mendFromSummary(page, '[name="budget[0].description"]', 'Gereedschap');
  await press(page, 'Enter');

  await arriveAt(page, 'aanbod');
  await goOn(page);

  await arriveAt(page, 'planning');
  await type(page, '[name=startsOn]', '04042027');
  await goOn(page);

  await arriveAt(page, 'andere-financiering');
  await tick(page, '[name=any][value=no]');
  await goOn(page);

  await arriveAt(page, 'bijlagen');
  await goOn(page);

  await arriveAt(page, 'controleren-en-indienen');
  browser.allowErrors(/status of 422/);
  await tick(page, '[name=position][value=none]');
  const submit = 'form:has([name=agree]) button:not([hidden])';
  await reach(page, submit);
  await press(page, 'Enter');
  await mendFromSummary(page, '[name=agree]', ' ');
  await reach(page, submit);
  await press(page, 'Enter');
  await page.getByText('Je plan is ingediend!').waitFor();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(title);
});

async function signIn(page: Page): Promise<void> {
  await reach(page, 'a[href="/initiatieven/nieuw"]');
  await press(page, 'Enter');
  await page.waitForURL(/\/inloggen/);
  await type(page, '[name=email]', email);
  await press(page, 'Enter');
  await page.waitForURL(/\/inloggen\/code/);
  await type(page, '[name=code]', await codeFromMail());
  await press(page, 'Enter');
  await page.waitForURL(/\/initiatieven\/nieuw/);
}

async function codeFromMail(): Promise<string> {
  for (let tries = 0; tries < 1200; tries += 1) {
    const mail = await product.database.demoMail.findFirst({ where: { toAddress: email } });
    const code = /\b(\d{3} ?\d{3})\b/.exec(mail?.text ?? '')?.[1];
    if (code !== undefined) return code.replace(' ', '');
    await new Promise((resume) => setTimeout(resume, 100));
  }
  throw new Error('no code came within two minutes');
}

async function begin(page: Page): Promise<void> {
  await reach(page, 'main form button');
  await press(page, 'Enter');
}

/** The next step: its address, its form alive, and the focus at its content. */
async function arriveAt(page: Page, step: string): Promise<void> {
  await page.waitForURL(new RegExp(`/${step}#inhoud$`));
  await page.waitForLoadState('networkidle');
  expect(await isFocused(page, 'main'), `focus on arrival at ${step}`).toBe(true);
}

async function goOn(page: Page): Promise<void> {
  await reach(page, 'button[value=next]:not([hidden])');
  await press(page, 'Enter');
}

async function type(page: Page, field: string, text: string): Promise<void> {
  await reach(page, field);
  await page.keyboard.type(text);
}

async function tick(page: Page, box: string): Promise<void> {
  await reach(page, box);
  await press(page, 'Space');
  expect(await isFocused(page, `${box}:checked`), box).toBe(true);
}

/** A refused form: the focus is on the summary, and its first link leads to the field. */
async function mendFromSummary(page: Page, field: string, typed: string): Promise<void> {
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'alert');
  await reach(page, '[role=alert] a');
  await press(page, 'Enter');
  expect(await isFocused(page, field), `the summary leads to ${field}`).toBe(true);
  await page.keyboard.type(typed);
}

async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
}

async function isFocused(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector);
}

const farthest = 70;

/** Presses Tab until the focus is where it should be. Every stop on the way must be seen to have the focus. */
async function reach(page: Page, selector: string): Promise<void> {
  for (let stops = 0; stops < farthest; stops += 1) {
    const before = await page.evaluateHandle(() => document.activeElement ?? document.body);
    const focused = await lookOf(before);
    await press(page, 'Tab');
    const left = await lookOf(before);
    // a date field has stops of its own inside: it keeps the focus and its mark
    const stays = await before.evaluate((node) => node === document.activeElement);
    if (!focused.isPage && !stays) expect(focused.look, `focus can be seen on ${focused.html}`).not.toBe(left.look);
    const now = await lookOf(await page.evaluateHandle(() => document.activeElement ?? document.body));
    expect(now.isOnScreen, `on the screen: ${now.html}`).toBe(true);
    if (await isFocused(page, selector)) return;
  }
  throw new Error(`Tab does not come to ${selector}`);
}

type Look = { look: string; html: string; isPage: boolean; isOnScreen: boolean };

/** Outline and shadow of an element and of what stands round it: the card of a choice shows the focus of its box. */
function lookOf(element: JSHandle<Element>): Promise<Look> {
  return element.evaluate((node) => {
    const around = [node, node.parentElement, node.closest('label')].filter((part) => part !== null);
    const styles = around.map((part) => getComputedStyle(part));
    const box = (node.closest('label') ?? node).getBoundingClientRect();
    return {
      look: styles
        .map(({ outlineStyle, outlineWidth, boxShadow }) => `${outlineStyle} ${outlineWidth} ${boxShadow}`)
        .join(' | '),
      html: node.outerHTML.slice(0, 120),
      isPage: node === document.body || node.id === 'inhoud',
      isOnScreen: box.bottom > 0 && box.top < innerHeight,
    };
  });
}
