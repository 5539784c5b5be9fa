import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { accepted, refused } from '#app/kernel/outcome.ts';
import { inTransaction, RuleBroken, type Transaction } from '#app/platform/database.server.ts';
import { makePerson } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const t = useTestDatabase();
const context = () => ({ database: t.database });

beforeAll(async () => {
  await t.database.$executeRawUnsafe(`create table seat (number int primary key, row_letter text not null)`);
  await t.database.$executeRawUnsafe(`create table ticket (id int primary key, seat int not null
    constraint ticket_seat_exists references seat deferrable initially deferred)`);
  await t.database.$executeRawUnsafe(`create function refuse_quietly() returns void language plpgsql as $$
    begin raise exception using errcode = '23514', constraint = 'quiet_rule', message = 'dit mag niet'; end $$`);
  await t.database.$executeRawUnsafe(`create table booking (during int4range,
    constraint booking_once exclude using gist (during with &&))`);
});

/** Nobody goes on before so many have come; who comes later walks through. */
function meeting(size: number): () => Promise<void> {
  let open: () => void = () => undefined;
  const isFull = new Promise<void>((resolve) => (open = resolve));
  let arrived = 0;
  return async () => {
    arrived += 1;
    if (arrived >= size) open();
    return isFull;
  };
}

/** Runs the work with one refusal named. */
const outcomeOf = async (rule: string, work: (tx: Transaction) => Promise<unknown>) =>
  inTransaction(
    context(),
    async (tx) => {
      await work(tx);
      return accepted();
    },
    { refusals: { [rule]: 'sorry' } },
  );

describe('a broken rule becomes the refusal that the command names', () => {
  const email = `${newId()}@wijkbeurs.example`;
  const cases: [string, string, (tx: Transaction) => Promise<unknown>][] = [
    [
      'a check',
      'person_email_lower',
      async (tx) => tx.person.create({ data: { id: newId(), email: 'Upper@wijkbeurs.example' } }),
    ],
    [
      'a unique key',
      'person_email_key',
      async (tx) =>
        tx.person.createMany({
          data: [
            { id: newId(), email },
            { id: newId(), email },
          ],
        }),
    ],
    [
      'a foreign key',
      'person_theme_person_id_fkey',
      async (tx) => tx.personTheme.create({ data: { personId: newId(), themeSlug: 'unknown' } }),
    ],
    ['an exclusion', 'booking_once', async (tx) => tx.$executeRaw`insert into booking values ('[1,5]'), ('[3,8]')`],
    ['a rule of a trigger', 'my_rule', async (tx) => tx.$queryRaw`select refuse('my_rule', 'because')::text`],
    ['a rule whose message does not name it', 'quiet_rule', async (tx) => tx.$queryRaw`select refuse_quietly()::text`],
    ['a rule checked at commit', 'ticket_seat_exists', async (tx) => tx.$executeRaw`insert into ticket values (1, 99)`],
  ];

  test.each(cases)('%s', async (_name, rule, work) => {
    expect(await outcomeOf(rule, work)).toEqual({ ok: false, reason: 'sorry' });
  });

  test.each(cases)('%s that is not named is a fault', async (_name, rule, work) => {
    await expect(outcomeOf('another_rule', work)).rejects.toMatchObject({ rule });
    await expect(outcomeOf('another_rule', work)).rejects.toBeInstanceOf(RuleBroken);
  });
});

test('a refusal as outcome leaves nothing behind', async () => {
  const id = newId();
  const outcome = await inTransaction(context(), async (tx) => {
    await tx.person.create({ data: { id, email: `${id}@wijkbeurs.example` } });
    return refused('thought-better-of-it');
  });
  expect(outcome).toEqual({ ok: false, reason: 'thought-better-of-it' });
  expect(await t.database.person.count({ where: { id } })).toBe(0);
});

test('what is accepted stays, and its value comes back', async () => {
  const id = await inTransaction(context(), async (tx) =>
    accepted((await tx.person.create({ data: { id: newId(), email: `${newId()}@x.example` } })).id),
  );
  expect(id.ok && (await t.database.person.count({ where: { id: id.value } }))).toBe(1);
});

test('a fault rolls back and is thrown on', async () => {
  const id = newId();
  const work = inTransaction(context(), async (tx) => {
    await tx.person.create({ data: { id, email: `${id}@wijkbeurs.example` } });
    throw new Error('out of paper');
  });
  await expect(work).rejects.toThrow('out of paper');
  expect(await t.database.person.count({ where: { id } })).toBe(0);
});

test('two that lock each other are both done in the end', async () => {
  const [one, two] = [await makePerson(t.database), await makePerson(t.database)];
  const bothHoldOne = meeting(2);
  const rename = async (first: string, second: string) =>
    inTransaction(context(), async (tx) => {
      await tx.person.update({ where: { id: first }, data: { name: `saw ${second}` } });
      await bothHoldOne();
      await tx.person.update({ where: { id: second }, data: { name: `saw ${first}` } });
      return accepted();
    });
  expect(await Promise.all([rename(one, two), rename(two, one)])).toEqual([accepted(), accepted()]);
});
