import { fromDateColumn, toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { cents, type Cents } from '#app/kernel/money.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import { emailAfterDeletion } from './person.ts';
import { lastDayWhenStopping } from './role.store.server.ts';

/** Drafts that were never submitted go entirely; what was submitted keeps its record and loses its unsent changes and files. */
export async function eraseDrafts(tx: Transaction, personId: string): Promise<void> {
  const drafts = { submitterId: personId, stage: 'draft', currentVersion: 0 };
  await tx.attachment.deleteMany({ where: { initiative: drafts } });
  await tx.initiative.deleteMany({ where: drafts });
  await tx.$executeRaw`
    delete from attachment a using initiative i
    where a.initiative_id = i.id and i.submitter_id = ${personId}::uuid and not exists (
      select 1 from initiative_version v where v.initiative_id = i.id and position(a.id::text in v.content::text) > 0)`;
  await tx.$executeRaw`update initiative set draft = null, draft_saved_at = null where submitter_id = ${personId}::uuid and draft is not null`;
  await tx.decisionDraft.deleteMany({ where: { personId } });
  await tx.assignmentDraft.deleteMany({ where: { personId } });
  await tx.donutEvidence.deleteMany({ where: { uploadedById: personId, applicationId: null } });
}

/** Reviews that were not handed in, and what was assigned and not begun, in rounds that are still open: somebody else can be asked. */
export async function releaseAssignments(tx: Transaction, personId: string): Promise<void> {
  // rounds before reviews, as everywhere: one that is closing at this instant is waited for, and then left as it is
  await tx.$queryRaw`
    select 1 from round where state = 'open' and id in (
      select e.round_id from review_assignment a join round_entry e on e.id = a.round_entry_id
        where a.person_id = ${personId}::uuid)
      order by id for share`;
  const unfinished = {
    personId,
    roundEntry: { round: { state: 'open' } },
    OR: [{ review: null }, { review: { state: 'draft' } }],
  };
  await tx.reviewScore.deleteMany({ where: { review: { state: 'draft', assignment: unfinished } } });
  await tx.review.deleteMany({ where: { state: 'draft', assignment: unfinished } });
  await tx.reviewAssignment.deleteMany({ where: { ...unfinished, OR: [{ review: null }] } });
}

/** Ends every role and membership that is not over yet, by the person's own hand. */
export async function endMemberships(
  tx: Transaction,
  personId: string,
  today: CalendarDate,
  now: Instant,
): Promise<void> {
  const running = { personId, OR: [{ endsOn: null }, { endsOn: { gte: toDateColumn(today) } }] };
  for (const { id, beginsOn } of await tx.bodyMembership.findMany({ where: running })) {
    const endsOn = toDateColumn(lastDayWhenStopping(fromDateColumn(beginsOn), today));
    await tx.bodyMembership.update({ where: { id }, data: { endsOn, endedById: personId, endedAt: now } });
  }
  for (const { id, beginsOn } of await tx.organisationMember.findMany({ where: running })) {
    const endsOn = toDateColumn(lastDayWhenStopping(fromDateColumn(beginsOn), today));
    await tx.organisationMember.update({ where: { id }, data: { endsOn, endedById: personId } });
  }
  const waiting = { state: 'withdrawn', answeredAt: now, answeredById: personId };
  await tx.organisationRequest.updateMany({ where: { personId, state: 'waiting' }, data: waiting });
  await tx.organisationRequest.updateMany({ where: { personId }, data: { note: '' } });
}

/** Takes away how the person signs in, and everything that says who it is. The row stays as an anchor of the record. */
export async function erasePerson(tx: Transaction, personId: string, now: Instant): Promise<void> {
  const { email } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { email: true } });
  const mine = { where: { personId } };
  await tx.bodyMembership.updateMany({ ...mine, data: { household: null } });
  await tx.session.deleteMany(mine);
  await tx.passkey.deleteMany(mine);
  await tx.personIdentity.deleteMany(mine);
  await tx.authenticator.deleteMany(mine);
  await tx.backupCode.deleteMany(mine);
  await tx.secondFactorTry.deleteMany(mine);
  await tx.personArea.deleteMany(mine);
  await tx.personTheme.deleteMany(mine);
  await leaveActivities(tx, personId, now);
  await leaveGatherings(tx, personId, now);
  await tx.integrityQuestion.updateMany({ where: { askerId: personId }, data: { askerId: null, contact: '' } });
  await tx.subscriber.deleteMany(mine);
  await tx.signInCode.deleteMany({ where: { email } });
  await tx.emailChange.deleteMany(mine);
  await tx.demoMail.deleteMany({ where: { toAddress: email } });
  await tx.person.update({
    where: { id: personId },
    data: {
      email: emailAfterDeletion(personId),
      name: '',
      nameIsPublic: false,
      languages: [],
      mailOnSteps: false,
      mailOnWork: false,
      deletedAt: now,
    },
  });
  await endBankAccounts(tx, personId, now);
}

/** Gives up places at gatherings that come, and takes name and wishes out of every registration. */
async function leaveGatherings(tx: Transaction, personId: string, now: Instant): Promise<void> {
  await tx.gatheringCrew.deleteMany({ where: { personId } });
  await tx.gatheringMark.updateMany({ where: { markedById: personId }, data: { markedById: null } });
  await tx.gatheringRegistration.updateMany({
    where: { personId, arrivedAt: null, state: { in: ['held', 'asked', 'confirmed', 'waiting', 'offered'] } },
    data: { state: 'cancelled', cancelledAt: now, keptUntil: null },
  });
  await tx.$executeRaw`
    select erase_gathering_registrations(coalesce(array_agg(id), '{}')) from gathering_registration
      where person_id = ${personId}::uuid`;
}

/**
 * Ends and erases bank accounts, but keeps one that a payment under way needs (`bank_account_needed`); the bank module erases
 * that one afterwards. After the person was marked as gone, so that none is added meanwhile (`bank_account_of_person`).
 */
async function endBankAccounts(tx: Transaction, personId: string, now: Instant): Promise<void> {
  await tx.bankAccount.updateMany({ where: { personId, endedAt: null }, data: { endedAt: now } });
  await tx.$executeRaw`
    update bank_account set sealed = '', iban_mark = ''
      where person_id = ${personId}::uuid and octet_length(sealed) > 0 and not bank_account_needed(id)`;
}

/** What was approved for a person as a volunteer and not paid yet, in cents: deleting the account gives it up. */
export async function unpaidAllowance(database: Database | Transaction, personId: string): Promise<Cents> {
  const [row] = await database.$queryRaw<{ unpaid: bigint }[]>`select unpaid_allowance(${personId}::uuid) as unpaid`;
  return cents(Number(row?.unpaid ?? 0));
}

/** What was claimed stays in the record without a name, as decisions do; what only mattered for allowances goes. */
async function leaveActivities(tx: Transaction, personId: string, now: Instant): Promise<void> {
  await tx.activityVolunteer.updateMany({ where: { personId, leftAt: null }, data: { leftAt: now } });
  await tx.activityVolunteer.updateMany({ where: { personId, writtenName: { not: '' } }, data: { writtenName: '' } });
  await tx.volunteer.deleteMany({ where: { personId } });
}
