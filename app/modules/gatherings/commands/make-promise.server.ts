import { type CalendarDate, toDateColumn } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { canBeDue } from '../outcome.ts';
import { saidRefusals } from '../refusals.ts';
import { partIn, portfoliosComeFor, type Part } from '../taking-part.store.server.ts';
import { whyOver } from './write-question.server.ts';

/** Promises from one phone in ten minutes: more is nobody's plan for the next weeks. */
export const promisesPerTenMinutes = 10;

export type PromiseContent = {
  /** Who, in words; for a helper who writes for somebody. Empty: the name of the registration. */
  promiser: string;
  what: string;
  dueOn: CalendarDate;
  portfolioId: string | null;
  /** Agrees that the report says who it is. */
  isNamed: boolean;
};

export type MakePromise = {
  gatheringId: string;
  /** Made by the form, so that a double post promises once. */
  id: string;
  /** Of who writes; proved by the caller. */
  registrationId: string | null;
  /** For whom a helper writes; null: for somebody who is not on the list. */
  forId?: string | null | undefined;
  content: PromiseContent;
};

export type PromiseRefusal =
  | 'promise-unknown'
  | 'not-taking-part'
  | 'registration-unknown'
  | 'portfolio-unknown'
  | 'promiser-missing'
  | 'gathering-over'
  | 'form-key-invalid'
  | 'already-published'
  | 'too-many-promises'
  | (typeof saidRefusals)[keyof typeof saidRefusals];

/** Somebody who takes part says what they will do and by when, or a helper writes it for them. */
export async function makePromise(input: MakePromise, context: Context<Actor>): Promise<Outcome<void, PromiseRefusal>> {
  const { gatheringId, id, content } = input;
  const { actor, now } = context;
  if (!isId(id)) return refused('form-key-invalid');
  if (!canBeDue(content.dueOn, now)) return refused('due-outside');
  return inTransaction<void, PromiseRefusal, PromiseRefusal>(
    context,
    async (tx) => {
      const part = await partIn(tx, actor, input);
      if (part === null) return refused('not-taking-part');
      const over = await whyOver(tx, gatheringId, part);
      if (over !== null) return refused(over);
      // those of one phone wait here for each other, so that each is counted, and the same twice is seen
      if (!part.isCrew) await holdKey(tx, `promise:${part.registrationId ?? ''}`);
      const known = await tx.gatheringPromise.findUnique({ where: { id } });
      if (known !== null) return known.gatheringId === gatheringId ? accepted() : refused('form-key-invalid');
      if (!part.isCrew && (await isFlood(tx, part.registrationId, now))) return refused('too-many-promises');
      const whose = await promiserOf(tx, input, part);
      if (!whose.ok) return whose;
      const { registrationId, promiser } = whose.value;
      const { what, dueOn, isNamed, portfolioId } = content;
      const choices = { gatheringId, registrationId: part.isCrew ? null : registrationId };
      if (portfolioId !== null && !(await portfoliosComeFor(tx, choices)).some((one) => one.id === portfolioId))
        return refused('portfolio-unknown');
      // the same at the same instant waits here, and is there once
      await tx.gatheringPromise.createMany({
        data: [
          {
            ...{ id, gatheringId, registrationId, promiser, isNamed, portfolioId, what },
            dueOn: toDateColumn(dueOn),
            writtenById: part.isCrew && registrationId !== part.registrationId ? (actor.person?.id ?? null) : null,
            writtenAt: now,
          },
        ],
        skipDuplicates: true,
      });
      return accepted();
    },
    { refusals: saidRefusals },
  );
}

async function isFlood(tx: Transaction, registrationId: string | null, now: Date): Promise<boolean> {
  const writtenAt = { gt: new Date(now.getTime() - 10 * 60_000) };
  return (await tx.gatheringPromise.count({ where: { registrationId, writtenAt } })) >= promisesPerTenMinutes;
}

async function promiserOf(
  tx: Transaction,
  { gatheringId, forId, content }: MakePromise,
  part: Part,
): Promise<Outcome<{ registrationId: string | null; promiser: string }, PromiseRefusal>> {
  const typed = content.promiser.trim();
  if (forId !== undefined && !part.isCrew) return refused('not-taking-part');
  if (forId === null || (forId === undefined && part.registrationId === null))
    return typed === '' ? refused('promiser-missing') : accepted({ registrationId: null, promiser: typed });
  const id = forId ?? part.registrationId ?? '';
  const who = isId(id)
    ? await tx.gatheringRegistration.findFirst({ where: { id, gatheringId, erasedAt: null } })
    : null;
  if (who?.state !== 'confirmed') return refused('registration-unknown');
  // a name of one letter is a name, but no words for a report
  const name = typed === '' ? who.name.trim() : typed;
  return name.length < 2 ? refused('promiser-missing') : accepted({ registrationId: id, promiser: name });
}

/** Takes a promise back, until the report is out: the person whose it is, or who runs the gathering. */
export async function takeBackPromise(
  { gatheringId, registrationId, id }: { gatheringId: string; registrationId: string | null; id: string },
  context: Context<Actor>,
): Promise<Outcome<void, PromiseRefusal>> {
  if (!isId(id)) return refused('promise-unknown');
  return inTransaction<void, PromiseRefusal>(context, async (tx) => {
    const part = await partIn(tx, context.actor, { gatheringId, registrationId });
    if (part === null) return refused('not-taking-part');
    const report = await tx.gatheringReport.findUnique({ where: { gatheringId } });
    if (report?.publishedAt != null) return refused('already-published');
    const { count } = await tx.gatheringPromise.deleteMany({
      where: { id, gatheringId, ...(part.runs ? {} : { registrationId: part.registrationId ?? '' }) },
    });
    return count === 0 ? refused('promise-unknown') : accepted();
  });
}
