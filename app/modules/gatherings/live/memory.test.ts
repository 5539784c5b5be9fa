import { describe, expect, test } from 'vitest';
import type { WallNote } from '../wall.ts';
import { liveChange } from './change.ts';
import { Memory } from './memory.ts';

const face = (id: string, text: string): WallNote => ({
  ...{ id, text, kind: 'idea', byline: '', pileId: null, portfolios: [], revision: 1 },
  writtenAt: '2026-12-03T18:30:00.000Z',
});
const change = (number: number, id: string, text: string | null) =>
  liveChange({ number, kind: 'note', subjectId: id }, text === null ? null : face(id, text));
const numbersIn = (events: string | null) => [...(events ?? '').matchAll(/^id: (\d+)$/gm)].map(([, n]) => Number(n));

describe('what is remembered for who comes back', () => {
  test('goes on after the number that they know, in order', () => {
    const memory = new Memory(10);
    memory.add([change(1, 'a', 'een'), change(2, 'b', 'twee')]);
    memory.add([change(3, 'c', 'drie')]);
    expect(numbersIn(memory.after(1))).toEqual([2, 3]);
    expect(memory.after(3)).toBe('');
  });

  test('never holds what was hidden or withdrawn since', () => {
    const memory = new Memory(10);
    memory.add([change(1, 'a', 'dit had er niet moeten hangen'), change(2, 'b', 'twee')]);
    memory.add([change(3, 'a', null)]);
    expect(memory.after(0)).not.toContain('dit had');
    expect(numbersIn(memory.after(0))).toEqual([1, 2, 3]);
    expect(memory.after(2)).toContain('"note":null');
  });

  test('is not everything: who was away longer is told so', () => {
    const memory = new Memory(2);
    memory.add([change(1, 'a', 'een'), change(2, 'b', 'twee'), change(3, 'a', 'drie')]);
    expect(memory.after(0)).toBeNull();
    expect(numbersIn(memory.after(1))).toEqual([2, 3]);
    expect(new Memory(2).after(0)).toBeNull();
  });
});

test('whose registration or promise changed, nobody hears', () => {
  expect(liveChange({ number: 1, kind: 'arrival', subjectId: 'somebody' })).toEqual({ number: 1, kind: 'arrival' });
  expect(liveChange({ number: 2, kind: 'promise', subjectId: 'somebody' })).toEqual({ number: 2, kind: 'promise' });
  expect(liveChange({ number: 3, kind: 'round', subjectId: 'r' })).toEqual({ number: 3, kind: 'round', id: 'r' });
});
