import { beforeAll, expect, test } from 'vitest';
import * as following from '#app/routes/volgen._index.tsx';
import { makeBody } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { Browser } from '../people/visiting.ts';

const own = useTestDatabase();
let wat: string;

beforeAll(async () => {
  const id = await makeBody(own.database);
  const { slug } = await own.database.body.findUniqueOrThrow({ where: { id } });
  wat = `team:${slug}`;
});

/** What a browser sends: the field that nobody sees goes along, empty. */
const asked = (given: Record<string, string> = {}) => ({
  ...{ wat, rhythm: 'daily', email: 'lezer@wijkbeurs.example', website: '', intent: 'follow' },
  ...given,
});

test('a visitor who fills in the form is asked by mail, and a robot that fills in everything is not', async () => {
  const visitor = new Browser(own.database, 'live');
  const robot = await visitor.post(following.action, '/volgen', asked({ website: 'https://spam.example' }));
  expect(robot.location).toBe('/volgen?gevraagd');
  expect(await own.database.subscriber.count()).toBe(0);
  const answer = await visitor.post(following.action, '/volgen', asked());
  expect(answer.location).toBe(robot.location);
  expect(await own.database.subscriber.findMany({ select: { email: true, confirmedAt: true } })).toEqual([
    { email: 'lezer@wijkbeurs.example', confirmedAt: null },
  ]);
  const waiting = await own.database.$queryRaw`
    select 1 from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'mail-follow'`;
  expect(waiting).toHaveLength(1);
});
