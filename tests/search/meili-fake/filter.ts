import { FakeRefusal } from './refusal.ts';
import type { FakeDocument } from './store.ts';

type Test = (document: FakeDocument) => boolean;

const keywords = new Set([
  'AND',
  'OR',
  'IN',
  'NOT',
  'TO',
  'EXISTS',
  'IS',
  'NULL',
  'EMPTY',
  'CONTAINS',
  'STARTS',
  'WITH',
]);

/**
 * A filter as Meilisearch takes it: an expression, or a list of which all must hold (and of a list in the list one).
 * @param filterable attributes that the settings allow; another is refused
 */
export function filterTest(filter: unknown, filterable: readonly string[]): Test {
  if (filter === undefined || filter === null) return () => true;
  if (typeof filter === 'string') return filter.trim() === '' ? () => true : parse(filter, filterable);
  if (!Array.isArray(filter)) throw wrong('expected a string or a list');
  const tests = filter.map((part: unknown) => {
    if (!Array.isArray(part)) return filterTest(part, filterable);
    const some = part.map((one: unknown) => filterTest(one, filterable));
    return (document: FakeDocument) => some.some((test) => test(document));
  });
  return (document) => tests.every((test) => test(document));
}

const wrong = (why: string) => new FakeRefusal('invalid_search_filter', `Was expecting an operation: ${why}`);

type Token = { text: string; kind: 'word' | 'value' | 'sign' };

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const space = /^\s+/.exec(rest);
    const word = /^[\p{L}\p{N}_.-]+/u.exec(rest);
    const sign = /^(>=|<=|!=|[()[\],=<>])/.exec(rest);
    if (space !== null) at += space[0].length;
    else if (word !== null) {
      tokens.push({ text: word[0], kind: 'word' });
      at += word[0].length;
    } else if (rest.startsWith('"') || rest.startsWith("'")) {
      const { value, length } = quotedValue(rest);
      tokens.push({ text: value, kind: 'value' });
      at += length;
    } else if (sign !== null) {
      tokens.push({ text: sign[0], kind: 'sign' });
      at += sign[0].length;
    } else throw wrong(`unexpected ${rest.slice(0, 1)}`);
  }
  return tokens;
}

function quotedValue(text: string): { value: string; length: number } {
  const quote = text[0];
  let value = '';
  for (let at = 1; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === quote) return { value, length: at + 1 };
    if (letter === '\\') at += 1;
    value += text[at] ?? '';
  }
  throw wrong('a closing quote');
}

function parse(text: string, filterable: readonly string[]): Test {
  const tokens = tokensOf(text);
  let at = 0;
  const isNext = (word: string) => tokens[at]?.text === word && tokens[at]?.kind !== 'value';
  const take = (word: string) => {
    if (!isNext(word)) return false;
    at += 1;
    return true;
  };
  const need = (word: string) => {
    if (!take(word)) throw wrong(`${word} at ${tokens[at]?.text ?? 'the end'}`);
  };
  const value = () => {
    const token = tokens[at];
    if (token === undefined || token.kind === 'sign') throw wrong('a value');
    if (token.kind === 'word' && keywords.has(token.text)) throw wrong(`no reserved word ${token.text}`);
    at += 1;
    return token.text;
  };
  const either = (): Test => {
    const tests = [both()];
    while (take('OR')) tests.push(both());
    return (document) => tests.some((test) => test(document));
  };
  const both = (): Test => {
    const tests = [not()];
    while (take('AND')) tests.push(not());
    return (document) => tests.every((test) => test(document));
  };
  const not = (): Test => {
    if (!take('NOT')) return primary();
    const test = not();
    return (document) => !test(document);
  };
  const primary = (): Test => {
    if (take('(')) {
      const test = either();
      need(')');
      return test;
    }
    const attribute = value();
    if (!filterable.includes(attribute))
      throw new FakeRefusal('invalid_search_filter', `Attribute \`${attribute}\` is not filterable.`);
    return condition(attribute);
  };
  const condition = (attribute: string): Test => {
    if (take('NOT')) {
      const test = condition(attribute);
      return (document) => !test(document);
    }
    if (take('EXISTS')) return (document) => attribute in document;
    if (take('IS')) {
      need('NULL');
      return (document) => document[attribute] === null;
    }
    if (take('IN')) {
      need('[');
      const values: string[] = [];
      while (!take(']')) {
        values.push(value());
        if (!take(',') && !isNext(']')) throw wrong('] or a comma');
      }
      const wanted = new Set(values.map((one) => one.toLowerCase()));
      const numbers = new Set(values.map(Number));
      return (document) => listOf(document[attribute]).some((held) => isOneOf(held, wanted, numbers));
    }
    const sign = tokens[at]?.text ?? '';
    at += 1;
    const compared = value();
    if (sign === '=') return (document) => equals(document[attribute], compared);
    if (sign === '!=') return (document) => !equals(document[attribute], compared);
    const number = Number(compared);
    if (!['>', '>=', '<', '<='].includes(sign) || Number.isNaN(number)) throw wrong(`a comparison, not ${sign}`);
    return (document) => listOf(document[attribute]).some((one) => compares(one, sign, number));
  };
  const test = either();
  if (at < tokens.length) throw wrong(`the end, not ${tokens[at]?.text ?? ''}`);
  return test;
}

export const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

function isOneOf(held: unknown, wanted: ReadonlySet<string>, numbers: ReadonlySet<number>): boolean {
  return typeof held === 'number' ? numbers.has(held) : wanted.has(textOf(held).toLowerCase());
}

function equals(held: unknown, value: string): boolean {
  return listOf(held).some((one) =>
    typeof one === 'number' ? one === Number(value) : one !== null && textOf(one).toLowerCase() === value.toLowerCase(),
  );
}

function compares(held: unknown, sign: string, number: number): boolean {
  if (typeof held !== 'number') return false;
  if (sign === '>') return held > number;
  if (sign === '>=') return held >= number;
  return sign === '<' ? held < number : held <= number;
}

/** A value as it is compared; null and objects have none, which nothing is equal to. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '\uffff';
}
