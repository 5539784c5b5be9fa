import type { Instant } from '#app/kernel/instant.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { SignedIn } from '../actor.ts';
import { myBudgetData } from './my-budget-data.server.ts';
import { myActionData } from './my-action-data.server.ts';
import { myIntegrityData } from './my-integrity-data.server.ts';
import { myGatheringData } from './my-gathering-data.server.ts';
import { myMeetingData } from './my-meeting-data.server.ts';
import { myDonutData } from './my-donut-data.server.ts';
import { myPaymentData } from './my-payment-data.server.ts';
import { myRedactionData } from './my-redaction-data.server.ts';
import { myPortfolioData } from './my-portfolio-data.server.ts';
import { mySearchData } from './my-search-data.server.ts';
import { mySubscriptionData } from './my-subscription-data.server.ts';
import { myVoteData } from './my-vote-data.server.ts';

/** Names of other people, secrets and hashes stay out; columns are chosen one by one. */
const body = { select: { slug: true, name: true } } as const;
const organisation = { select: { slug: true, name: true } } as const;
const initiative = { select: { slug: true, title: true } } as const;

/**
 * Everything that is stored about the actor, to download. Only what is theirs: what others wrote about an initiative of
 * theirs is public or not theirs.
 */
export async function myData(database: Database, actor: SignedIn, now: Instant) {
  const personId = actor.person.id;
  const mine = { where: { personId } } as const;
  const person = await database.person.findUniqueOrThrow({
    where: { id: personId },
    include: { areas: { select: { areaCode: true } }, themes: { select: { themeSlug: true } } },
  });
  const { areas, themes, deletedAt: _, ...account } = person;
  return {
    downloadedAt: now,
    account: { ...account, areas: areas.map((row) => row.areaCode), themes: themes.map((row) => row.themeSlug) },
    sessions: await database.session.findMany({
      ...mine,
      select: { createdAt: true, expiresAt: true, userAgent: true, secondFactorAt: true },
    }),
    signInCodes: await database.signInCode.findMany({
      where: { email: person.email },
      select: { createdAt: true, expiresAt: true, usedAt: true, tries: true },
    }),
    emailChanges: await database.emailChange.findMany({
      ...mine,
      select: { oldEmail: true, newEmail: true, tries: true, createdAt: true, expiresAt: true, confirmedAt: true },
    }),
    // the keyed hash of who somebody is there stays out, as hashes do
    identities: await database.personIdentity.findMany({
      ...mine,
      select: { issuer: true, createdAt: true, usedAt: true },
    }),
    passkeys: await database.passkey.findMany({ ...mine, select: { name: true, createdAt: true, usedAt: true } }),
    authenticatorApp: await database.authenticator.findUnique({
      ...mine,
      select: { createdAt: true, confirmedAt: true },
    }),
    backupCodes: await database.backupCode.findMany({ ...mine, select: { createdAt: true, usedAt: true } }),
    secondFactorTries: await database.secondFactorTry.findMany({ ...mine, select: { triedAt: true } }),
    roles: await database.bodyMembership.findMany({
      ...mine,
      select: {
        role: true,
        body,
        organisation,
        household: true,
        beginsOn: true,
        endsOn: true,
        createdAt: true,
        endedAt: true,
      },
    }),
    organisations: await database.organisationMember.findMany({
      ...mine,
      select: { organisation, beginsOn: true, endsOn: true },
    }),
    organisationRequests: await database.organisationRequest.findMany({
      ...mine,
      select: { organisation, note: true, requestedAt: true, state: true, answeredAt: true },
    }),
    ...(await whatTheyDid(database, personId)),
    ...(await myDonutData(database, personId)),
    ...(await theirAllowances(database, personId)),
    ...(await myPaymentData(database, personId)),
    ...(await myBudgetData(database, personId)),
    ...(await myPortfolioData(database, { personId, email: person.email })),
    ...(await myGatheringData(database, personId)),
    ...(await myMeetingData(database, personId)),
    ...(await myRedactionData(database, personId)),
    ...(await myActionData(database, personId)),
    ...(await myIntegrityData(database, personId)),
    ...(await mySearchData(database, personId)),
    ...(await mySubscriptionData(database, personId)),
    ...(await myVoteData(database, personId)),
    demoMails: await database.demoMail.findMany({
      where: { toAddress: person.email },
      select: { subject: true, text: true, sentAt: true },
    }),
  };
}

