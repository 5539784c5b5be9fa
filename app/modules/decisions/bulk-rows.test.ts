import { describe, expect, it } from 'vitest';
import { decisionsInRows, isBulk } from './bulk-rows.ts';

const textsIn = (text: string) => decisionsInRows({ name: 'alles.ndjson', text });

describe('decisionsInRows', () => {
  it('takes the decisions out of everything, each as the site offers it alone', () => {
    const rows = [
      { dataset: 'areas', row: { code: 'FA' } },
      {
        dataset: 'decisions',
        row: { number: '2026-0001', receipt: 'x', decision: { title: 'Tuin', number: '2026-0001' } },
      },
    ];
    expect(textsIn(`${rows.map((row) => JSON.stringify(row)).join('\n')}\n`)).toEqual([
      { name: 'alles.ndjson:2', text: '{"number":"2026-0001","title":"Tuin"}' },
    ]);
  });

  it('takes them from a file of decisions alone', () => {
    expect(textsIn('{"number":"1","decision":{"b":1,"a":2}}')).toEqual([
      { name: 'alles.ndjson:1', text: '{"a":2,"b":1}' },
    ]);
  });

  it('leaves a broken line and a decision without its text to be found', () => {
    for (const line of ['{"dataset":"decisions","row":', '{"dataset":"decisions","row":{"number":"1"}}', '7'])
      expect(textsIn(line)).toEqual([{ name: 'alles.ndjson:1', text: line }]);
  });
});

describe('isBulk', () => {
  it.each([
    ['everything.ndjson', true],
    ['everything.ndjson.gz', true],
    ['besluit-2026-0001.json', false],
  ])('%s: %s', (name, is) => {
    expect(isBulk(name)).toBe(is);
  });
});
