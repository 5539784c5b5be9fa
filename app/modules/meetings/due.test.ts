import { describe, expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { dueOf } from './due.ts';

const heldOn = calendarDate('2026-03-18');

describe('by when, as minutes say it', () => {
  test.each([
    ['ASAP', { kind: 'asap' }],
    ['z.s.m.', { kind: 'asap' }],
    ['Continu proces', { kind: 'ongoing' }],
    ['OT 24 april', { kind: 'day', on: '2026-04-24' }],
    ['Ot 28 mei', { kind: 'day', on: '2026-05-28' }],
    ['April', { kind: 'day', on: '2026-04-30' }],
    ['februari', { kind: 'day', on: '2027-02-28' }],
    ['maart', { kind: 'day', on: '2026-03-31' }],
    ['24-4', { kind: 'day', on: '2026-04-24' }],
    ['24-4-27', { kind: 'day', on: '2027-04-24' }],
    ['2 januari', { kind: 'day', on: '2027-01-02' }],
    ['2026-09-01', { kind: 'day', on: '2026-09-01' }],
    ['31 april', null],
    ['volgende keer', null],
    ['', null],
  ])('%s', (when, meant) => {
    expect(dueOf(when, heldOn)).toEqual(meant);
  });
});
