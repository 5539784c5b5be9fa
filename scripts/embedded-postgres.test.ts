import { expect, test } from 'vitest';
import { socketFolder } from './embedded-postgres.ts';

test.each([
  ['/srv/wijkbeurs/data/postgres', '/srv/wijkbeurs/data/postgres'],
  ['/srv/a/../wijkbeurs', '/srv/wijkbeurs'],
  // with the name of a socket behind it exactly as long as may be, and one longer
  [`/${'a'.repeat(87)}`, `/${'a'.repeat(87)}`],
  [`/${'a'.repeat(88)}`, null],
  [`/${'é'.repeat(45)}`, null],
  ['/srv/data, of the district', null],
  ['/srv/"data"', null],
])('sockets of %s', (folder, expected) => {
  expect(socketFolder(folder)).toBe(expected);
});
