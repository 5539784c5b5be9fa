import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  activeFilters,
  changed,
  questionOf,
  readSearch,
  readText,
  searchHref,
  subjectQuery,
  withoutValue,
} from './address.ts';

const read = (query: string) => readSearch(new URLSearchParams(query));
const again = (query: string) => searchHref(read(query));

describe('an address', () => {
  test.each([
    ['', '/zoeken'],
    ['q=', '/zoeken'],
    ['q=  huis   werk ', '/zoeken?q=huis+werk'],
    ['thema=jeugd&gebied=FA&q=fiets', '/zoeken?q=fiets&thema=jeugd&gebied=FA'],
    ['gebied=FB&gebied=FA01&gebied=FB', '/zoeken?gebied=FA01&gebied=FB'],
    ['soort=initiatief&soort=besluit&soort=boom', '/zoeken?soort=besluit&soort=initiatief'],
    ['fase=bezig&fase=dromen', '/zoeken?fase=bezig'],
    ['nodig=space&biedt=geld', '/zoeken?nodig=space'],
    ['jaar=2026&jaar=26', '/zoeken?jaar=2026'],
    ['van=1.000&tot=250,50', '/zoeken?van=250%2C50&tot=1000'],
    ['van=veel&tot=-3', '/zoeken'],
    ['van=&tot=5000', '/zoeken?tot=5000'],
    // without words nothing fits better than something else, and without a place nothing is near
    ['sorteer=beste-match', '/zoeken'],
    ['q=a&sorteer=dichtbij', '/zoeken?q=a'],
    ['q=a&bij=FA01', '/zoeken?q=a&bij=FA01'],
    ['q=a&bij=FA01&sorteer=beste-match', '/zoeken?q=a&bij=FA01&sorteer=beste-match'],
    ['bij=52.37,4.8', '/zoeken'],
    ['sorteer=bedrag&vorm=tabel', '/zoeken?sorteer=bedrag&vorm=tabel'],
    ['vorm=lijst', '/zoeken'],
    ["thema=wonen'--&gebied=fa&team=../..", '/zoeken'],
    ['na=abc_DEF-1.2', '/zoeken?na=abc_DEF-1.2'],
    ['na=%00<script>', '/zoeken'],
  ])('%s is %s', (query, href) => {
    expect(again(query)).toBe(href);
  });

  it('reads back as what it was made of, whatever somebody makes of it', () => {
    const word = fc.constantFrom('q', 'thema', 'gebied', 'team', 'fase', 'nodig', 'jaar', 'van', 'tot', 'bij', 'na');
    const value = fc.oneof(fc.string(), fc.constantFrom('FA01', 'FB', 'bezig', 'space', '2026', '12,50', 'jeugd'));
    fc.assert(
      fc.property(fc.array(fc.tuple(word, value)), (pairs) => {
        const state = readSearch(new URLSearchParams(pairs));
        const href = searchHref(state);
        expect(readSearch(new URL(href, 'http://x').searchParams)).toEqual(state);
      }),
    );
  });

  it('keeps no more than can be asked', () => {
    const many = Array.from({ length: 1000 }, (_, index) => `thema=t${index}`).join('&');
    expect(read(many).filters.theme).toHaveLength(25);
    expect(read(`q=${'x'.repeat(10_000)}`).text).toHaveLength(200);
    expect(readText(`${'x'.repeat(199)}🚲`)).toBe('x'.repeat(199));
    expect(readText('a\u0000b')).toBe('ab');
  });
});

describe('a choice', () => {
  const chosen = read('q=fiets&thema=jeugd&thema=zorg&gebied=FA&van=10&na=x');

  it('can be taken off, from the first page on', () => {
    expect(activeFilters(chosen)).toBe(4);
    expect(searchHref(withoutValue(chosen, 'theme', 'jeugd'))).toBe('/zoeken?q=fiets&thema=zorg&gebied=FA&van=10');
  });

  it('keeps an order that somebody chose, and leaves the ordinary one to what is asked', () => {
    expect(changed(read('q=fiets'), { text: '' }).sort).toBe('newest');
    expect(changed(read(''), { text: 'fiets' }).sort).toBe('relevance');
    expect(changed(read('q=fiets&sorteer=bedrag'), { text: 'boom' }).sort).toBe('money');
    expect(changed(read('q=fiets'), { near: 'FA01' }).sort).toBe('near');
  });

  it('is kept without how it was shown', () => {
    const address = read('q=fiets&gebied=FA&bij=FA01&sorteer=bedrag&vorm=tabel&na=x');
    expect(subjectQuery(address).toString()).toBe('q=fiets&gebied=FA');
  });
});

test('a question has the names that engines know', () => {
  const question = questionOf(read('q=fiets&soort=besluit&van=10&bij=FA01&na=x'), ['FA01', 'FA02']);
  expect(question).toMatchObject({
    text: 'fiets',
    filters: { kind: ['decision'], theme: [] },
    money: { from: 1000, to: null },
    near: ['FA01', 'FA02'],
    sort: 'near',
    cursor: 'x',
  });
  expect(questionOf(read('q=fiets&bij=ZZ99'), null)).toMatchObject({ near: null, sort: 'newest' });
});
