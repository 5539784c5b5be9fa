import { isId, newId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { isSlug } from '#app/modules/initiatives/slug.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { countChange, lockMeeting, tellChange, type LockedMeeting } from '../meeting.store.server.ts';
import { mostItems, type ItemContent } from '../meeting.ts';
import { plansFor } from '../policy.ts';
import { agendaRefusals } from '../refusals.ts';
import { askAgain } from './move-meeting.server.ts';

type RuleRefusal = (typeof agendaRefusals)[keyof typeof agendaRefusals];
export type AgendaRefusal =
  | Exclude<PolicyRefusal, 'not-found'>
  | RuleRefusal
  | 'meeting-unknown'
  | 'item-unknown'
  | 'form-key-invalid'
  | 'actielijn-unknown'
  | 'initiative-unknown'
  | 'too-many-items'
  | 'item-by-product';

type Work<Value, Reason extends string> = (tx: Transaction, meeting: LockedMeeting) => Promise<Outcome<Value, Reason>>;

/** One change of the agenda of a meeting, by who works for its body. */
export async function onAgenda<Value, More extends string = never>(
  meetingId: string,
  context: Context<SignedIn>,
  work: Work<Value, AgendaRefusal | More>,
): Promise<Outcome<Value, AgendaRefusal | More>> {
  if (!isId(meetingId)) return refused('meeting-unknown');
  return inTransaction<Value, AgendaRefusal | More, RuleRefusal>(
    context,
    async (tx) => {
      const meeting = await lockMeeting(tx, meetingId);
      if (meeting === null) return refused('meeting-unknown');
      const allowed = plansFor(context.actor, meeting.bodyId);
      if (!allowed.ok) return allowed;
      return meeting.state === 'cancelled' ? refused('meeting-cancelled') : work(tx, meeting);
    },
    { refusals: agendaRefusals },
  );
}

/** Says to the public what changed, once the agenda is theirs to read. */
export async function tellItem(
  tx: Transaction,
  meeting: LockedMeeting,
  change: {
    kind: 'item-added' | 'item-changed' | 'item-removed' | 'item-moved' | 'file-added' | 'file-removed';
    title: string;
  },
  { actor, now }: Context<SignedIn>,
): Promise<void> {
  await countChange(tx, meeting.id, now);
  if (meeting.agendaPublishedAt !== null)
    await tellChange(
      tx,
      { meetingId: meeting.id, kind: change.kind, text: change.title, changedById: actor.person.id },
      now,
    );
}

/** @param id made by the form, so that a double post adds one item */
export async function addItem(
  { meetingId, id, content }: { meetingId: string; id: string; content: ItemContent },
  context: Context<SignedIn>,
): Promise<Outcome<void, AgendaRefusal>> {
  if (!isId(id)) return refused('form-key-invalid');
  return onAgenda<void>(meetingId, context, async (tx, meeting) => {
    const known = await tx.meetingItem.findUnique({ where: { id }, select: { meetingId: true } });
    if (known !== null) return known.meetingId === meetingId ? accepted() : refused('form-key-invalid');
    const links = await linksOf(tx, content);
    if (!links.ok) return links;
    return putItem(tx, meeting, { id, ...links.value, ...wordsOf(content) }, context);
  });
}

type NewItem = {
  id: string;
  title: string;
  explanation: string;
  kind: string;
  minutes: number;
  actielijnId?: string | null;
  initiativeId?: string | null;
  decisionId?: string | null;
  requestId?: string;
  gatheringItemId?: string;
};

/** Puts something at the end of an agenda. */
export async function putItem(
  tx: Transaction,
  meeting: LockedMeeting,
  item: NewItem,
  context: Context<SignedIn>,
): Promise<Outcome<void, 'too-many-items'>> {
  const { _count, _max } = await tx.meetingItem.aggregate({
    where: { meetingId: meeting.id },
    _count: true,
    _max: { position: true },
  });
  if (_count >= mostItems) return refused('too-many-items', { count: mostItems });
  const { now } = context;
  await tx.meetingItem.create({
    data: { ...item, meetingId: meeting.id, position: (_max.position ?? -1) + 1, addedAt: now, changedAt: now },
  });
  await tellItem(tx, meeting, { kind: 'item-added', title: item.title }, context);
  return accepted();
}

const wordsOf = ({ title, explanation, kind, minutes }: ItemContent) => ({ title, explanation, kind, minutes });

async function linksOf(
  tx: Transaction,
  { actielijnId, initiativeSlug, decisionId }: ItemContent,
): Promise<
  Outcome<
    { actielijnId: string | null; initiativeId: string | null; decisionId: string | null },
    'actielijn-unknown' | 'initiative-unknown' | 'decision-of-body'
  >
> {
  if (actielijnId !== null && (!isId(actielijnId) || (await tx.actielijn.count({ where: { id: actielijnId } })) === 0))
    return refused('actielijn-unknown');
  if (decisionId !== null && !isId(decisionId)) return refused('decision-of-body');
  let initiativeId: string | null = null;
  if (initiativeSlug !== '') {
    // a draft is nobody's business yet
    const plan = isSlug(initiativeSlug)
      ? await tx.initiative.findFirst({
          where: { slug: initiativeSlug, stage: { not: 'draft' } },
          select: { id: true },
        })
      : null;
    if (plan === null) return refused('initiative-unknown');
    initiativeId = plan.id;
  }
  return accepted({ actielijnId, initiativeId, decisionId });
}

/** @param revision of the item as it was seen */
export async function changeItem(
  { meetingId, id, revision, content }: { meetingId: string; id: string; revision: number; content: ItemContent },
  context: Context<SignedIn>,
): Promise<Outcome<void, AgendaRefusal>> {
  if (!isId(id)) return refused('item-unknown');
  return onAgenda<void>(meetingId, context, async (tx, meeting) => {
    const item = await tx.meetingItem.findFirst({ where: { id, meetingId, removedAt: null } });
    if (item === null) return refused('item-unknown');
    if (item.revision !== revision) return refused('changed-meanwhile');
    const links = await linksOf(tx, content);
    if (!links.ok) return links;
    await tx.meetingItem.update({
      where: { id },
      data: { ...wordsOf(content), ...links.value, changedAt: context.now, revision: revision + 1 },
    });
    await tellItem(tx, meeting, { kind: 'item-changed', title: content.title }, context);
    return accepted();
  });
}

/** Puts an item one place up or down; at the edge it stays. */
export async function moveItem(
  { meetingId, id, direction }: { meetingId: string; id: string; direction: 'up' | 'down' },
  context: Context<SignedIn>,
): Promise<Outcome<void, AgendaRefusal>> {
  if (!isId(id)) return refused('item-unknown');
  return onAgenda<void>(meetingId, context, async (tx, meeting) => {
    const items = await tx.meetingItem.findMany({
      where: { meetingId },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true, title: true, position: true, removedAt: true },
    });
    const shown = items.filter(({ removedAt }) => removedAt === null);
    const from = shown.findIndex((one) => one.id === id);
    const moved = shown[from];
    const other = shown[from + (direction === 'up' ? -1 : 1)];
    if (moved === undefined) return refused('item-unknown');
    if (other === undefined) return accepted();
    // numbered anew, so that two at one place cannot be left
    const order = items.map((one) => (one.id === moved.id ? other : one.id === other.id ? moved : one));
    for (const [position, one] of order.entries())
      if (one.position !== position) await tx.meetingItem.update({ where: { id: one.id }, data: { position } });
    await tellItem(tx, meeting, { kind: 'item-moved', title: moved.title }, context);
    return accepted();
  });
}

