import { expect, test } from 'vitest';
import { fixedClock } from '#app/platform/clock.server.ts';
import { pageOf } from './page.ts';
import { storeOf } from './store.ts';

const catalogue = {
  tablesBehind: new Map(),
  unfixed: new Set<string>(),
  telling: new Set(['initiative', 'fund']),
  models: new Map(),
};

function made({
  tables = ['initiative'],
  moment = 0,
  asked = false,
  isFixed = true,
  startedAt = 0,
  status = 200,
} = {}) {
  const page = pageOf(status, [['Content-Type', 'text/html']], 'een pagina');
  const reads = { tables: new Set(tables), isFixed };
  return { page, rendering: { moment, reads, askedClock: () => asked, page: Promise.resolve(page), startedAt } };
}

function setUp(at = '2026-11-22T19:29:10Z') {
  const clock = fixedClock(new Date(at));
  const changed = new Map<string, number>();
  let moment = 0;
  const changes = {
    moment: () => moment,
    changedSince: (since: number, tables: Iterable<string>) =>
      [...tables].some((table) => (changed.get(table) ?? 0) > since),
  };
  const store = storeOf({ changes, clock, bytes: 1024 * 1024 });
  const keep = (given: Parameters<typeof made>[0] = {}, key = 'nl /') => {
    const { page, rendering } = made({ startedAt: clock.now().getTime(), moment, ...given });
    return store.put(key, page, rendering, catalogue);
  };
  const change = (table: string) => {
    moment += 1;
    changed.set(table, moment);
  };
  return { clock, store, keep, change };
}

test('holds until a table changes that it was made from', () => {
  const { store, keep, change } = setUp();
  expect(keep()).toBe(true);
  change('fund');
  expect(store.get('nl /')?.page.body.toString()).toBe('een pagina');
  change('initiative');
  expect(store.get('nl /')).toBeNull();
});

test('what changed while the page was made is not kept', () => {
  const { store, keep, change } = setUp();
  change('initiative');
  expect(keep({ moment: 0 })).toBe(false);
  expect(store.get('nl /')).toBeNull();
  expect(keep()).toBe(true);
});

test.each([
  ['a page that is not there', { status: 404 }],
  ['a fault', { status: 500 }],
  ['what comes from a table that does not tell', { tables: ['initiative', 'session'] }],
])('%s is not kept', (_name, given) => {
  const { store, keep } = setUp();
  expect(keep(given)).toBe(false);
  expect(store.get('nl /')).toBeNull();
});

test.each([
  ['a page that asked the time', { asked: true }],
  ['a page whose query asked the time', { isFixed: false }],
])('%s holds until the whole minute', (_name, given) => {
  const { clock, store, keep } = setUp();
  keep(given);
  clock.set(new Date('2026-11-22T19:29:59.999Z'));
  expect(store.get('nl /')).not.toBeNull();
  clock.set(new Date('2026-11-22T19:30:00Z'));
  expect(store.get('nl /')).toBeNull();
});

test('a page that began before the whole minute does not outlive it', () => {
  const { clock, store, keep } = setUp('2026-11-22T19:30:00.100Z');
  keep({ asked: true, startedAt: new Date('2026-11-22T19:29:59.900Z').getTime() });
  expect(store.get('nl /')).toBeNull();
  clock.set(new Date('2026-11-22T19:30:01Z'));
  keep();
  clock.set(new Date('2026-11-23T19:30:01Z'));
  expect(store.get('nl /'), 'who did not ask the time').not.toBeNull();
});

test('many addresses with a question mark do not push the others out', () => {
  const { store, keep } = setUp();
  keep({}, 'nl /initiatieven');
  for (let page = 0; page < 2000; page += 1) keep({}, `nl /initiatieven?pagina=${String(page)}`);
  expect(store.get('nl /initiatieven')).not.toBeNull();
  expect(store.get('nl /initiatieven?pagina=0')).toBeNull();
  expect(store.get('nl /initiatieven?pagina=1999')).not.toBeNull();
});
