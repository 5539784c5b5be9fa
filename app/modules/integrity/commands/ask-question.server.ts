import { dayInAmsterdam, toDateColumn } from '#app/kernel/calendar-date.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { isSignedIn, type Actor } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { sha256 } from '#app/platform/secret.server.ts';
import { isLevel, lastDayOf, type Level, type QuestionKind } from '../question.ts';
import {
  questionToken,
  questionTokenHash,
  sealContact,
  sealQuestion,
  termsOn,
  writeStep,
  type Sealing,
} from '../question.store.server.ts';
import { tellAsker, tellLevel } from './move-up.server.ts';

export type AskQuestion = {
  /** So that a double post asks once. Not the id: whoever answers knows that, and this leads to the asker's page. */
  formKey: string;
  kind: QuestionKind;
  /** The team that it is about; empty: the programme. */
  bodyId: string;
  /** Levels that it is about, and that never see it. */
  about: readonly Level[];
  text: string;
  /** For mails that say nothing of it; empty: none. */
  email: string;
  /** Keep it with the account of who is signed in, instead of without a name. */
  withAccount: boolean;
  locale: 'nl' | 'en';
};

export type AskRefusal = 'form-key-invalid' | 'body-unknown' | 'nobody-left';

/**
 * Asks a question or reports something about integrity. It begins on the lowest level where somebody is whom it is not about.
 * @returns the token of the asker's own page
 */
export async function askQuestion(
  given: AskQuestion,
  { actor, now, database }: Context<Actor>,
  { keys, secret }: Sealing,
): Promise<Outcome<{ token: string }, AskRefusal>> {
  const { kind, text, locale } = given;
  if (!isId(given.formKey)) return refused('form-key-invalid');
  const formHash = sha256(given.formKey);
  const id = newId(now.getTime());
  const bodyId = given.bodyId === '' ? null : given.bodyId;
  if (bodyId !== null && !isId(bodyId)) return refused('body-unknown');
  const token = questionToken(secret, id);
  const today = dayInAmsterdam(now);
  const askerId = given.withAccount && isSignedIn(actor) ? actor.person.id : null;
  const email = given.email !== '' || askerId === null ? given.email : (actor.person?.email ?? '');
  return inTransaction<{ token: string }, AskRefusal, AskRefusal>(
    { database },
    async (tx) => {
      await holdKey(tx, `integrity-question:${formHash}`);
      const known = await tx.integrityQuestion.findUnique({ where: { formHash }, select: { id: true } });
      if (known !== null) return accepted({ token: questionToken(secret, known.id) });
      const year = today.slice(0, 4);
      await holdKey(tx, `integrity-number:${year}`);
      const asked = await tx.integrityQuestion.count({ where: { number: { startsWith: `I${year}-` } } });
      await tx.integrityQuestion.create({
        data: {
          ...{ id, kind, bodyId, askerId, locale },
          number: `I${year}-${String(asked + 1).padStart(4, '0')}`,
          ...sealQuestion(keys, id, text),
          contact: sealContact(secret, email),
          ...{ tokenHash: questionTokenHash(token), formHash },
          skips: [...new Set(given.about)],
          ...{ level: 'chair', state: 'open', askedAt: now, levelSince: now },
        },
      });
      // whoever it is about stays out on every level, also with another role of theirs
      await tx.$executeRaw`
        insert into integrity_kept_out (question_id, person_id)
          select distinct ${id}::uuid, h from unnest(${[...given.about]}::text[]) as l
            cross join lateral integrity_holders(${bodyId}::uuid, l, ${today}::date) as h
          on conflict do nothing`;
      const [first] = await tx.$queryRaw<{ level: string | null }[]>`
        select integrity_next_level(${id}::uuid, null, ${today}::date) as level`;
      if (!isLevel(first?.level)) return refused('nobody-left');
      const { level } = first;
      await tx.integrityQuestion.update({
        where: { id },
        data: { level, dueOn: toDateColumn(lastDayOf(level, today, await termsOn(tx, today))) },
      });
      await writeStep(tx, { id, level }, { kind: 'asked' }, { now, keys });
      await tellLevel(tx, { id, level }, 'waits', now);
      await tellAsker(tx, id, 'waits', now);
      return accepted({ token });
    },
    { refusals: { integrity_question_body_id_fkey: 'body-unknown' } },
  );
}
