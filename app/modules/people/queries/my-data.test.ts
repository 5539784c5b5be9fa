import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';

/**
 * Tables that point to a person and are not in the download under their own name, with why. Whoever adds a table that points to a
 * person puts it in the download or here.
 */
const notByThemselves: Record<string, string> = {
  Person: 'the account itself',
  PersonArea: 'part of the account',
  PersonTheme: 'part of the account',
  IntegrityKeptOut: 'would tell whom a confidential question is about that there is one',
  BankAccount: 'with the whole number, by the module of bank accounts',
};

it('has every table that points to a person', () => {
  const schema = readFileSync(new URL('../../../../prisma/schema.prisma', import.meta.url), 'utf8');
  const models = [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)];
  const ofPeople = models.filter(([, , body = '']) => /^\s+\w+\s+Person\??\s+@relation/m.test(body));
  expect(ofPeople.length).toBeGreaterThan(40);
  const queries = readdirSync(import.meta.dirname)
    .filter((name) => name.startsWith('my-') && name.endsWith('.server.ts'))
    .map((name) => readFileSync(`${import.meta.dirname}/${name}`, 'utf8'))
    .join('\n');
  const missing = ofPeople
    .map(([, model = '']) => model)
    .filter((model) => !(model in notByThemselves))
    .filter((model) => !queries.includes(`database.${model.charAt(0).toLowerCase()}${model.slice(1)}.`));
  expect(missing).toEqual([]);
});
