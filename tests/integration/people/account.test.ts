import { describe, expect, it } from 'vitest';
import { toDateColumn, calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { changeProfile, type ChangeProfile } from '#app/modules/people/commands/change-profile.server.ts';
import { deleteAccount } from '#app/modules/people/commands/delete-account.server.ts';
import { demoEmail } from '#app/modules/people/demo-account.ts';
import { deletionFacts } from '#app/modules/people/queries/deletion.query.server.ts';
import { myData } from '#app/modules/people/queries/my-data.query.server.ts';
import { profileView } from '#app/modules/people/queries/profile.query.server.ts';
import {
  makeBody,
  makeCriteria,
  makeInitiative,
  makeMembership,
  makeOrganisation,
  makePerson,
  testNow,
} from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { contextOf } from './signing-in.ts';

const test = useTestDatabase();

const profile = (given: Partial<ChangeProfile> = {}): ChangeProfile => ({
  name: 'Naam',
  nameIsPublic: false,
  locale: 'en',
  languages: ['nl', 'ar'],
  areas: [],
  themes: [],
  mailOnSteps: false,
  mailOnWork: true,
  ...given,
});

async function makeAreaAndTheme(): Promise<void> {
  await test.database.area.createMany({
    data: [{ code: 'FC', name: 'Slotermeer-West', level: 'wijk' }],
    skipDuplicates: true,
  });
  await test.database.theme.createMany({
    data: [{ slug: 'groen', position: 1, name: 'Groen', nameEn: 'Green', description: '', descriptionEn: '' }],
    skipDuplicates: true,
  });
}

describe('a profile', () => {
  it('is changed by its owner, and only what exists can be chosen', async () => {
    await makeAreaAndTheme();
    const mine = await contextOf(test.database, 'profiel@wijkbeurs.example');
    expect(await changeProfile(profile({ areas: ['FC', 'FC'], themes: ['groen'] }), mine)).toMatchObject({ ok: true });
    expect(await profileView(test.database, mine.actor, 'nl')).toMatchObject({
      name: 'Naam',
      locale: 'en',
      areas: ['FC'],
      themes: ['groen'],
    });
    expect(await changeProfile(profile({ name: 'Anders', areas: ['ZZ'] }), mine)).toMatchObject({
      ok: false,
      reason: 'area-unknown',
    });
    expect(await changeProfile(profile({ themes: ['niks'] }), mine)).toMatchObject({
      ok: false,
      reason: 'theme-unknown',
    });
    expect(await profileView(test.database, mine.actor, 'nl')).toMatchObject({ name: 'Naam', areas: ['FC'] });
  });
});

describe('downloading my data', () => {
  it('holds everything of mine and nothing of others, and no secrets', async () => {
    const mine = await contextOf(test.database, 'download@wijkbeurs.example');
    const personId = mine.actor.person.id;
    await changeProfile(profile({ name: 'Mijn Eigen Naam' }), mine);
    const otherId = await makePerson(test.database, { email: 'geheim@wijkbeurs.example', name: 'Andere Naam' });
    await makeInitiative(test.database, { submitterId: personId, title: 'Mijn plan' });
    await makeInitiative(test.database, { submitterId: personId, stage: 'draft', content: { wens: 'Mijn concept' } });
    await makeInitiative(test.database, {
      submitterId: otherId,
      stage: 'draft',
      content: { wens: 'Andermans concept' },
    });
    const organisationId = await makeOrganisation(test.database, { name: 'Samen', members: [personId, otherId] });
    await makeMembership(test.database, {
      personId,
      bodyId: await makeBody(test.database),
      role: 'member',
      organisationId,
    });
    const text = JSON.stringify(await myData(test.database, mine.actor, testNow));
    for (const own of ['Mijn Eigen Naam', 'download@wijkbeurs.example', 'Mijn plan', 'Mijn concept', 'Samen', 'member'])
      expect(text).toContain(own);
    for (const foreign of ['Andere Naam', 'geheim@', 'Andermans concept', otherId]) expect(text).not.toContain(foreign);
    const session = await test.database.session.findFirstOrThrow({ where: { personId } });
    expect(text).not.toContain(session.tokenHash);
  });
});

/** Somebody in the middle of everything: plans, a role, a review handed in and one that was not. */
async function busyPerson(email: string) {
  const context = await contextOf(test.database, email);
  const personId = context.actor.person.id;
  await changeProfile(profile({ name: 'Bezige Bij', nameIsPublic: true }), context);
  const bodyId = await makeBody(test.database);
  await makeMembership(test.database, { personId, bodyId, role: 'reviewer' });
  await makeOrganisation(test.database, { members: [personId] });
  const submitted = await makeInitiative(test.database, { submitterId: personId });
  const draft = await makeInitiative(test.database, { submitterId: personId, stage: 'draft' });
  const { versionId, criterionIds } = await makeCriteria(test.database, { bodyId });
  const roundId = newId();
  await test.database.round.create({
    data: {
      id: roundId,
      slug: `ronde-${roundId}`,
      bodyId,
      criteriaVersionId: versionId,
      title: 'Ronde',
      state: 'open',
      opensOn: toDateColumn(calendarDate('2026-11-01')),
      closesOn: toDateColumn(calendarDate('2026-12-01')),
      minimumReviews: 1,
    },
  });
  const reviews = [];
  for (const state of ['submitted', 'draft', 'none']) {
    const initiativeId = await makeInitiative(test.database, { stage: 'scoring', bodyId });
    const [entryId, assignmentId, reviewId] = [newId(), newId(), newId()];
    await test.database.roundEntry.create({ data: { id: entryId, roundId, initiativeId, version: 1 } });
    await test.database.reviewAssignment.create({ data: { id: assignmentId, roundEntryId: entryId, personId } });
    if (state === 'none') continue;
    await test.database.interestDeclaration.create({
      data: { id: newId(), personId, initiativeId, kind: 'none', declaredAt: testNow },
    });
    await test.database.review.create({ data: { id: reviewId, assignmentId, state: 'draft', openedAt: testNow } });
    for (const criterionId of criterionIds) {
      await test.database.reviewScore.create({ data: { reviewId, criterionId, points: 3, reason: 'Goed plan.' } });
    }
    if (state === 'submitted')
      await test.database.review.update({ where: { id: reviewId }, data: { state, submittedAt: testNow } });
    reviews.push(reviewId);
  }
  return { context, personId, submitted, draft, reviews };
}

describe('deleting my account', () => {
  it('keeps the record without a name, and takes the rest away', async () => {
    const { context, personId, submitted, draft, reviews } = await busyPerson('bij@wijkbeurs.example');
    expect(await deletionFacts(test.database, context.actor, testNow)).toEqual({
      openReviews: 2,
      isLastAdministrator: false,
      isSharedInDemo: false,
      unpaid: 0,
    });
    expect(await deleteAccount({ confirmation: 'ja' }, context)).toMatchObject({
      ok: false,
      reason: 'confirmation-wrong',
    });
    expect(await deleteAccount({ confirmation: ' Verwijder ' }, context)).toMatchObject({ ok: true });

    const person = await test.database.person.findUniqueOrThrow({ where: { id: personId } });
    expect(person).toMatchObject({
      name: '',
      nameIsPublic: false,
      languages: [],
      email: `${personId}@verwijderd.invalid`,
      deletedAt: testNow,
    });
    expect(await test.database.initiative.findUnique({ where: { id: draft } })).toBeNull();
    expect(await test.database.initiative.findUnique({ where: { id: submitted } })).toMatchObject({
      submitterId: personId,
    });
    expect((await test.database.review.findMany({ where: { id: { in: reviews } } })).map(({ state }) => state)).toEqual(
      ['submitted'],
    );
    expect(await test.database.reviewAssignment.count({ where: { personId } })).toBe(1);
    expect(await test.database.session.count({ where: { personId } })).toBe(0);
    expect(await test.database.signInCode.count({ where: { email: 'bij@wijkbeurs.example' } })).toBe(0);
    const everything = JSON.stringify([person, await test.database.bodyMembership.findMany({ where: { personId } })]);
    expect(everything).not.toContain('Bezige Bij');
  });

  it('ends roles at once, and the address can begin anew', async () => {
    const email = 'opnieuw@wijkbeurs.example';
    const { context, personId } = await busyPerson(email);
    await deleteAccount({ confirmation: 'delete' }, context);
    const again = await contextOf(test.database, email);
    expect(again.actor.person.id).not.toBe(personId);
    expect(again.actor.roles).toEqual([]);
    expect(again.actor.organisations).toEqual([]);
    const roles = await test.database.bodyMembership.findMany({ where: { personId } });
    expect(roles.map(({ endsOn }) => endsOn)).toEqual([toDateColumn(calendarDate('2026-11-20'))]);
  });

  it('is refused to the last administrator', async () => {
    const email = 'laatste@wijkbeurs.example';
    const personId = await makePerson(test.database, { email });
    const bodyId = await makeBody(test.database, { slug: 'programmabureau', kind: 'programme' });
    await makeMembership(test.database, { personId, bodyId, role: 'administrator' });
    const context = await contextOf(test.database, email);
    expect(await deletionFacts(test.database, context.actor, testNow)).toMatchObject({ isLastAdministrator: true });
    expect(await deleteAccount({ confirmation: 'verwijder' }, context)).toMatchObject({
      ok: false,
      reason: 'last-administrator',
    });
    await makeMembership(test.database, { personId: await makePerson(test.database), bodyId, role: 'administrator' });
    expect(await deleteAccount({ confirmation: 'verwijder' }, context)).toMatchObject({ ok: true });
  });

  it('is refused for the invented people that visitors of the demo share, and only there', async () => {
    const shared = await contextOf(test.database, demoEmail('bewoner'));
    const inDemo = { ...shared, actor: { ...shared.actor, demo: true } };
    expect(await deletionFacts(test.database, inDemo.actor, testNow)).toMatchObject({ isSharedInDemo: true });
    expect(await deleteAccount({ confirmation: 'verwijder' }, inDemo)).toMatchObject({
      ok: false,
      reason: 'demo-account-shared',
    });
    const own = await contextOf(test.database, 'eigen-adres@wijkbeurs.example');
    const ownInDemo = { ...own, actor: { ...own.actor, demo: true } };
    expect(await deletionFacts(test.database, ownInDemo.actor, testNow)).toMatchObject({ isSharedInDemo: false });
    expect(await deleteAccount({ confirmation: 'verwijder' }, ownInDemo)).toMatchObject({ ok: true });
    expect(await deleteAccount({ confirmation: 'verwijder' }, shared)).toMatchObject({ ok: true });
  });
});
