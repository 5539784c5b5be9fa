import { chromium } from 'playwright-core';
const base = 'http://localhost:3110';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run'] });
const problems = [];
async function page(width, js = true) {
  const context = await browser.newContext({ viewport: { width, height: 850 }, javaScriptEnabled: js, locale: 'nl-NL' });
  const p = await context.newPage();
  p.on('console', (m) => { if (m.type() === 'error') problems.push(`${p.url()}: ${m.text()}`); });
  p.on('pageerror', (e) => problems.push(`${p.url()}: ${e.message}`));
  return p;
}
async function shot(p, name) {
  const wide = await p.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1);
  if (wide) problems.push(`${name}: wider than screen`);
  await p.screenshot({ path: `/tmp/people-shots/${name}.png`, fullPage: true });
}
// no JavaScript: sign in with a code
const p = await page(390, false);
await p.goto(`${base}/mijn`);
console.log('redirected to', p.url());
await shot(p, 'inloggen-390');
await p.fill('input[name=email]', 'geen adres'); await p.click('main button[type=submit]');
await shot(p, 'inloggen-fout-390');
await p.fill('input[name=email]', 'Nieuw@Voorbeeld.nl'); await p.click('main button[type=submit]');
console.log('then', p.url()); await shot(p, 'code-390');
await p.fill('input[name=code]', '000000'); await p.click('main button[type=submit]');
await shot(p, 'code-fout-390');
let code = null;
for (let i = 0; i < 10 && !code; i++) {
  await p.goto(`${base}/demo/post`); code = (await p.textContent('main')).match(/(\d{3} \d{3}) is je code/)?.[1]; if (!code) await new Promise(r => setTimeout(r, 700));
}
console.log('code', code); await shot(p, 'post-390');
await p.click('text=Terug naar de code');
await p.fill('input[name=code]', code); await p.click('main button[type=submit]');
console.log('in', p.url()); await shot(p, 'mijn-390');
await p.goto(`${base}/mijn/profiel`); await p.fill('input[name=name]', 'Sanne de Boer'); await p.check('input[name=areas] >> nth=2'); await p.check('input[name=mailOnSteps]'); await p.uncheck('input[name=mailOnWork]');
await p.click('main button[type=submit]:has-text("Bewaar")'); await shot(p, 'profiel-390');
console.log('checked', await p.isChecked('input[name=areas] >> nth=2'), await p.isChecked('input[name=mailOnWork]'), await p.isChecked('input[name=mailOnSteps]'));
for (const [name, path] of [['beveiliging','/mijn/beveiliging'],['gegevens','/mijn/gegevens'],['organisaties','/mijn/organisaties'],['uitloggen','/uitloggen']]) { await p.goto(base+path); await shot(p, `${name}-390`); }
await p.goto(`${base}/mijn/organisaties`); await p.click('main form[id=organisatie] button'); await shot(p,'organisaties-fout-390');
await p.selectOption('select[name=organisationId]', { index: 3 }); await p.fill('textarea', 'Ik help in de tuin'); await p.click('main form[id=organisatie] button'); await shot(p,'organisaties-gevraagd-390');
await p.goto(`${base}/mijn/beveiliging`); await p.click('text=Stel een app in'); await shot(p,'app-390');
await p.fill('input[name=code]','123456'); await p.click('text=Zet de app aan'); await shot(p,'app-fout-390');
const r = await p.goto(`${base}/beheer`); console.log('beheer', r.status());
// desktop as administrator
const d = await page(1280);
await d.goto(`${base}/demo`); await shot(d,'demo-1280');
await d.click('text=Log in als beheerder'); console.log(d.url()); await shot(d,'mijn-beheerder-1280');
for (const [name, path] of [['beheer','/beheer'],['rollen','/beheer/rollen'],['borg','/beheer/organisaties'],['instellingen','/beheer/instellingen'],['tweedestap','/beheer/tweede-stap'],['beveiliging','/mijn/beveiliging'],['profiel','/mijn/profiel'],['inloggen','/inloggen'],['post','/demo/post']]) { await d.goto(base+path); await shot(d, `${name}-1280`); }
await d.goto(`${base}/beheer/rollen`); await d.click('text=Geef deze rol'); await shot(d,'rollen-fout-1280');
await d.fill('input[name=email]','beheerder@wijkbeurs.example'); await d.selectOption('select[name=bodyId]',{index:2}); await d.selectOption('select[name=role]','budget_holder'); await d.click('text=Geef deze rol'); await shot(d,'rollen-zelf-1280');
await d.fill('input[name=email]','nieuw@voorbeeld.nl'); await d.click('text=Geef deze rol'); await shot(d,'rollen-gegeven-1280');
const m = await page(390); await m.goto(`${base}/demo`); await shot(m,'demo-390'); await m.click('text=Log in als beheerder'); await m.goto(`${base}/beheer/rollen`); await shot(m,'rollen-390');
await m.goto(`${base}/demo`); await m.click('text=Log in als voorzitter'); await shot(m,'mijn-voorzitter-390');
// passkey with a virtual authenticator
const k = await page(1280);
const cdp = await k.context().newCDPSession(k);
await cdp.send('WebAuthn.enable'); await cdp.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } });
await k.goto(`${base}/demo`); await k.click('text=Log in als budgethouder');
await k.goto(`${base}/mijn/beveiliging`); await k.waitForTimeout(500); await k.fill('#passkey-name','Telefoon'); await k.click('text=Voeg een toegangssleutel toe'); await k.waitForTimeout(1500); await shot(k,'sleutel-codes-1280');
await k.click('text=Ik heb ze opgeschreven'); await shot(k,'sleutel-1280');
await k.goto(`${base}/inloggen/tweede-stap?naar=/mijn/profiel`); await k.waitForTimeout(500); await shot(k,'stap-1280'); await k.click('button:has-text("Gebruik je toegangssleutel")'); await k.waitForTimeout(1500); console.log('after passkey', k.url());
console.log(problems);
await browser.close();
