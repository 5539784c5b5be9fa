import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { saidRefusals } from '../refusals.ts';
import { partIn } from '../taking-part.store.server.ts';

export type NamingRefusal = 'not-taking-part' | 'promise-unknown' | (typeof saidRefusals)[keyof typeof saidRefusals];

type Mine = { gatheringId: string; registrationId: string };

/**
 * Somebody says whether the report names them, and how. It holds at once, also in a report that is out: a name is read
 * at every view.
 * @param input.shownAs null: not named
 */
export async function agreeToBeNamed(
  { gatheringId, registrationId, shownAs }: Mine & { shownAs: string | null },
  context: Context<Actor>,
): Promise<Outcome<void, NamingRefusal>> {
  return inTransaction<void, NamingRefusal, NamingRefusal>(
    context,
    async (tx) => {
      const part = await partIn(tx, context.actor, { gatheringId, registrationId });
      if (part?.registrationId !== registrationId) return refused('not-taking-part');
      if (shownAs === null) await tx.gatheringNamed.deleteMany({ where: { registrationId } });
      else
        await tx.gatheringNamed.upsert({
          where: { registrationId },
          create: { registrationId, shownAs, agreedAt: context.now },
          update: { shownAs, agreedAt: context.now },
        });
      return accepted();
    },
    { refusals: saidRefusals },
  );
}

/** Somebody says whether the report names them with one of their promises. */
export async function namePromise(
  { gatheringId, registrationId, id, isNamed }: Mine & { id: string; isNamed: boolean },
  context: Context<Actor>,
): Promise<Outcome<void, NamingRefusal>> {
  if (!isId(id)) return refused('promise-unknown');
  return inTransaction<void, NamingRefusal>(context, async (tx) => {
    const part = await partIn(tx, context.actor, { gatheringId, registrationId });
    if (part?.registrationId !== registrationId) return refused('not-taking-part');
    const { count } = await tx.gatheringPromise.updateMany({
      where: { id, gatheringId, registrationId },
      data: { isNamed, revision: { increment: 1 } },
    });
    return count === 0 ? refused('promise-unknown') : accepted();
  });
}

/** Somebody says whether they want mails about what came of the evening. */
export async function chooseOutcomeMails(
  { gatheringId, registrationId, wants }: Mine & { wants: boolean },
  context: Context<Actor>,
): Promise<Outcome<void, NamingRefusal>> {
  return inTransaction<void, NamingRefusal>(context, async (tx) => {
    const part = await partIn(tx, context.actor, { gatheringId, registrationId });
    if (part?.registrationId !== registrationId) return refused('not-taking-part');
    await tx.gatheringRegistration.update({ where: { id: registrationId }, data: { outcomeMails: wants } });
    return accepted();
  });
}
