import { expect, test } from 'vitest';
import { translatorOf } from './all.server.ts';
import { en } from './en/index.ts';
import { formMessage, sayMessage } from './message.ts';
import { nl } from './nl/index.ts';

type Tree = { [key: string]: string | Tree };

function leaves(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : leaves(value, `${path}${key}.`),
  );
}

const placeholders = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]).sort();

test('every text says something, and has the same blanks in both languages', () => {
  const english = new Map(leaves(en));
  for (const [key, text] of leaves(nl)) {
    expect(text.trim(), key).not.toBe('');
    expect(english.get(key)?.trim(), key).not.toBe('');
    // "1 teken" and "{{count}} tekens" may differ, what is filled in otherwise may not
    const known = (words: string) => placeholders(words).filter((name) => name !== 'count');
    expect(known(english.get(key) ?? ''), key).toEqual(known(text));
  }
});

test('a message carries its key and facts as one string', () => {
  const message = formMessage('forms:tooLong', { count: 120 });
  expect(message).toBe('forms:tooLong?count=120');
  expect(sayMessage(translatorOf('nl'), message)).toBe('Maak dit korter: hooguit 120 tekens.');
  expect(sayMessage(translatorOf('en'), 'forms:tooLong?count=1')).toBe('Make this shorter: at most 1 character.');
  expect(sayMessage(translatorOf('nl'), 'forms:required')).toBe('Vul dit in.');
});
