import { chromium } from 'playwright-core';
import { AxeBuilder } from '@axe-core/playwright';
const base = 'http://localhost:3110';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu'] });
for (const scheme of ['light','dark']) {
const c = await browser.newContext({ locale:'nl-NL', viewport:{width:320,height:700}, colorScheme: scheme }); const p = await c.newPage();
const check = async (path) => { await p.goto(base+path); const wide = await p.evaluate(() => document.documentElement.scrollWidth - innerWidth); const r = await new AxeBuilder({ page: p }).withTags(['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']).analyze(); if (wide>0) console.log(scheme, path,'wide',wide); for (const v of r.violations) console.log(scheme, path, v.id, v.nodes.map(n=>n.html.slice(0,150)).join(' | ')); };
for (const path of ['/inloggen','/demo','/demo/post']) await check(path);
await p.fill === undefined; await p.goto(base+'/inloggen'); await p.fill('input[name=email]','axe@voorbeeld.nl'); await p.click('main form button'); await p.waitForURL(/code/); await check('/inloggen/code');
await p.goto(base+'/demo'); await p.click('text=Log in als beheerder'); await p.waitForURL(/mijn/);
for (const path of ['/mijn','/mijn/profiel','/mijn/beveiliging','/mijn/gegevens','/mijn/organisaties','/beheer','/beheer/rollen','/beheer/organisaties','/beheer/instellingen','/beheer/tweede-stap','/inloggen/tweede-stap','/uitloggen']) await check(path);
await p.goto(base+'/mijn/beveiliging'); await p.click('text=Stel een app in'); await p.waitForURL(/app/); await check('/mijn/beveiliging/app');
await c.close(); }
await browser.close();
