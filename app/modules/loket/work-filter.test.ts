import { expect, test } from 'vitest';
import { readWorkFilter, workHref } from './work-filter.ts';

test.each([
  ['', { stage: '', body: '', lateOnly: false, page: 1 }],
  [
    'fase=question&team=opgaveteam-eid&laat=ja&pagina=3',
    { stage: 'question', body: 'opgaveteam-eid', lateOnly: true, page: 3 },
  ],
  ['fase=granted&team=%27--&laat=1&pagina=-1', { stage: '', body: '', lateOnly: false, page: 1 }],
  ['pagina=1e9', { stage: '', body: '', lateOnly: false, page: 1 }],
])('%j', (address, filter) => {
  expect(readWorkFilter(new URLSearchParams(address))).toEqual(filter);
});

test('an address leads back to its filter', () => {
  const filter = { stage: 'submitted', body: 'eid', lateOnly: true, page: 2 } as const;
  expect(readWorkFilter(new URL(workHref(filter), 'https://wijkbeurs.example').searchParams)).toEqual(filter);
  expect(workHref({ stage: '', body: '', lateOnly: false, page: 1 })).toBe('/loket');
});
