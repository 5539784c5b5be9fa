import { describe, expect, test } from 'vitest';
import { heldOut } from './held-out.ts';
import { readLabels } from './labelled.ts';
import { measure, measureText } from './measure.ts';
import { tuned } from './tuned.ts';
import { tunedLater } from './tuned-later.ts';

const parts = [
  { name: 'tuned on', papers: [...tuned, ...tunedLater], leastNames: 0.95 },
  { name: 'held out', papers: heldOut, leastNames: 0.95 },
];

describe('the labelled set', () => {
  test('is large enough to say something', () => {
    const read = parts.flatMap(({ papers }) => papers).map(readLabels);
    expect(read.flatMap(({ passages }) => passages).length).toBeGreaterThanOrEqual(60);
    const labels = read.flatMap((one) => one.labels);
    expect(labels.filter(({ kind }) => kind === 'name').length).toBeGreaterThanOrEqual(250);
  });

  test.each(parts)(
    '$name: all mail, phones and accounts, and nearly all names',
    ({ name, papers, leastNames }) => {
      const measures = measure(papers);
      console.info(`${name}\n${measureText(measures)}`);
      for (const { kind, labels, found, missed } of measures) {
        if (kind === 'name') expect(found / labels).toBeGreaterThanOrEqual(leastNames);
        else expect(missed, kind).toEqual([]);
      }
      const marks = measures.reduce((total, one) => total + one.marks, 0);
      expect(measures.reduce((total, one) => total + one.right, 0) / marks).toBeGreaterThanOrEqual(0.9);
      // each paper makes its patterns anew: slow on a busy machine
    },
    120_000,
  );
});
