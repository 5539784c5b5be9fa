import { describe, expect, test } from 'vitest';
import type { MinutesContent } from './minutes-content.ts';
import { passagesOf, withPassages } from './minutes-passages.ts';

const content: MinutesContent = {
  version: 1,
  attendees: [
    { key: 'a', name: 'Vera Voorbeeld', organisation: 'Ymere', task: 'chair', presence: 'present', interest: '' },
    { key: 'b', name: 'Piet Proef', organisation: '', task: 'member', presence: 'present', interest: 'Woont er' },
  ],
  lines: [
    { key: 'l', kind: 'action', subject: 'Groen', text: 'Piet belt', explanation: '', who: 'Piet', when: 'ASAP' },
  ],
  annex: [{ key: 'x', subject: 'Fonds', criteria: 'Bereik', interests: 'Niemand' }],
};

describe('passages of minutes', () => {
  test('every text stands in one place, and no name of who was there', () => {
    const keys = passagesOf(content, 'Geen').map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual([
      ...['attendee:a:organisation', 'attendee:b:interest'],
      ...['line:l:subject', 'line:l:text', 'line:l:who', 'line:l:when'],
      ...['annex:x:subject', 'annex:x:criteria', 'annex:x:interests', 'amendments'],
    ]);
  });

  test('what was released takes the place of what was written, what was not is empty, and only the chair is named', () => {
    const passages = passagesOf(content, 'Geen')
      .filter(({ key }) => key !== 'annex:x:criteria')
      .map(({ key, text }) => ({ key, text: text.replaceAll('Piet', 'bewoner') }));
    const shown = withPassages(content, 'Geen', passages);
    expect(JSON.stringify(shown)).not.toContain('Piet');
    expect(shown.content.attendees.map(({ name }) => name)).toEqual(['Vera Voorbeeld', '']);
    expect(shown.content.lines[0]).toMatchObject({ text: 'bewoner belt', who: 'bewoner', when: 'ASAP' });
    expect(shown.content.annex[0]?.criteria).toBe('');
    expect(shown.amendments).toBe('Geen');
  });

  test('nothing changed gives the same minutes without names', () => {
    const { content: same } = withPassages(content, '', passagesOf(content, ''));
    expect(same.lines).toEqual(content.lines);
    expect(same.annex).toEqual(content.annex);
  });
});
