import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { roles } from '#app/modules/people/role.ts';
import { reportConversation } from '#app/modules/portfolios/commands/report-conversation.server.ts';
import * as conversationPage from '#app/routes/berichten.$id.tsx';
import * as conversationsPage from '#app/routes/berichten._index.tsx';
import * as exercisePage from '#app/routes/ontmoet.oefening.tsx';
import * as exerciseWork from '#app/routes/ontmoet-werk.oefening.tsx';
import * as reportPage from '#app/routes/ontmoet-werk.meldingen.$id.tsx';
import * as reportsPage from '#app/routes/ontmoet-werk.meldingen._index.tsx';
import * as writePage from '#app/routes/portfolios.$slug.bericht.tsx';
import * as editPage from '#app/routes/portfolios.$slug.bewerken/route.tsx';
import * as portfolioPage from '#app/routes/portfolios.$slug._index.tsx';
import * as marketPage from '#app/routes/portfolios._index.tsx';
import * as newPage from '#app/routes/portfolios.nieuw.tsx';
import { makeMembership, makePerson } from '#tests/factories/index.ts';
import { Browser, browserOf } from '#tests/integration/people/visiting.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { group, officeId, wrote, type Group } from './scene.ts';

const own = useTestDatabase();
const secretName = 'Wilhelmina Geheimpje';
const secretMail = 'wilhelmina.geheimpje@wijkbeurs.example';
let mine: Group;
let theirs: Group;
let conversation: string;

beforeAll(async () => {
  [mine, theirs] = [await group(own.database, { name: 'Soepclub' }), await group(own.database, { name: 'Tuinclub' })];
  await own.database.person.update({ where: { id: mine.keeperId }, data: { name: secretName, email: secretMail } });
  conversation = await wrote(mine, theirs, 'Hebben jullie peterselie?');
});

const browsers = new Map<string, Promise<Browser>>();

/** Signs in once: codes of one moment cannot be told apart. */
const signedIn = async (of: Group): Promise<Browser> => {
  const known = browsers.get(of.keeperId);
  if (known !== undefined) return known;
  const { email } = await own.database.person.findUniqueOrThrow({ where: { id: of.keeperId } });
  const browser = browserOf(own.database, email, { mode: 'demo' }).then((entered) => entered.browser);
  browsers.set(of.keeperId, browser);
  return browser;
};

const visitor = () => new Browser(own.database, 'demo');

describe('what everybody sees', () => {
  test('holds no person', async () => {
    const pages = [
      await visitor().get(marketPage.loader, '/portfolios'),
      await visitor().get(portfolioPage.loader, `/portfolios/${mine.slug}`, { slug: mine.slug }),
      await visitor().get(exercisePage.loader, '/ontmoet/oefening'),
    ];
    for (const { status, data } of pages) {
      expect(status).toBe(200);
      const said = JSON.stringify(data);
      for (const secret of [secretName, secretMail, mine.keeperId, theirs.keeperId, 'peterselie'])
        expect(said).not.toContain(secret);
    }
  });

  test('is not there for a hidden portfolio, a strange address or somebody else’s papers', async () => {
    const hidden = await group(own.database);
    await own.database.portfolio.update({
      where: { id: hidden.id },
      data: { state: 'hidden', hiddenFrom: 'open', hiddenReason: 'x' },
    });
    const strange = [hidden.slug, 'bestaat-niet', "'; drop", 'x'.repeat(300), 'A'];
    for (const slug of strange)
      expect((await visitor().get(portfolioPage.loader, '/portfolios/x', { slug })).status, slug).toBe(404);
    const browser = await signedIn(theirs);
    for (const slug of [mine.slug, ...strange]) {
      expect((await browser.get(editPage.loader, '/x', { slug })).status, slug).toBe(404);
      expect((await browser.post(editPage.action, '/x', { intent: 'close' }, { slug })).status, slug).toBe(404);
    }
  });
});

