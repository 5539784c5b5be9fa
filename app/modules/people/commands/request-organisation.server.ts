import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import type { SignedIn } from '../actor.ts';
import { mailOrganisationRequest } from '../jobs.server.ts';
import { programmeOffice } from '../role.ts';
import { validOn } from '../role.store.server.ts';

export type RequestOrganisation = { organisationId: string; note: string };

export type RequestOrganisationRefusal = 'organisation-unknown' | 'already-member' | 'already-requested';

/** Asks to act for an organisation. Its members are asked by mail; without members the administrators are. */
export async function requestOrganisation(
  input: RequestOrganisation,
  context: Context<SignedIn>,
): Promise<Outcome<string, RequestOrganisationRefusal>> {
  const { actor, now } = context;
  const personId = actor.person.id;
  if (!isId(input.organisationId)) return refused('organisation-unknown');
  return inTransaction(
    context,
    async (tx) => {
      if ((await tx.organisation.count({ where: { id: input.organisationId } })) === 0)
        return refused('organisation-unknown');
      if (actor.organisations.some(({ id }) => id === input.organisationId)) return refused('already-member');
      const id = newId(now.getTime());
      await tx.organisationRequest.create({ data: { id, ...input, personId, requestedAt: now, state: 'waiting' } });
      for (const asked of await whoMayAnswer(tx, input.organisationId, context)) {
        await enqueue(
          tx,
          mailOrganisationRequest,
          { requestId: id, personId: asked },
          `mail-organisation-request:${id}:${asked}`,
        );
      }
      return accepted(id);
    },
    { refusals: { organisation_request_once: 'already-requested' } },
  );
}

async function whoMayAnswer(
  tx: Transaction,
  organisationId: string,
  { actor, now }: Context<SignedIn>,
): Promise<string[]> {
  const valid = validOn(dayInAmsterdam(now));
  const other = { personId: { not: actor.person.id }, person: { deletedAt: null } };
  const members = await tx.organisationMember.findMany({
    where: { organisationId, ...other, ...valid },
    select: { personId: true },
  });
  const found =
    members.length > 0
      ? members
      : await tx.bodyMembership.findMany({
          where: { role: 'administrator', body: { slug: programmeOffice }, ...other, ...valid },
          select: { personId: true },
        });
  return [...new Set(found.map(({ personId }) => personId))];
}

/** Takes back one's own request. */
export async function withdrawOrganisationRequest(
  input: { requestId: string },
  { actor, database, now }: Context<SignedIn>,
): Promise<Outcome<void, 'request-unknown'>> {
  if (!isId(input.requestId)) return refused('request-unknown');
  const { count } = await database.organisationRequest.updateMany({
    where: { id: input.requestId, personId: actor.person.id, state: 'waiting' },
    data: { state: 'withdrawn', answeredAt: now, answeredById: actor.person.id },
  });
  return count === 1 ? accepted() : refused('request-unknown');
}
