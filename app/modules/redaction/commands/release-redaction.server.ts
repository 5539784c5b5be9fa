import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { redactsFor } from '../policy.ts';
import { lockRedaction } from '../redaction.store.server.ts';
import { replaced } from '../replacement.ts';

export type ReleaseRefusal =
  | Exclude<PolicyRefusal, 'not-found'>
  | 'redaction-unknown'
  | 'changed-meanwhile'
  | 'not-all-decided'
  | 'already-released'
  | 'not-offered'
  | 'same-person';

type Step = { redactionId: string; revision: number };
const refusals = { redaction_all_decided: 'not-all-decided', redaction_two_persons: 'same-person' } as const;

async function step<Value>(
  { redactionId, revision }: Step,
  context: Context<SignedIn>,
  work: (
    tx: Transaction,
    redaction: NonNullable<Awaited<ReturnType<typeof lockRedaction>>>,
  ) => Promise<Outcome<Value, ReleaseRefusal>>,
): Promise<Outcome<Value, ReleaseRefusal>> {
  if (!isId(redactionId)) return refused('redaction-unknown');
  return inTransaction<Value, ReleaseRefusal, 'not-all-decided' | 'same-person'>(
    context,
    async (tx) => {
      const redaction = await lockRedaction(tx, redactionId);
      if (redaction === null) return refused('redaction-unknown');
      const may = redactsFor(context.actor, redaction.bodyId);
      if (!may.ok) return may;
      if (redaction.state === 'released') return refused('already-released');
      if (redaction.revision !== revision) return refused('changed-meanwhile');
      return work(tx, redaction);
    },
    { refusals },
  );
}

/** The editor is done: everything that was found is decided, and a second person is asked to look. */
export async function offerRedaction(input: Step, context: Context<SignedIn>): Promise<Outcome<void, ReleaseRefusal>> {
  return step(input, context, async (tx, { id, state, revision }) => {
    if (state !== 'open') return refused('changed-meanwhile');
    await tx.redaction.update({
      where: { id },
      data: {
        state: 'offered',
        offeredById: context.actor.person.id,
        offeredAt: context.now,
        sentBackWhy: '',
        revision: revision + 1,
      },
    });
    return accepted();
  });
}

/** The second person, or the editor, opens it again. @param input.why what has to be looked at */
export async function sendBackRedaction(
  input: Step & { why: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, ReleaseRefusal>> {
  return step(input, context, async (tx, { id, state, revision }) => {
    if (state !== 'offered') return refused('not-offered');
    await tx.redaction.update({
      where: { id },
      data: { state: 'open', offeredById: null, offeredAt: null, sentBackWhy: input.why, revision: revision + 1 },
    });
    return accepted();
  });
}

/**
 * A second person, who decided none of it, releases what they saw. From here on the text exists without what was taken out, and only
 * that text is published.
 */
export async function releaseRedaction(
  input: Step,
  context: Context<SignedIn>,
): Promise<Outcome<void, ReleaseRefusal>> {
  return step(input, context, async (tx, redaction) => {
    const { id, state, revision, marks } = redaction;
    if (state !== 'offered') return refused('not-offered');
    const released = redaction.input.passages.map(({ key, text }) => ({
      key,
      text: replaced(
        text,
        marks.filter((mark) => mark.state === 'accepted' && mark.passage === key),
      ),
    }));
    await tx.redaction.update({
      where: { id },
      data: {
        state: 'released',
        released,
        releasedById: context.actor.person.id,
        releasedAt: context.now,
        revision: revision + 1,
      },
    });
    return accepted();
  });
}