describe('messages', () => {
  test('ask to sign in, and are there for the two sides only', async () => {
    expect((await visitor().get(conversationsPage.loader, '/berichten')).location).toContain('/inloggen');
    const id = conversation;
    const stranger = await signedIn(await group(own.database));
    for (const wrong of [id, newId(), 'geen-id', 'x'.repeat(200)]) {
      expect((await stranger.get(conversationPage.loader, '/x', { id: wrong })).status).toBe(404);
      const fields = { intent: 'send', formKey: newId(), text: 'Hoi' };
      expect((await stranger.post(conversationPage.action, '/x', fields, { id: wrong })).status).toBe(404);
    }
    const { status, data } = await (await signedIn(theirs)).get(conversationPage.loader, '/x', { id });
    expect(status).toBe(200);
    const said = JSON.stringify(data);
    expect(said).toContain('peterselie');
    for (const secret of [secretName, secretMail, mine.keeperId]) expect(said).not.toContain(secret);
  });

  test('come back filled in when they cannot be sent', async () => {
    const browser = await signedIn(mine);
    const slug = theirs.slug;
    const typed = { formKey: newId(), from: mine.slug, subject: '', text: 'Een lang verhaal' };
    const back = await browser.post(writePage.action, '/x', typed, { slug });
    expect(back.status).toBe(422);
    expect(back.data).toMatchObject({
      initialValue: { text: 'Een lang verhaal' },
      error: { subject: ['messages:mistake.subject'] },
    });
    const toOwn = await browser.post(writePage.action, '/x', { ...typed, subject: 'x' }, { slug: mine.slug });
    expect(toOwn.status).toBe(422);
    expect(toOwn.data).toMatchObject({ initialValue: { text: 'Een lang verhaal' } });
  });
});

test('a new group comes back filled in with what is wrong, and ends at its portfolio', async () => {
  const browser = await signedIn(mine);
  const typed = { formKey: newId(), name: 'Ruilkast', about: 'Te kort', phase: 'idea', needText: 'Planken' };
  const back = await browser.post(newPage.action, '/portfolios/nieuw', typed);
  expect(back.status).toBe(422);
  expect(back.data).toMatchObject({
    initialValue: { name: 'Ruilkast', needText: 'Planken' },
    error: { about: ['portfolios:mistake.about'] },
  });
  const longer = { ...typed, about: 'Een kast waar buren boeken ruilen.' };
  const noKind = await browser.post(newPage.action, '/portfolios/nieuw', longer);
  expect(noKind.data).toMatchObject({ error: { needResource: ['portfolios:mistake.resource'] } });
  const good = { ...longer, needResource: 'material' };
  const made = await browser.post(newPage.action, '/portfolios/nieuw', good);
  expect(made).toMatchObject({ status: 303, location: '/portfolios/ruilkast/bewerken' });
});

describe('the editors', () => {
  const browserWith = async (role: (typeof roles)[number]) => {
    const email = `${newId()}@wijkbeurs.example`;
    const personId = await makePerson(own.database, { email });
    await makeMembership(own.database, { personId, bodyId: await officeId(own.database), role });
    return (await browserOf(own.database, email, { mode: 'demo' })).browser;
  };

  test('alone read a conversation that was reported', async () => {
    const id = newId();
    const reported = await reportConversation(
      { conversationId: conversation, formKey: id, reason: 'Vreemd' },
      theirs.keeper,
    );
    expect(reported).toMatchObject({ ok: true });
    for (const role of roles) {
      const browser = await browserWith(role);
      const wanted = role === 'editor' ? 200 : 403;
      expect((await browser.get(reportPage.loader, '/x', { id })).status, role).toBe(wanted);
      expect((await browser.get(reportsPage.loader, '/x')).status, role).toBe(wanted);
      if (role !== 'editor')
        expect((await browser.post(reportPage.action, '/x', { answer: 'nothing', reason: 'Mag' }, { id })).status).toBe(
          403,
        );
    }
    const { data } = await (await browserWith('editor')).get(reportPage.loader, '/x', { id });
    const said = JSON.stringify(data);
    expect(said).toContain('peterselie');
    for (const secret of [secretName, secretMail, mine.keeperId]) expect(said).not.toContain(secret);
  });

  test('and programme managers open rounds; the controlegroep reads', async () => {
    for (const [role, reads, opens] of [
      ['controlegroep', 200, 403],
      ['loket', 403, 403],
      ['editor', 200, 422],
      ['programme_manager', 200, 422],
    ] as const) {
      const browser = await browserWith(role);
      expect((await browser.get(exerciseWork.loader, '/x')).status, role).toBe(reads);
      expect((await browser.post(exerciseWork.action, '/x', {})).status, role).toBe(opens);
    }
  });
});