/** Takes an item off. Once the agenda is out it stays, marked; what it answered waits for an answer again. */
export async function removeItem(
  { meetingId, id }: { meetingId: string; id: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, AgendaRefusal>> {
  if (!isId(id)) return refused('item-unknown');
  return onAgenda<void>(meetingId, context, async (tx, meeting) => {
    const item = await tx.meetingItem.findFirst({ where: { id, meetingId, removedAt: null } });
    if (item === null) return refused('item-unknown');
    if (item.isPreviousMinutes) return refused('item-by-product');
    await leaveAgenda(tx, meeting, item, context.now);
    if (item.requestId !== null) await askAgain(tx, item.requestId, `${id}:${newId(context.now.getTime())}`);
    await tellItem(tx, meeting, { kind: 'item-removed', title: item.title }, context);
    return accepted();
  });
}

async function leaveAgenda(tx: Transaction, meeting: LockedMeeting, { id }: { id: string }, now: Instant) {
  if (meeting.agendaPublishedAt === null) {
    await tx.meetingFile.deleteMany({ where: { itemId: id } });
    await tx.meetingItem.delete({ where: { id } });
  } else
    await tx.meetingItem.update({
      where: { id },
      data: { removedAt: now, requestId: null, gatheringItemId: null, revision: { increment: 1 } },
    });
}