async function whatTheyDid(database: Database, personId: string) {
  const mine = { where: { personId } } as const;
  return {
    initiatives: await database.initiative.findMany({
      where: { submitterId: personId },
      select: {
        slug: true,
        stage: true,
        title: true,
        summary: true,
        draft: true,
        draftSavedAt: true,
        submittedAt: true,
        createdAt: true,
        organisation,
      },
    }),
    submittedVersions: await database.initiativeVersion.findMany({
      where: { createdById: personId },
      select: { version: true, content: true, createdAt: true, initiative },
    }),
    uploads: await database.attachment.findMany({
      where: { uploadedById: personId },
      select: { fileName: true, kind: true, byteSize: true, description: true, createdAt: true, initiative },
    }),
    stepsTaken: await database.initiativeEvent.findMany({
      where: { actorId: personId },
      select: { kind: true, reason: true, occurredAt: true, initiative },
    }),
    checksAtTheLoket: await database.eligibilityCheck.findMany({
      where: { checkedById: personId },
      select: { ruleSlug: true, met: true, note: true, checkedAt: true, initiative },
    }),
    interests: await database.interestDeclaration.findMany({
      ...mine,
      select: { kind: true, note: true, declaredAt: true, initiative },
    }),
    reviews: await database.reviewAssignment.findMany({
      ...mine,
      select: {
        createdAt: true,
        roundEntry: { select: { round: { select: { slug: true, title: true } }, initiative } },
        review: {
          select: {
            state: true,
            openedAt: true,
            submittedAt: true,
            draft: true,
            scores: { select: { points: true, reason: true, criterion: { select: { title: true } } } },
          },
        },
      },
    }),
    spendingsProposed: await database.smallSpending.findMany({
      where: { proposerId: personId },
      select: { what: true, why: true, proposedAt: true, state: true },
    }),
    spendingsConfirmed: await database.smallSpending.findMany({
      where: { confirmerId: personId },
      select: { number: true, what: true, confirmedAt: true },
    }),
    spendingAnswers: await database.spendingAnswer.findMany({
      where: { personId },
      select: { answer: true, reason: true, answeredAt: true, spending: { select: { what: true } } },
    }),
    decisionsPrepared: await database.decision.findMany({
      where: { proposerId: personId },
      select: { number: true, title: true, outcome: true, state: true, preparedAt: true },
    }),
    decisionDrafts: (
      await database.decisionDraft.findMany({ ...mine, select: { fields: true, savedAt: true, initiative } })
    ).map((draft) => ({ ...draft, fields: withoutOthers(draft.fields) })),
    assignmentDrafts: (
      await database.assignmentDraft.findMany({ ...mine, select: { fields: true, savedAt: true } })
    ).map((draft) => ({ ...draft, fields: withoutOthers(draft.fields) })),
    decisionsConfirmed: await database.decision.findMany({
      where: { confirmerId: personId },
      select: { number: true, title: true, outcome: true, confirmedAt: true },
    }),
    decisionsTakenPartIn: await database.decisionParticipant.findMany({
      ...mine,
      select: { part: true, vote: true, reason: true, decision: { select: { number: true, title: true } } },
    }),
    bodyTextsWritten: await database.bodyText.findMany({
      where: { writtenById: personId },
      select: { body, revision: true, remit: true, remitEn: true, writtenAt: true },
    }),
    settingsChanged: await database.programmeSetting.findMany({
      where: { updatedById: personId },
      select: { key: true, value: true, updatedAt: true },
    }),
    rolesGiven: await database.bodyMembership.findMany({
      where: { grantedById: personId },
      select: { role: true, body, createdAt: true },
    }),
  };
}

/** What volunteers tell and claim, and what coordinators did; of others' claims only how many. */
async function theirAllowances(database: Database, personId: string) {
  const activity = { select: { slug: true, name: true } } as const;
  const mine = { where: { personId } } as const;
  const claim = {
    activity,
    day: true,
    kind: true,
    minutes: true,
    rateCents: true,
    amountCents: true,
    note: true,
    claimedAt: true,
    state: true,
    answeredAt: true,
    answer: true,
    receipt: { select: { fileName: true, contentType: true } },
  } as const;
  return {
    volunteer: await database.volunteer.findUnique({ ...mine, select: { turns21On: true, toldAt: true } }),
    otherAllowances: await database.otherAllowance.findMany({
      ...mine,
      orderBy: { sequence: 'asc' },
      select: { year: true, amountCents: true, toldAt: true },
    }),
    activitiesTakenPartIn: await database.activityVolunteer.findMany({
      ...mine,
      select: { activity, writtenName: true, signedUpAt: true, leftAt: true },
    }),
    allowanceClaims: await database.allowanceClaim.findMany({ ...mine, orderBy: { claimedAt: 'asc' }, select: claim }),
    activitiesOpened: await database.activity.findMany({
      where: { openedById: personId },
      select: { slug: true, name: true, openedAt: true },
    }),
    signedUpAtTheDoor: await database.activityVolunteer.count({
      where: { signedUpById: personId, personId: { not: personId } },
    }),
    claimsTypedForOthers: await database.allowanceClaim.count({
      where: { claimedById: personId, personId: { not: personId } },
    }),
    claimsAnswered: await database.allowanceClaim.count({
      where: { answeredById: personId, personId: { not: personId } },
    }),
    allowanceRulesAdded: await database.allowanceRule.findMany({
      where: { addedById: personId },
      select: { startsOn: true, source: true, addedAt: true },
    }),
  };
}

/** What was typed in the draft of a decision, without who sat at the table: that is about other people. */
function withoutOthers(fields: unknown): unknown {
  if (typeof fields !== 'object' || fields === null || !('attendance' in fields)) return fields;
  const { attendance: _, ...own } = fields;
  return own;
}
