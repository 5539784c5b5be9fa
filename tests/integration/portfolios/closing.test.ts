import { describe, expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { closePortfolio } from '#app/modules/portfolios/commands/change-portfolio.server.ts';
import { removeKeeper } from '#app/modules/portfolios/commands/remove-keeper.server.ts';
import { makeMatch } from '#app/modules/portfolios/commands/make-match.server.ts';
import { contactView } from '#app/modules/portfolios/queries/contact.query.server.ts';
import { publicMatches } from '#app/modules/portfolios/queries/matches.query.server.ts';
import { editedPortfolio, ownPortfolios } from '#app/modules/portfolios/queries/own-portfolios.query.server.ts';
import { portfolioPage } from '#app/modules/portfolios/queries/portfolio-page.query.server.ts';
import { visitor, type Actor } from '#app/modules/people/actor.ts';
import { makeInitiative, makeOrganisation, makePerson, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { acting, group, wrote, type Group } from './scene.ts';

const own = useTestDatabase();
const today = calendarDate('2026-11-21');

const seenBy = async (actor: Actor, { slug }: { slug: string }) =>
  portfolioPage(own.database, actor, slug, { today, locale: 'nl' });
const stranger = visitor(false);

describe('a closed portfolio', () => {
  test('is there for its keepers alone, who can open it again', async () => {
    const [one, other] = [await group(own.database), await group(own.database)];
    await own.database.$transaction((tx) =>
      makeMatch(tx, { oneId: one.id, otherId: other.id, origin: 'gathering' }, testNow),
    );
    await closePortfolio({ slug: one.slug, close: true }, one.keeper);
    expect(await seenBy(stranger, one)).toBeNull();
    expect(await seenBy(other.keeper.actor, one)).toBeNull();
    expect(await contactView(own.database, other.keeper.actor, one.slug)).toBeNull();
    expect(await seenBy(one.keeper.actor, one)).toMatchObject({ slug: one.slug, isActive: false });
    expect(JSON.stringify(await publicMatches(own.database))).not.toContain(one.slug);
    expect((await seenBy(stranger, other))?.matches).toEqual([]);
    expect(await closePortfolio({ slug: one.slug, close: false }, one.keeper)).toMatchObject({ ok: true });
    expect(await seenBy(stranger, one)).toMatchObject({ slug: one.slug, isActive: true });
  });

  test('that an editor hid is there for nobody', async () => {
    const one = await group(own.database);
    await own.database.portfolio.update({
      where: { id: one.id },
      data: { state: 'hidden', hiddenFrom: 'open', hiddenReason: 'Reclame' },
    });
    expect(await seenBy(one.keeper.actor, one)).toBeNull();
  });
});

describe('a group that nobody keeps any more', () => {
  const leaves = async (one: Group) => {
    await closePortfolio({ slug: one.slug, close: true }, one.keeper);
    const keeperId = (await editedPortfolio(own.database, one.keeper.actor, one.slug, testNow))!.keepers[0]!.id;
    expect(await removeKeeper({ slug: one.slug, keeperId }, one.keeper)).toMatchObject({ ok: true });
  };
  const past = async (...ids: string[]) =>
    (
      await own.database.$queryRaw<{ key: string }[]>`
        select key::text as key from retention_row where kind = 'portfolios-left' and key = any (${ids}::uuid[])`
    ).map(({ key }) => key);

  test('waits to be removed, unless somebody keeps it or got a letter of it', async () => {
    const [left, kept, writer, reader] = [
      await group(own.database),
      await group(own.database),
      await group(own.database),
      await group(own.database),
    ];
    await wrote(writer, reader);
    await closePortfolio({ slug: kept.slug, close: true }, kept.keeper);
    for (const one of [left, writer]) await leaves(one);
    expect(await past(left.id, kept.id, writer.id, reader.id)).toEqual([left.id]);
  });
});

describe('the portfolio of a plan that was submitted for an organisation', () => {
  test('is kept by the people of the organisation, and not by who left it', async () => {
    const organisationId = await makeOrganisation(own.database);
    const submitterId = await makePerson(own.database);
    const membership = await own.database.organisationMember.create({
      data: { id: newId(), organisationId, personId: submitterId, beginsOn: new Date('2026-01-01') },
    });
    const initiativeId = await makeInitiative(own.database, { submitterId, organisationId });
    const alone = await makeInitiative(own.database, { submitterId });
    const kept = async () => {
      const { actor } = await acting(own.database, submitterId);
      return (await ownPortfolios(own.database, actor)).map(({ id }) => id);
    };
    const [{ id: ofOrganisation }, { id: ofPlan }, { id: ofOneself }] = [
      await own.database.portfolio.findUniqueOrThrow({ where: { organisationId } }),
      await own.database.portfolio.findUniqueOrThrow({ where: { initiativeId } }),
      await own.database.portfolio.findUniqueOrThrow({ where: { initiativeId: alone } }),
    ];
    expect((await kept()).sort()).toEqual([ofOrganisation, ofPlan, ofOneself].sort());
    await own.database.organisationMember.update({
      where: { id: membership.id },
      data: { endsOn: new Date('2026-02-01') },
    });
    expect(await kept()).toEqual([ofOneself]);
  });
});
