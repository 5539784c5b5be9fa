import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import type { SignedIn } from '../actor.ts';
import { mailOrganisationAnswer } from '../jobs.server.ts';
import { administers } from '../policy.ts';
import { joinOrganisation } from './join-organisation.server.ts';

export type AnswerOrganisationRequest = { requestId: string; answer: 'confirm' | 'refuse' };

export type AnswerOrganisationRequestRefusal =
  'request-unknown' | 'already-answered' | 'not-yourself' | 'already-member';

/**
 * A member of the organisation, or an administrator, says whether somebody may act for it. To anybody else the request
 * does not exist.
 */
export async function answerOrganisationRequest(
  input: AnswerOrganisationRequest,
  context: Context<SignedIn>,
): Promise<Outcome<void, AnswerOrganisationRequestRefusal>> {
  const { actor, now } = context;
  if (!isId(input.requestId)) return refused('request-unknown');
  return inTransaction(
    context,
    async (tx) => {
      await tx.$executeRaw`select 1 from organisation_request where id = ${input.requestId}::uuid for update`;
      const request = await tx.organisationRequest.findUnique({ where: { id: input.requestId } });
      if (request === null) return refused('request-unknown');
      const isMember = actor.organisations.some(({ id }) => id === request.organisationId);
      if (!isMember && !administers(actor).ok) return refused('request-unknown');
      if (request.personId === actor.person.id) return refused('not-yourself');
      if (request.state !== 'waiting') return refused('already-answered');
      await tx.organisationRequest.update({
        where: { id: request.id },
        data: {
          state: input.answer === 'confirm' ? 'confirmed' : 'refused',
          answeredAt: now,
          answeredById: actor.person.id,
        },
      });
      if (input.answer === 'confirm') {
        await joinOrganisation(tx, {
          organisationId: request.organisationId,
          personId: request.personId,
          beginsOn: dayInAmsterdam(now),
          confirmedById: actor.person.id,
        });
      }
      await enqueue(tx, mailOrganisationAnswer, { requestId: request.id }, `mail-organisation-answer:${request.id}`);
      return accepted();
    },
    { refusals: { organisation_member_once: 'already-member', organisation_request_two_persons: 'not-yourself' } },
  );
}
