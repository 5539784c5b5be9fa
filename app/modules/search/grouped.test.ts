import { expect, test } from 'vitest';
import { grouped } from './grouped.ts';
import type { DocumentKind } from './port.ts';
import type { HitView } from './views.ts';

const hit = (kind: DocumentKind, title: string, number = 1): HitView => ({
  ...{ id: `${kind}-${title}-${String(number)}`, kind, path: `/${kind}/${String(number)}`, text: [], areas: [] },
  ...{ wholeDistrict: false, stage: null, cents: null, date: null },
  title: [
    { text: title.slice(0, 3), isHit: true },
    { text: title.slice(3), isHit: false },
  ],
});

const shown = (...hits: HitView[]) =>
  grouped(hits).map(({ hit: { kind }, also }) => [kind, ...also.map((other) => other.kind)].join(' '));

test('pages on the same stand together, where the first of them was found', () => {
  expect(
    shown(
      hit('portfolio', 'Moestuin'),
      hit('minutes', 'Overleg'),
      hit('decision', 'moestuin '),
      hit('initiative', 'Moestuin'),
    ),
  ).toEqual(['portfolio decision initiative', 'minutes']);
});

test('two of one kind are two, and what belongs to the second is not with the first twice', () => {
  expect(
    shown(
      hit('initiative', 'Straatfeest'),
      hit('initiative', 'Straatfeest', 2),
      hit('portfolio', 'Straatfeest'),
      hit('portfolio', 'Straatfeest', 2),
    ),
  ).toEqual(['initiative portfolio', 'initiative portfolio']);
});
