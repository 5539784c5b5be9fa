import { describe, expect, test } from 'vitest';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { isSignedIn, type SignedIn } from '#app/modules/people/actor.ts';
import { actorOfPerson } from '#app/modules/people/queries/actor.query.server.ts';
import { bodyPage } from '#app/modules/overview/queries/body-page.query.server.ts';
import { writeBodyText, type WriteBodyText } from '#app/modules/programme/commands/write-body-text.server.ts';
import { bodyTextForm, longestRemit } from '#app/modules/programme/form.ts';
import { bodyTextLines, bodyTextView } from '#app/modules/programme/queries/body-texts.query.server.ts';
import { brokenRule, type Context, type Transaction } from '#app/platform/database.server.ts';
import { makeBody, makeMembership, makePerson, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const own = useTestDatabase();
let count = 0;

async function makeTeam(kind = 'opgaveteam'): Promise<{ id: string; slug: string }> {
  count += 1;
  const slug = kind === 'programme' ? 'programmabureau' : `redactieteam-${String(count)}`;
  return { id: await makeBody(own.database, { slug, kind }), slug };
}

async function holder(role: string, bodyId: string, secondFactor = true): Promise<Context<SignedIn>> {
  const personId = await makePerson(own.database, { name: `De ${role}` });
  await makeMembership(own.database, { personId, bodyId, role });
  const actor = await actorOfPerson(own.database, personId, { now: testNow, demo: false, secondFactor });
  if (!isSignedIn(actor)) throw new Error('nobody is signed in');
  return { actor, now: testNow, database: own.database };
}

const order = (bodySlug: string, given: Partial<WriteBodyText> = {}): WriteBodyText => ({
  bodySlug,
  revision: 1,
  remit: 'Wij gaan over groen in de buurt.',
  remitEn: 'We look after green in the neighbourhood.',
  ...given,
});

describe('the text of a body', () => {
  test('is rewritten by its editor; the page shows it, and every wording stays', async () => {
    const { id, slug } = await makeTeam();
    const editor = await holder('editor', id);
    expect(await writeBodyText(order(slug), editor)).toEqual({ ok: true, value: undefined });
    const page = await bodyPage(own.database, slug, dayInAmsterdam(testNow), 'en');
    expect(page).toMatchObject({
      remit: 'We look after green in the neighbourhood.',
      rewrittenOn: dayInAmsterdam(testNow),
    });
    const view = await bodyTextView(own.database, editor.actor, slug);
    expect(view).toMatchObject({ revision: 2, mayWrite: true });
    expect(view?.wordings).toMatchObject([
      { revision: 2, remit: 'Wij gaan over groen in de buurt.', writtenBy: 'De editor', writtenAt: testNow },
      { revision: 1, remit: 'Besluit over plannen in dit thema.', writtenBy: '', writtenAt: null },
    ]);
  });

  test('is written for every body by the editor of the programme office', async () => {
    const office = await makeTeam('programme');
    const editor = await holder('editor', office.id);
    const { slug } = await makeTeam();
    expect(await writeBodyText(order(slug), editor)).toMatchObject({ ok: true });
    expect((await bodyTextLines(own.database, editor.actor)).find((line) => line.slug === slug)).toMatchObject({
      rewrittenAt: testNow,
      mayWrite: true,
    });
  });

  test('that two editors rewrite at once: one stands, the other is told, nothing is overwritten', async () => {
    const { id, slug } = await makeTeam();
    const [one, two] = [await holder('editor', id), await holder('editor', id)];
    const outcomes = await Promise.all([
      writeBodyText(order(slug, { remit: 'Van de een.' }), one),
      writeBodyText(order(slug, { remit: 'Van de ander.' }), two),
    ]);
    expect(outcomes.map((outcome) => outcome.ok || outcome.reason).sort()).toEqual(['changed-meanwhile', true]);
    const winner = outcomes[0].ok ? 'Van de een.' : 'Van de ander.';
    expect(await own.database.body.findUniqueOrThrow({ where: { id } })).toMatchObject({ remit: winner, revision: 2 });
    expect(await own.database.bodyText.count({ where: { bodyId: id } })).toBe(2);
  });

  test('posted twice, or saved without a change, makes one line in the record', async () => {
    const { id, slug } = await makeTeam();
    const editor = await holder('editor', id);
    await writeBodyText(order(slug), editor);
    expect(await writeBodyText(order(slug), editor)).toEqual({ ok: false, reason: 'changed-meanwhile' });
    expect(await writeBodyText(order(slug, { revision: 2 }), editor)).toMatchObject({ ok: true });
    expect(await own.database.bodyText.count({ where: { bodyId: id } })).toBe(2);
  });

  test.each(['chair', 'programme_manager', 'member', 'loket', 'treasurer', 'controlegroep', 'administrator'])(
    'is not rewritten by a %s',
    async (role) => {
      const { id, slug } = await makeTeam();
      const context = await holder(role, id);
      expect(await writeBodyText(order(slug), context)).toEqual({ ok: false, reason: 'role-needed' });
      const view = await bodyTextView(own.database, context.actor, slug);
      expect(view?.mayWrite ?? null).toBe(role === 'controlegroep' ? false : null);
    },
  );

  test('is not rewritten by the editor of another body, without second factor, or where there is no body', async () => {
    const { id, slug } = await makeTeam();
    const stranger = await holder('editor', (await makeTeam()).id);
    expect(await writeBodyText(order(slug), stranger)).toEqual({ ok: false, reason: 'role-needed' });
    expect(await bodyTextView(own.database, stranger.actor, slug)).toBeNull();
    const without = await holder('editor', id, false);
    expect(await writeBodyText(order(slug), without)).toEqual({ ok: false, reason: 'second-factor-needed' });
    expect(await writeBodyText(order('bestaat-niet'), stranger)).toEqual({ ok: false, reason: 'body-unknown' });
    expect(await own.database.bodyText.count({ where: { bodyId: id } })).toBe(1);
  });

  test.each([
    ['empty', ''],
    ['blank', ' \n\t '],
    ['huge', 'a'.repeat(longestRemit + 1)],
  ])('is refused by the database too when it is %s', async (_, remit) => {
    const { id, slug } = await makeTeam();
    const editor = await holder('editor', id);
    expect(await writeBodyText(order(slug, { remit }), editor)).toEqual({ ok: false, reason: 'text-length' });
    expect(await writeBodyText(order(slug, { remitEn: remit }), editor)).toEqual({ ok: false, reason: 'text-length' });
    expect(await own.database.body.findUniqueOrThrow({ where: { id } })).toMatchObject({ revision: 1 });
  });
});

describe('the record of texts', () => {
  const rule = async (change: (tx: Transaction) => Promise<unknown>) =>
    own.database.$transaction(change).then(() => 'nothing', brokenRule);

  test('cannot be passed by, changed, emptied or written by nobody', async () => {
    const { id, slug } = await makeTeam();
    await writeBodyText(order(slug), await holder('editor', id));
    const where = { bodyId_revision: { bodyId: id, revision: 1 } };
    const words = { remit: 'Stiekem.', remitEn: 'By stealth.' };
    expect(await rule(async (tx) => tx.body.update({ where: { id }, data: words }))).toBe('body_text_recorded');
    expect(await rule(async (tx) => tx.body.update({ where: { id }, data: { ...words, revision: 3 } }))).toBe(
      'body_text_recorded',
    );
    expect(await rule(async (tx) => tx.body.update({ where: { id }, data: { revision: 1 } }))).toBe(
      'body_text_recorded',
    );
    expect(await rule(async (tx) => tx.bodyText.update({ where, data: words }))).toBe('record_append_only');
    expect(await rule(async (tx) => tx.bodyText.delete({ where }))).toBe('record_append_only');
    expect(await rule(async (tx) => tx.bodyText.create({ data: { bodyId: id, revision: 3, ...words } }))).toBe(
      'body_text_author',
    );
  });
});

describe('the form of a text', () => {
  test.each([
    ['empty', { remit: '' }],
    ['blank', { remit: ' \n ' }],
    ['missing', { remitEn: undefined }],
    ['huge', { remitEn: 'a'.repeat(longestRemit + 1) }],
    ['without revision', { revision: undefined }],
    ['with half a revision', { revision: '1.5' }],
    ['with a word as revision', { revision: 'een' }],
    ['with a list', { remit: ['a'] }],
  ])('refuses what is %s', (_, wrong) => {
    const right = { revision: '1', remit: 'Goed.', remitEn: 'Good.' };
    expect(bodyTextForm.safeParse(right).success).toBe(true);
    expect(bodyTextForm.safeParse({ ...right, ...wrong }).success).toBe(false);
  });

  test('keeps one paragraph as it was typed, scripts included, without what PostgreSQL cannot hold', () => {
    const typed = ' <script>alert(1)</script>\r\nen\u0000 meer\ud800 ';
    expect(bodyTextForm.parse({ revision: '1', remit: typed, remitEn: 'a' }).remit).toBe(
      '<script>alert(1)</script> en meer',
    );
  });
});
