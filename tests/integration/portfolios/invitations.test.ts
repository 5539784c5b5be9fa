import { describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { answerInvitation } from '#app/modules/portfolios/commands/answer-invitation.server.ts';
import { inviteKeeper, withdrawInvitation } from '#app/modules/portfolios/commands/invite-keeper.server.ts';
import { removeKeeper } from '#app/modules/portfolios/commands/remove-keeper.server.ts';
import { receivedInvitations } from '#app/modules/portfolios/queries/invitations.query.server.ts';
import { editedPortfolio } from '#app/modules/portfolios/queries/own-portfolios.query.server.ts';
import type { Context } from '#app/platform/database.server.ts';
import { makePerson, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { acting, group, joins, waiting, type Group } from './scene.ts';

const own = useTestDatabase();
const day = 24 * 60;

/** Somebody with an account. */
const somebody = async (name = 'Fatima') => {
  const email = `${newId()}@wijkbeurs.example`;
  return acting(own.database, await makePerson(own.database, { email, name }));
};

const invites = async (of: Group, email: string, minutes = 0) =>
  inviteKeeper({ slug: of.slug, email }, { ...of.keeper, now: addMinutes(testNow, minutes) });

const received = async (by: Context<SignedIn>, minutes = 0) =>
  receivedInvitations(own.database, by.actor, addMinutes(testNow, minutes));

const seen = async (of: Group, by = of.keeper) => (await editedPortfolio(own.database, by.actor, of.slug, testNow))!;

const mailed = async (of: Group) => {
  const ids = await own.database.keeperInvitation.findMany({ where: { portfolioId: of.id }, select: { id: true } });
  const jobs = await waiting(own.database, 'mail-keeper-invitation');
  return jobs.filter((job) => ids.some(({ id }) => id === job.invitationId)).length;
};

describe('who is invited to keep a group', () => {
  test('is told the inviter nothing about: account or none, keeper or asked before, it is one answer', async () => {
    const one = await group(own.database);
    const known = await somebody();
    const keeper = await joins(own.database, one);
    const answers = [];
    for (const email of [known.actor.person.email, 'niemand@wijkbeurs.example', keeper.actor.person.email])
      for (let time = 0; time < 2; time += 1) answers.push(await invites(one, email));
    expect(answers).toEqual(answers.map(() => ({ ok: true, value: undefined })));
    const { keepers, invitations } = await seen(one);
    expect(keepers.map(({ name }) => name)).not.toContain('Fatima');
    expect(invitations).toHaveLength(3);
    // another keeper sees that somebody was asked, not who
    expect((await seen(one, keeper)).invitations.map(({ email }) => email)).toEqual([null, null, null]);
    // who keeps it was mailed when they were asked
    expect(await mailed(one)).toBe(3);
  });

  test('keeps it after saying yes on their own page, and is named from then on', async () => {
    const one = await group(own.database, { name: 'Soepclub' });
    const [invited, stranger] = [await somebody(), await somebody()];
    await invites(one, invited.actor.person.email.toUpperCase());
    const [invitation] = await received(invited);
    expect(invitation).toMatchObject({ name: 'Soepclub', slug: one.slug });
    const order = { invitationId: invitation!.id, accepts: true };
    expect(await received(stranger)).toEqual([]);
    expect(await answerInvitation(order, stranger)).toMatchObject({ reason: 'invitation-unknown' });
    const both = await Promise.all([answerInvitation(order, invited), answerInvitation(order, invited)]);
    expect(both).toEqual([
      { ok: true, value: one.slug },
      { ok: true, value: one.slug },
    ]);
    expect((await seen(one)).keepers.map(({ name }) => name)).toContain('Fatima');
    expect((await seen(one)).invitations).toEqual([]);
    expect(await received(invited)).toEqual([]);
  });

  test('says no, and nobody becomes a keeper without having said yes', async () => {
    const one = await group(own.database);
    const invited = await somebody();
    await invites(one, invited.actor.person.email);
    const [invitation] = await received(invited);
    const keeper = { id: newId(), portfolioId: one.id, personId: invited.actor.person.id, addedAt: testNow };
    await expect(own.database.portfolioKeeper.create({ data: keeper })).rejects.toThrow(/portfolio_keeper_said_yes/);
    expect(await answerInvitation({ invitationId: invitation!.id, accepts: false }, invited)).toMatchObject({
      ok: true,
    });
    expect(await answerInvitation({ invitationId: invitation!.id, accepts: true }, invited)).toMatchObject({
      reason: 'invitation-over',
    });
    expect(await seen(one)).toMatchObject({ keepers: [{ isMe: true }], invitations: [] });
  });

  test('has fourteen days, unless it is withdrawn', async () => {
    const one = await group(own.database);
    const [late, gone] = [await somebody(), await somebody()];
    for (const { actor } of [late, gone]) await invites(one, actor.person.email);
    const [[toLate], [toGone]] = [await received(late), await received(gone)];
    expect(await received(late, 14 * day - 1)).toHaveLength(1);
    expect(await received(late, 14 * day)).toEqual([]);
    const afterwards = { ...late, now: addMinutes(testNow, 14 * day) };
    expect(await answerInvitation({ invitationId: toLate!.id, accepts: true }, afterwards)).toMatchObject({
      reason: 'invitation-over',
    });
    const withdrawal = { slug: one.slug, invitationId: toGone!.id };
    expect(await withdrawInvitation(withdrawal, await somebody())).toMatchObject({ reason: 'portfolio-unknown' });
    for (let time = 0; time < 2; time += 1)
      expect(await withdrawInvitation(withdrawal, one.keeper)).toMatchObject({ ok: true });
    expect(await answerInvitation({ invitationId: toGone!.id, accepts: true }, gone)).toMatchObject({
      reason: 'invitation-over',
    });
    // past its days it can be asked again, and is mailed again
    const before = await mailed(one);
    expect(await invites(one, late.actor.person.email, 14 * day)).toMatchObject({ ok: true });
    expect(await mailed(one)).toBe(before + 1);
  });

  test('gets one mail, however often it is withdrawn and asked again', async () => {
    const one = await group(own.database);
    const { actor } = await somebody();
    for (let time = 0; time < 4; time += 1) {
      await invites(one, actor.person.email);
      const [invitation] = (await seen(one)).invitations;
      await withdrawInvitation({ slug: one.slug, invitationId: invitation!.id }, one.keeper);
    }
    expect(await mailed(one)).toBe(1);
  });

  test('is one of ten that a person tries in a day, whatever came of it and for whichever group', async () => {
    const one = await group(own.database);
    const email = (nth: number) => `adres-${String(nth)}-${one.id}@wijkbeurs.example`;
    for (let nth = 0; nth < 8; nth += 1) expect(await invites(one, email(nth))).toMatchObject({ ok: true });
    // the same again is a try too
    for (let time = 0; time < 2; time += 1) expect(await invites(one, email(1))).toMatchObject({ ok: true });
    for (const tried of [email(1), email(9)])
      expect(await invites(one, tried)).toMatchObject({ reason: 'too-many-invitations' });
    expect(await invites(one, email(9), day + 1)).toMatchObject({ ok: true });
  });

  test('is not invited any more when who asked does not keep it any more', async () => {
    const one = await group(own.database);
    const colleague = await joins(own.database, one);
    const invited = await somebody();
    await inviteKeeper({ slug: one.slug, email: invited.actor.person.email }, colleague);
    const keeperId = (await seen(one, colleague)).keepers.find(({ isMe }) => isMe)!.id;
    expect(await removeKeeper({ slug: one.slug, keeperId }, one.keeper)).toMatchObject({ ok: true });
    expect(await received(invited)).toEqual([]);
  });
});
