import { expect, it } from 'vitest';
import { volunteerNames } from './volunteer-name.ts';

it('tells people of one name apart, and those without a name, without giving their address', () => {
  const names = volunteerNames([
    { id: 'a', name: 'Joke Vrijwillig', email: 'joke.vrijwillig@voorbeeld.nl' },
    { id: 'b', name: ' joke vrijwillig', email: 'jv@elders.nl' },
    { id: 'c', name: 'Ali', email: 'ali@voorbeeld.nl' },
    { id: 'd', name: '', email: 'wie-weet@voorbeeld.nl' },
    { id: 'e', name: '', email: '' },
  ]);
  expect([...names]).toEqual([
    ['a', 'Joke Vrijwillig (jok…@voorbeeld.nl)'],
    ['b', 'joke vrijwillig (jv…@elders.nl)'],
    ['c', 'Ali'],
    ['d', '(wie…@voorbeeld.nl)'],
    ['e', ''],
  ]);
});
