import { describe, expect, test } from 'vitest';
import { cents } from '#app/kernel/money.ts';
import { newSalt, paperLettersOf } from './code.server.ts';
import { contentOfChoices, contentText, readNumbers, readPaper, showPaper } from './paper.ts';

describe('the number of a paper', () => {
  test('is read however it was typed, and only with its letters', () => {
    for (const typed of ['42 KXT', '42kxt', ' 0042-kxt ', '4 2 K X T'])
      expect(readPaper(typed)).toEqual({ number: 42, letters: 'KXT' });
    for (const typed of ['42', 'KXT', '42 KX', '0 KXT', '123456 KXT', '42 KIT', ''])
      expect(readPaper(typed)).toBeNull();
  });

  test('is read back as it is shown, for every number and vote', () => {
    const salt = newSalt();
    for (const number of [1, 9, 10, 300, 99_999]) {
      const letters = paperLettersOf(salt, number);
      expect(readPaper(showPaper(number, letters))).toEqual({ number, letters });
    }
    const all = Array.from({ length: 400 }, (_, at) => paperLettersOf(salt, at + 1));
    expect(new Set(all).size).toBeGreaterThan(350);
    expect(all.map((_, at) => paperLettersOf(newSalt(), at + 1))).not.toEqual(all);
  });
});

describe('what stands on a paper', () => {
  const projects = [1, 2, 3].map((number) => ({ number, cost: cents(1_000_00) }));
  const rule = { ballot: 'at-most', atMost: 2, amount: cents(1_500_00) } as const;

  test('numbers in any order, with any signs between, are the same', () => {
    for (const typed of ['3 1', '1,3', ' 3; 1 3 ', '01+3'])
      expect(readNumbers(typed)).toEqual({ ok: true, value: [1, 3] });
    expect(readNumbers('1 en 3')).toEqual({ ok: false, reason: 'not-numbers' });
    expect(contentText({ is: 'choices', choices: [3, 1] })).toBe(contentText({ is: 'choices', choices: [1, 3] }));
  });

  test('too many, or too dear, makes it invalid; an unknown number is a mistake of typing', () => {
    const of = (choices: number[], changes = {}) => contentOfChoices({ ...rule, ...changes }, projects, choices);
    expect(of([2, 1])).toEqual({ ok: true, value: { is: 'choices', choices: [1, 2] } });
    expect(of([1, 2, 3])).toEqual({ ok: true, value: { is: 'invalid', reason: 'too-many' } });
    expect(of([1, 2], { ballot: 'fill-budget' })).toEqual({
      ok: true,
      value: { is: 'invalid', reason: 'over-budget' },
    });
    expect(of([4])).toEqual({ ok: false, reason: 'choice-unknown' });
    expect(of([])).toEqual({ ok: false, reason: 'nothing-chosen' });
  });
});
