import { expect, test } from 'vitest';
import { tickedIn } from '#app/components/forms/small-form.tsx';
import { smallFormBack } from './small-form.server.ts';

test('a form that comes back keeps which boxes were ticked, and which were not', () => {
  const form = new FormData();
  form.append('intent', 'take-over');
  form.append('present', 'ada');
  form.append('present', 'bea');
  const { smallForm } = smallFormBack(form, 'forms:form').data;
  expect(['ada', 'bea', 'cor'].map((id) => tickedIn(smallForm, 'present', id, true))).toEqual([true, true, false]);
  expect(tickedIn(smallForm, 'read', '3', true)).toBe(false);
});

test('a form that nobody sent yet starts as it says', () => {
  expect(tickedIn(null, 'present', 'ada', true)).toBe(true);
  expect(tickedIn(null, 'read', '3', false)).toBe(false);
});
