import { expect, test } from 'vitest';
import { reachDatabase } from '#scripts/reach-database.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const t = useTestDatabase();

const elsewhere = (change: (url: URL) => void): string => {
  const url = new URL(t.url);
  change(url);
  return url.href;
};

test('a database that answers is reached', async () => {
  const client = await reachDatabase(t.url);
  await client.end();
});

const otherPort = (url: URL) => (url.port = '1');
const overTheNetwork = (url: URL) => {
  url.searchParams.delete('host');
  otherPort(url);
};

test.each([
  ['no database of that name', (url: URL) => (url.pathname = '/nowhere')],
  ['no PostgreSQL answers there', otherPort],
  ['no PostgreSQL answers there', overTheNetwork],
])('one that does not is named, without its password: %s', async (complaint, change) => {
  const refusal = await reachDatabase(elsewhere(change)).then(
    () => '',
    (error: unknown) => (error instanceof Error ? error.message : ''),
  );
  expect(refusal).toContain(complaint);
  expect(refusal).not.toContain(new URL(t.url).password);
});
