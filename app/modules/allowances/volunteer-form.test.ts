import { parseWithZod } from '@conform-to/zod/v4';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { amountOf, minutesWithin } from './allowance-rule.ts';
import { circumstancesForm, expenseForm, hoursForm } from './volunteer-form.ts';

const today = calendarDate('2026-11-21');
const posted = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
};

describe('hours', () => {
  const formKey = newId();
  const read = (fields: Record<string, string>) => {
    const submission = parseWithZod(posted({ formKey, when: '2026-11-21', duration: '60', ...fields }), {
      schema: hoursForm,
    });
    return submission.status === 'success'
      ? { day: submission.value.day, minutes: submission.value.minutes }
      : Object.keys(submission.error ?? {});
  };

  it.each<[string, Record<string, string>, unknown]>([
    ['a tap each', {}, { day: '2026-11-21', minutes: 60 }],
    ['another day', { when: 'other', otherDay: '2026-02-28' }, { day: '2026-02-28', minutes: 60 }],
    ['another day that was not chosen', { otherDay: '2026-02-28' }, { day: '2026-11-21', minutes: 60 }],
    ['a day that does not exist', { when: 'other', otherDay: '2026-02-29' }, ['otherDay']],
    ['no other day', { when: 'other' }, ['otherDay']],
    ['no day at all', { when: '' }, ['when']],
    ['a forged day', { when: 'gisteren' }, ['when']],
    ['another time', { duration: 'other', otherDuration: '75' }, { day: '2026-11-21', minutes: 75 }],
    ['another time that was not chosen', { otherDuration: '75' }, { day: '2026-11-21', minutes: 60 }],
    ['no other time', { duration: 'other' }, ['otherDuration']],
    ['no time', { duration: '' }, ['duration']],
    ['less than nothing', { duration: '-60' }, ['duration']],
    ['a minute', { duration: '61' }, ['duration']],
    ['twelve hours', { duration: '720' }, { day: '2026-11-21', minutes: 720 }],
    ['more than twelve hours', { duration: '725' }, ['sure']],
    ['more than twelve hours, and sure', { duration: '725', sure: 'on' }, { day: '2026-11-21', minutes: 725 }],
    ['more than a day', { duration: '1445' }, ['duration']],
    ['a broken number', { duration: '60.5' }, ['duration']],
    ['both wrong', { when: 'x', duration: 'y' }, ['when', 'duration']],
    ['a note that is too long', { note: 'a'.repeat(501) }, ['note']],
    ['a forged key', { formKey: '1' }, ['formKey']],
  ])('%s', (_name, fields, expected) => {
    expect(read(fields)).toEqual(expected);
  });
});

describe('expenses', () => {
  const read = (fields: Record<string, string>) => {
    const all = { formKey: newId(), amount: '12,50', day: '2026-11-20', note: 'Soepgroente', ...fields };
    const submission = parseWithZod(posted(all), { schema: expenseForm });
    return submission.status === 'success' ? submission.value.amount : Object.entries(submission.error ?? {});
  };

  it.each<[string, Record<string, string>, unknown]>([
    ['as people write it', {}, 1250],
    ['with a euro sign', { amount: '€ 1.012,50' }, 101_250],
    ['nothing', { amount: '0' }, [['amount', ['forms:amount-zero']]]],
    ['less than nothing', { amount: '-5' }, [['amount', ['forms:amount-negative']]]],
    ['a third decimal', { amount: '1,005' }, [['amount', ['forms:amount-rounding']]]],
    ['words', { amount: 'tien' }, [['amount', ['forms:amount-notation']]]],
    ['far too much', { amount: '1000000' }, [['amount', ['forms:amount-huge']]]],
    ['a day that does not exist', { day: '2026-02-30' }, [['day', ['volunteering:mistake.day']]]],
    ['without words', { note: '  ' }, [['note', ['volunteering:mistake.what']]]],
  ])('%s', (_name, fields, expected) => {
    expect(read(fields)).toEqual(expected);
  });
});

describe('what the law asks', () => {
  const read = (fields: Record<string, string>) => {
    const submission = parseWithZod(posted({ age: 'adult', ...fields }), { schema: circumstancesForm(today) });
    return submission.status === 'success' ? submission.value : Object.keys(submission.error ?? {});
  };

  it.each<[string, Record<string, string>, unknown]>([
    ['21 already, nothing elsewhere', {}, { turns21On: null, elsewhere: 0 }],
    ['a day with the wrong choice does not count', { turns21On: '2028-01-01' }, { turns21On: null, elsewhere: 0 }],
    ['under 21', { age: 'young', turns21On: '2028-02-29' }, { turns21On: '2028-02-29', elsewhere: 0 }],
    ['turned 21 last month', { age: 'young', turns21On: '2026-10-01' }, { turns21On: '2026-10-01', elsewhere: 0 }],
    [
      'so long ago that no claim knows it',
      { age: 'young', turns21On: '2020-10-01' },
      { turns21On: null, elsewhere: 0 },
    ],
    ['born today', { age: 'young', turns21On: '2047-11-21' }, { turns21On: '2047-11-21', elsewhere: 0 }],
    ['not born yet', { age: 'young', turns21On: '2047-11-22' }, ['turns21On']],
    ['no day', { age: 'young' }, ['turns21On']],
    ['no choice', { age: '' }, ['age']],
    ['an amount elsewhere', { elsewhere: '1.250,50' }, { turns21On: null, elsewhere: 125_050 }],
    ['less than nothing elsewhere', { elsewhere: '-1' }, ['elsewhere']],
    ['far too much elsewhere', { elsewhere: '100000,01' }, ['elsewhere']],
    ['words elsewhere', { elsewhere: 'niets' }, ['elsewhere']],
  ])('%s', (_name, fields, expected) => {
    expect(read(fields)).toEqual(expected);
  });
});

it('so many quarters as an amount pays for cost no more than it, and one more does', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300_00 }), fc.integer({ min: 10, max: 100_00 }), (amount, rate) => {
      const minutes = minutesWithin(cents(amount), cents(rate));
      expect(minutes % 15).toBe(0);
      expect(amountOf(minutes, cents(rate))).toBeLessThanOrEqual(amount);
      expect(amountOf(minutes + 15, cents(rate))).toBeGreaterThan(amount);
    }),
  );
  expect(minutesWithin(cents(100), cents(0))).toBe(0);
});
