import { dayInAmsterdam, toDateColumn } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { workersFor } from '#app/modules/loket/mails/recipients.server.ts';
import { coversBody, type Actor, type SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { mailRequest, type RequestNews } from '../jobs.server.ts';
import { lockMeeting } from '../meeting.store.server.ts';
import { answerByOf } from '../meeting.ts';
import { plansFor } from '../policy.ts';
import { requestRefusals } from '../refusals.ts';
import { putItem } from './change-agenda.server.ts';

type RuleRefusal = (typeof requestRefusals)[keyof typeof requestRefusals];
export type RequestRefusal =
  | Exclude<PolicyRefusal, 'not-found'>
  | RuleRefusal
  | 'form-key-invalid'
  | 'meeting-unknown'
  | 'organisation-unknown'
  | 'workgroup-unknown'
  | 'too-many-requests'
  | 'too-many-items'
  | 'meeting-over'
  | 'withdrawn';

/** Requests of one person that may wait for an answer of one body. */
const mostWaiting = 5;

export type PutOnAgenda = {
  /** Made by the form, so that a double post asks once. */
  id: string;
  bodyId: string;
  meetingId: string | null;
  title: string;
  request: string;
  /** For whom: an organisation or working group of the asker, or nobody else. */
  for: { kind: 'resident' } | { kind: 'organisation' | 'workgroup'; id: string };
};

/** Whether somebody speaks for a working group: who leads it or belongs to it. */
function speaksFor(actor: Actor, workgroupId: string): boolean {
  return actor.roles.some(
    (held) =>
      held.bodyId === workgroupId && (held.role === 'chair' || held.role === 'member') && coversBody(held, workgroupId),
  );
}

/** Anybody with an account asks a body to put something on its agenda. Who plans there hears of it, and owes an answer by a day. */
export async function askForAgenda(
  { id, bodyId, meetingId, title, request, for: whom }: PutOnAgenda,
  context: Context<SignedIn>,
): Promise<Outcome<string, RequestRefusal>> {
  const { actor, now } = context;
  if (!isId(id)) return refused('form-key-invalid');
  if (!isId(bodyId)) return refused('body-unknown');
  if (whom.kind === 'organisation' && !actor.organisations.some((one) => one.id === whom.id))
    return refused('organisation-unknown');
  if (whom.kind === 'workgroup' && !speaksFor(actor, whom.id)) return refused('workgroup-unknown');
  return inTransaction<string, RequestRefusal, RuleRefusal>(
    context,
    async (tx) => {
      const askedById = actor.person.id;
      // who asks twice at once is counted one after the other
      await holdKey(tx, `agenda-request:${askedById}:${bodyId}`);
      const known = await tx.meetingRequest.findUnique({ where: { id }, select: { askedById: true } });
      if (known !== null) return known.askedById === askedById ? accepted(id) : refused('form-key-invalid');
      if (meetingId !== null) {
        const meeting = isId(meetingId) ? await tx.meeting.findUnique({ where: { id: meetingId } }) : null;
        if (meeting?.bodyId !== bodyId || meeting.state !== 'announced') return refused('meeting-unknown');
        if (meeting.startsAt <= now) return refused('meeting-over');
      }
      const waiting = await tx.meetingRequest.count({ where: { askedById, bodyId, state: 'asked' } });
      if (waiting >= mostWaiting) return refused('too-many-requests', { count: mostWaiting });
      await tx.meetingRequest.create({
        data: {
          ...{ id, bodyId, meetingId, title, request, askedById, askedAt: now },
          organisationId: whom.kind === 'organisation' ? whom.id : null,
          workgroupId: whom.kind === 'workgroup' ? whom.id : null,
          answerBy: toDateColumn(answerByOf(now)),
        },
      });
      const workers = await workersFor(context.database, bodyId, ['chair', 'programme_manager'], dayInAmsterdam(now));
      for (const { id: personId } of workers)
        if (personId !== askedById) await tell(tx, { requestId: id, personId, news: 'request-asked' }, '');
      return accepted(id);
    },
    { refusals: requestRefusals },
  );
}

async function tell(
  tx: Transaction,
  mail: { requestId: string; personId: string | null; news: RequestNews },
  once: string,
): Promise<void> {
  const { personId } = mail;
  if (personId !== null)
    await enqueue(
      tx,
      mailRequest,
      { ...mail, personId },
      `meeting-request:${mail.requestId}:${personId}:${mail.news}:${once}`,
    );
}

async function lockRequest(tx: Transaction, id: string) {
  await tx.$queryRaw`select 1 from meeting_request where id = ${id}::uuid for update`;
  return tx.meetingRequest.findUnique({ where: { id } });
}

/** Who asked takes it back, as long as there is no answer. */
export async function withdrawRequest(
  { id, revision }: { id: string; revision: number },
  context: Context<SignedIn>,
): Promise<Outcome<void, RequestRefusal>> {
  if (!isId(id)) return refused('request-unknown');
  return inTransaction<void, RequestRefusal, RuleRefusal>(
    context,
    async (tx) => {
      const request = await lockRequest(tx, id);
      if (request?.askedById !== context.actor.person.id) return refused('request-unknown');
      if (request.state === 'withdrawn') return accepted();
      if (request.state === 'placed') return refused('already-placed');
      if (request.state === 'answered') return refused('already-answered');
      if (request.revision !== revision) return refused('changed-meanwhile');
      await tx.meetingRequest.update({ where: { id }, data: { state: 'withdrawn', revision: revision + 1 } });
      return accepted();
    },
    { refusals: requestRefusals },
  );
}

/** Answers with a reason why it does not come on an agenda, or what was done otherwise. Once; not by who asked. */
export async function answerRequest(
  { id, revision, text }: { id: string; revision: number; text: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, RequestRefusal>> {
  return onWaiting(id, revision, context, async (tx, request) => {
    await tx.meetingRequest.update({
      where: { id },
      data: { ...answeredBy(context), state: 'answered', answerText: text, revision: revision + 1 },
    });
    await tell(tx, { requestId: id, personId: request.askedById, news: 'request-answered' }, '');
    return accepted();
  });
}

const answeredBy = ({ actor, now }: Context<SignedIn>) => ({ answeredById: actor.person.id, answeredAt: now });

type Waiting = NonNullable<Awaited<ReturnType<typeof lockRequest>>>;

async function onWaiting(
  id: string,
  revision: number,
  context: Context<SignedIn>,
  work: (tx: Transaction, request: Waiting) => Promise<Outcome<void, RequestRefusal>>,
): Promise<Outcome<void, RequestRefusal>> {
  if (!isId(id)) return refused('request-unknown');
  return inTransaction<void, RequestRefusal, RuleRefusal>(
    context,
    async (tx) => {
      const request = await lockRequest(tx, id);
      if (request === null) return refused('request-unknown');
      const allowed = plansFor(context.actor, request.bodyId);
      if (!allowed.ok) return allowed;
      if (request.askedById === context.actor.person.id) return refused('own-request');
      if (request.state === 'withdrawn') return refused('withdrawn');
      if (request.state === 'placed') return refused('already-placed');
      if (request.state === 'answered') return refused('already-answered');
      return request.revision === revision ? work(tx, request) : refused('changed-meanwhile');
    },
    { refusals: requestRefusals },
  );
}

export type PlaceRequest = { id: string; revision: number; meetingId: string; itemId: string; minutes: number };

/**
 * Puts what was asked on the agenda of a meeting that comes, in the words of who asked; who asked hears of it.
 * @param input.itemId made by the form
 */
export async function placeRequest(
  { id, revision, meetingId, itemId, minutes }: PlaceRequest,
  context: Context<SignedIn>,
): Promise<Outcome<void, RequestRefusal>> {
  if (!isId(itemId)) return refused('form-key-invalid');
  return onWaiting(id, revision, context, async (tx, request) => {
    const meeting = await comingMeeting(tx, meetingId, request.bodyId, context.now);
    if (!meeting.ok) return meeting;
    await tx.meetingRequest.update({
      where: { id },
      data: { ...answeredBy(context), state: 'placed', revision: revision + 1 },
    });
    const { title, request: explanation } = request;
    const words = { id: itemId, title, explanation, kind: 'discuss', minutes };
    const put = await putItem(tx, meeting.value, { ...words, requestId: id }, context);
    if (!put.ok) return put;
    await tell(tx, { requestId: id, personId: request.askedById, news: 'request-placed' }, itemId);
    return accepted();
  });
}

async function comingMeeting(tx: Transaction, meetingId: string, bodyId: string, now: Instant) {
  const meeting = isId(meetingId) ? await lockMeeting(tx, meetingId) : null;
  if (meeting?.bodyId !== bodyId) return refused('meeting-unknown');
  if (meeting.state === 'cancelled') return refused('meeting-cancelled');
  return meeting.endsAt > now ? accepted(meeting) : refused('meeting-over');
}

/**
 * Puts what a gathering of Meet & Match asked on the agenda of a meeting. Its answer stays the one that the body gives at
 * `/agendapunten`; from here nothing is mailed.
 */
export async function placeGatheringItem(
  { id, meetingId, itemId, minutes }: Omit<PlaceRequest, 'revision'>,
  context: Context<SignedIn>,
): Promise<Outcome<void, RequestRefusal>> {
  if (!isId(id)) return refused('request-unknown');
  if (!isId(itemId)) return refused('form-key-invalid');
  return inTransaction<void, RequestRefusal, RuleRefusal>(
    context,
    async (tx) => {
      await tx.$queryRaw`select 1 from gathering_agenda_item where id = ${id}::uuid for share`;
      const asked = await tx.gatheringAgendaItem.findUnique({ where: { id } });
      if (asked === null || asked.state === 'withdrawn') return refused('request-unknown');
      const allowed = plansFor(context.actor, asked.bodyId);
      if (!allowed.ok) return allowed;
      if ((await tx.meetingItem.count({ where: { gatheringItemId: id } })) > 0) return refused('already-placed');
      const meeting = await comingMeeting(tx, meetingId, asked.bodyId, context.now);
      if (!meeting.ok) return meeting;
      const words = { id: itemId, title: asked.title, explanation: asked.request, kind: 'discuss', minutes };
      return putItem(tx, meeting.value, { ...words, gatheringItemId: id }, context);
    },
    { refusals: requestRefusals },
  );
}
