import { expect, test } from 'vitest';
import { openLog } from './log.server.ts';

function logged(write: (log: ReturnType<typeof openLog>) => void): string {
  const lines: string[] = [];
  write(openLog({ logLevel: 'info' }, { write: (line) => lines.push(line) }));
  return lines.join('');
}

test('what could hold a person is dropped by name', () => {
  const line = logged((log) =>
    log.info({ email: 'a@b.nl', body: { plan: 'x' }, cookie: 'y', person: { email: 'a@b.nl' }, count: 3 }, 'done'),
  );
  expect(JSON.parse(line)).toMatchObject({ person: {}, count: 3, msg: 'done' });
  expect(line).not.toMatch(/a@b|plan|"cookie"/);
});

test('an address that slipped into an error is blotted out', () => {
  const line = logged((log) =>
    log.error({ err: new Error('no mailbox fatima.el-amrani+wijk@example.org') }, 'mail to jan@example.org failed'),
  );
  expect(line).not.toContain('example.org');
  expect(line).toContain('no mailbox [address]');
});

test('so is the number of a bank account', () => {
  const line = logged((log) =>
    log.error({ err: new Error('no such account: NL35WIJK0123456789') }, 'BE68539007547034'),
  );
  expect(line).not.toMatch(/WIJK|5390/);
  expect(line).toContain('no such account: [iban]');
});

test('the row that a database refused stays out, wherever the driver keeps it', () => {
  const detail = 'Failing row contains (7, Fatima (Osdorp) Voorbeeld, {"a": 1}).';
  const fault = Object.assign(new Error(`refused: ${detail} Key (name)=(Fatima Voorbeeld) already exists.`), {
    ...{ code: 'P2004', meta: { driverAdapterError: { cause: { detail } } } },
    cause: new Error(detail),
  });
  const line = logged((log) => log.error({ err: fault }, 'failed'));
  expect(line).not.toMatch(/Fatima|Voorbeeld/);
  expect(JSON.parse(line)).toMatchObject({ err: { type: 'Error', code: 'P2004' }, msg: 'failed' });
  expect(line).toContain('already exists');
});
