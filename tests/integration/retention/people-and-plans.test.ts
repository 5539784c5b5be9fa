import { beforeEach } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { removePastRetention } from '#app/modules/retention/commands/remove-past-retention.server.ts';
import { makeMembership, makeOrganisation, makePerson, testNow } from '#tests/factories/index.ts';
import { makeAllowances, type AllowanceScene } from '#tests/integration/allowances/scene.ts';
import { backdate, eachGoesAfterItsPeriod, longAgo, recent, two, useAgingDatabase, type PairsOf } from './aging.ts';

const own = useAgingDatabase();
let scene: AllowanceScene;

beforeEach(async () => {
  await removePastRetention(own.database);
  scene = await makeAllowances(own.database);
});

const pairs: PairsOf<'people'> = {
  'accounts-unused': async () => {
    const people = [await makePerson(own.database), await makePerson(own.database)];
    return {
      old: async () =>
        backdate(own.database, `update person set created_at = ${longAgo} where id = '${people[0] ?? ''}'`),
      left: async () =>
        own.database.person.count({ where: { id: { in: people }, deletedAt: null, name: { not: '' } } }),
    };
  },
  sessions: async () => {
    const personId = await makePerson(own.database);
    await two(async (which) =>
      own.database.session.create({
        data: { id: newId(), tokenHash: newId(), personId, userAgent: which, expiresAt: new Date() },
      }),
    );
    return {
      old: async () =>
        backdate(
          own.database,
          `update session set expires_at = ${longAgo} where person_id = '${personId}' and user_agent = 'old'`,
        ),
      left: async () => own.database.session.count({ where: { personId } }),
    };
  },
  'subscribers-unconfirmed': async () => {
    const id = newId();
    await two(async (which) =>
      own.database.subscriber.create({
        data: {
          ...{ id: newId(), email: `${which}-${id}@wijkbeurs.example`, locale: 'nl', rhythm: 'daily' },
          ...{ createdAt: new Date(), toldUntil: new Date(), tokenHash: newId() },
        },
      }),
    );
    return {
      old: async () =>
        backdate(own.database, `update subscriber set created_at = ${longAgo} where email like 'old-${id}%'`),
      left: async () => own.database.subscriber.count({ where: { email: { contains: id } } }),
    };
  },
  'sign-in-codes': async () => {
    const email = `${newId()}@wijkbeurs.example`;
    await two(async (which) =>
      own.database.signInCode.create({
        data: { id: newId(), email, requesterHash: which, locale: 'nl', expiresAt: new Date(), createdAt: new Date() },
      }),
    );
    return {
      old: async () =>
        backdate(
          own.database,
          `update sign_in_code set created_at = ${longAgo} where email = '${email}' and requester_hash = 'old'`,
        ),
      left: async () => own.database.signInCode.count({ where: { email } }),
    };
  },
  'email-changes': async () => {
    const oldEmail = `${newId()}@wijkbeurs.example`;
    const personId = await makePerson(own.database, { email: oldEmail });
    const asked = { personId, oldEmail, requesterHash: 'x', createdAt: new Date(), expiresAt: new Date() };
    await two(async (which) =>
      own.database.emailChange.create({ data: { id: newId(), newEmail: `${which}@wijkbeurs.example`, ...asked } }),
    );
    return {
      old: async () =>
        backdate(
          own.database,
          `update email_change set created_at = ${longAgo} where person_id = '${personId}' and new_email like 'old@%'`,
        ),
      left: async () => own.database.emailChange.count({ where: { personId } }),
    };
  },
  'second-factor-tries': async () => {
    const personId = await makePerson(own.database);
    const tries = [newId(), newId()];
    await own.database.secondFactorTry.createMany({
      data: tries.map((one) => ({ id: one, personId, triedAt: new Date() })),
    });
    return {
      old: async () =>
        backdate(own.database, `update second_factor_try set tried_at = ${longAgo} where id = '${tries[0] ?? ''}'`),
      left: async () => own.database.secondFactorTry.count({ where: { personId } }),
    };
  },
  conversations: async () => {
    const organisationId = await makeOrganisation(own.database);
    const { id: answererId } = await own.database.portfolio.findUniqueOrThrow({ where: { organisationId } });
    await two(async (subject) =>
      own.database.conversation.create({
        data: { id: newId(), answererId, subject, begunAt: new Date(), lastMessageAt: new Date() },
      }),
    );
    return {
      old: async () =>
        backdate(
          own.database,
          `update conversation set last_message_at = ${longAgo} where answerer_id = '${answererId}' and subject = 'old'`,
        ),
      left: async () => own.database.conversation.count({ where: { answererId } }),
    };
  },
  'portfolios-left': async () => {
    const slugs = [`oud-${newId()}`, `vers-${newId()}`];
    await own.database.portfolio.createMany({
      data: slugs.map((slug) => ({
        id: newId(),
        slug,
        kind: 'group',
        name: 'Gestopt',
        phase: 'idea',
        state: 'closed',
        createdAt: new Date(),
        changedAt: new Date(),
      })),
    });
    return {
      old: async () =>
        backdate(own.database, `update portfolio set changed_at = ${longAgo} where slug = '${slugs[0] ?? ''}'`),
      left: async () => own.database.portfolio.count({ where: { slug: { in: slugs } } }),
    };
  },
  'keeper-invitations': async () => {
    const portfolioId = newId();
    const now = new Date();
    await own.database.portfolio.create({
      data: {
        id: portfolioId,
        slug: `kaarten-${portfolioId}`,
        kind: 'group',
        name: 'Kaartclub',
        phase: 'idea',
        createdAt: now,
        changedAt: now,
        keepers: { create: { id: newId(), personId: await makePerson(own.database), addedAt: now } },
      },
    });
    await two(async (email) =>
      own.database.keeperInvitation.create({ data: { id: newId(), portfolioId, email, invitedAt: now } }),
    );
    return {
      old: async () =>
        backdate(own.database, `update keeper_invitation set invited_at = ${longAgo} where email = 'old'`),
      left: async () => own.database.keeperInvitation.count({ where: { portfolioId } }),
    };
  },
  'portfolio-claims': async () => {
    const initiativeId = newId();
    const title = 'Een plan uit de stukken';
    await own.database.initiative.create({
      data: { id: initiativeId, slug: `p-${initiativeId}`, stage: 'accepted', title, createdAt: new Date() },
    });
    const { id: portfolioId } = await own.database.portfolio.findUniqueOrThrow({ where: { initiativeId } });
    const answeredById = await makePerson(own.database);
    await two(async (note) =>
      own.database.portfolioClaim.create({
        data: {
          id: newId(),
          portfolioId,
          personId: await makePerson(own.database),
          note,
          claimedAt: new Date(),
          answer: 'refused',
          answeredById,
          answeredAt: new Date(),
        },
      }),
    );
    return {
      old: async () => backdate(own.database, `update portfolio_claim set answered_at = ${longAgo} where note = 'old'`),
      left: async () => own.database.portfolioClaim.count({ where: { portfolioId } }),
    };
  },
  'demo-mails': async () => {
    const toAddress = `${newId()}@wijkbeurs.example`;
    await two(async (subject) =>
      own.database.demoMail.create({
        data: { id: newId(), toAddress, subject, text: '', html: '', messageId: newId() },
      }),
    );
    return {
      old: async () =>
        backdate(
          own.database,
          `update demo_mail set sent_at = ${longAgo} where to_address = '${toAddress}' and subject = 'old'`,
        ),
      left: async () => own.database.demoMail.count({ where: { toAddress } }),
    };
  },
  'organisation-requests': async () => {
    const personId = await makePerson(own.database);
    await two(async (note) =>
      own.database.organisationRequest.create({
        data: {
          id: newId(),
          personId,
          organisationId: await makeOrganisation(own.database),
          note,
          requestedAt: testNow,
          state: 'withdrawn',
          answeredAt: new Date(),
          answeredById: personId,
        },
      }),
    );
    return {
      old: async () =>
        backdate(
          own.database,
          `update organisation_request set answered_at = ${longAgo} where person_id = '${personId}' and note = 'old'`,
        ),
      left: async () => own.database.organisationRequest.count({ where: { personId, note: { not: '' } } }),
    };
  },
  'interest-notes': async () => {
    const personId = await makePerson(own.database);
    await two(async (note) =>
      own.database.interestDeclaration.create({
        data: { id: newId(), personId, initiativeId: scene.initiativeId, kind: 'family', note, declaredAt: new Date() },
      }),
    );
    return {
      old: async () =>
        backdate(
          own.database,
          `update interest_declaration set declared_at = ${longAgo} where person_id = '${personId}' and note = 'old'`,
        ),
      left: async () => own.database.interestDeclaration.count({ where: { personId, note: { not: '' } } }),
    };
  },
  households: async () => {
    const personId = await makePerson(own.database);
    const roles = await Promise.all(
      ['editor', 'loket'].map(async (role) =>
        makeMembership(own.database, { personId, bodyId: scene.team.bodyId, role }),
      ),
    );
    const [old = '', fresh = ''] = roles;
    await backdate(
      own.database,
      `update body_membership set household = 'Straat 1', ends_on = now()::date where id in ('${old}', '${fresh}')`,
    );
    return {
      old: async () =>
        backdate(
          own.database,
          `update body_membership set ends_on = '2010-01-01', begins_on = '2009-01-01' where id = '${old}'`,
        ),
      left: async () => own.database.bodyMembership.count({ where: { personId, household: { not: null } } }),
    };
  },
  'loose-evidence': async () => {
    const uploadedById = await makePerson(own.database);
    await two(async (fileName) =>
      own.database.donutEvidence.create({
        data: {
          id: newId(),
          kind: 'pdf',
          fileName,
          contentType: 'application/pdf',
          byteSize: 1,
          sha256: 'x',
          uploadedById,
          createdAt: new Date(),
          content: { create: { bytes: Buffer.from('x') } },
        },
      }),
    );
    return {
      old: async () =>
        backdate(
          own.database,
          `update donut_evidence set created_at = ${longAgo} where uploaded_by_id = '${uploadedById}' and file_name = 'old'`,
        ),
      left: async () => own.database.donutEvidenceContent.count({ where: { evidence: { uploadedById } } }),
    };
  },
  'removed-photos': async () => {
    const uploadedById = await makePerson(own.database);
    await two(async (fileName) =>
      own.database.attachment.create({
        data: {
          id: newId(),
          initiativeId: scene.initiativeId,
          kind: 'image',
          fileName,
          contentType: 'image/webp',
          byteSize: 1,
          sha256: 'x',
          uploadedById,
          removedAt: new Date(),
          content: { create: { bytes: Buffer.from('x') } },
        },
      }),
    );
    return {
      old: async () =>
        backdate(
          own.database,
          `update attachment set removed_at = ${longAgo} where uploaded_by_id = '${uploadedById}' and file_name = 'old'`,
        ),
      left: async () => own.database.attachmentContent.count({ where: { attachment: { uploadedById } } }),
    };
  },
};

eachGoesAfterItsPeriod(own, 'people', pairs, async () => recent(own.database, scene));
