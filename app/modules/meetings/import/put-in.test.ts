import { expect, test } from 'vitest';
import type { MinutesContent } from '../minutes-content.ts';
import { isUnwritten, putIn } from './put-in.ts';

const attendee = { organisation: '', presence: 'present', interest: '' } as const;
const line = { key: 'l1', kind: 'note', subject: 'Opening', text: '', explanation: '', who: '', when: '' } as const;
const current: MinutesContent = {
  version: 1,
  attendees: [
    { ...attendee, key: 'v', name: 'Jolande Verhulst', task: 'chair' },
    { ...attendee, key: 'a', name: 'Daan van de Kerkhof', task: 'member' },
  ],
  lines: [line],
  annex: [],
};
const read: MinutesContent = {
  version: 1,
  attendees: [
    { ...attendee, key: 'a1', name: 'Marit Kazemi', task: 'chair' },
    { ...attendee, key: 'a2', name: 'daan van de kerkhof', task: 'member' },
  ],
  lines: [{ ...line, text: 'Nagaan' }],
  annex: [{ key: 'b1', subject: 'x', criteria: '', interests: '' }],
};

test('what was read comes behind what was written, nobody twice and with one chair', () => {
  const content = putIn(current, read, 'add', 'p7');
  expect(content?.attendees.map(({ name, task }) => [name, task])).toEqual([
    ['Jolande Verhulst', 'chair'],
    ['Daan van de Kerkhof', 'member'],
    ['Marit Kazemi', 'member'],
  ]);
  expect(content?.lines.map(({ key }) => key)).toEqual(['l1', 'p7-l1']);
});

test('or instead of it; who was to lead stays when the paper names no chair', () => {
  const without = { ...read, attendees: read.attendees.slice(1) };
  const content = putIn(current, without, 'replace', 'p7');
  expect(content?.attendees.map(({ task }) => task)).toEqual(['chair', 'member']);
  expect(content?.lines).toHaveLength(1);
  expect(putIn(current, read, 'replace', 'p7')?.attendees.filter(({ task }) => task === 'chair')).toHaveLength(1);
});

test('what does not fit is not put in', () => {
  const many = { ...read, lines: Array.from({ length: 200 }, (_, number) => ({ ...line, key: `l${String(number)}` })) };
  expect(putIn(current, many, 'add', 'p7')).toBeNull();
  expect(putIn(current, many, 'replace', 'p7')?.lines).toHaveLength(200);
});

test('an agenda alone is nothing written', () => {
  expect(isUnwritten(current)).toBe(true);
  expect(isUnwritten(read)).toBe(false);
});
