import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { noMoney } from '#app/kernel/money.ts';
import { kindChoices } from '#app/modules/procurement/queries/kinds.query.server.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import type { AssignmentBasis } from '../proposal-basis.ts';
import { tableOf } from './table.server.ts';

/**
 * What a decision on an assignment without a plan rests on.
 * @returns null when there is no such body or organisation
 */
export async function assignmentBasis(
  database: Database | Transaction,
  { bodyId, organisationId }: { bodyId: string; organisationId: string },
  now: Instant,
): Promise<AssignmentBasis | null> {
  if (!isId(bodyId) || !isId(organisationId)) return null;
  // one after the other: a transaction has one connection
  const body = await database.body.findUnique({
    where: { id: bodyId },
    select: {
      id: true,
      slug: true,
      name: true,
      actielijnen: { orderBy: { title: 'asc' }, select: { id: true, title: true } },
    },
  });
  const organisation = await database.organisation.findUnique({
    where: { id: organisationId },
    select: { id: true, name: true },
  });
  if (body === null || organisation === null) return null;
  const { actielijnen, ...named } = body;
  const { members, funds } = await tableOf(database, bodyId, { initiativeId: null, organisationId }, now);
  const today = dayInAmsterdam(now);
  const serviceKinds = await kindChoices(database, organisationId, today);
  return {
    subject: { kind: 'assignment', organisation, actielijnen },
    body: named,
    criteriaVersionId: null,
    criteria: [],
    scored: null,
    vote: null,
    members,
    funds: funds.map(({ actielijnId: _, ...fund }) => fund),
    serviceKinds,
    otherMoney: [],
    otherBodies: [],
    replaceable: [],
    facts: {
      outcomes: ['grant'],
      requested: null,
      instruments: ['assignment'],
      isOrganisation: true,
      today,
      criterionIds: [],
      fundIds: funds.map(({ id }) => id),
      serviceKindIds: serviceKinds.map(({ id }) => id),
      costFlags: [],
      referToBodyIds: [],
      replaceableIds: [],
      earlier: { open: noMoney, paid: noMoney },
      mustReplace: false,
      members: members.map(({ personId, interest }) => ({ personId, interest })),
      meetsMinima: null,
      assignment: {
        actielijnIds: actielijnen.map(({ id }) => id),
        actielijnOfFund: Object.fromEntries(
          funds.flatMap(({ id, actielijnId }) => (actielijnId === null ? [] : [[id, actielijnId]])),
        ),
      },
    },
  };
}
