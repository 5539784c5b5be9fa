import { expect, test } from 'vitest';
import { initiativeContent } from '#app/modules/initiatives/content.ts';
import { areas, themes } from '#prisma/programme/index.ts';
import { contentOfPlan } from './content.ts';
import { madeUpDocuments } from './documents.ts';
import { madeUpPlan } from './plan.ts';

const all = (count: number, batch?: number) => [...madeUpDocuments(count, batch)].flat();

test('the same seed makes the same documents, whatever the batches', () => {
  expect(all(130, 7)).toEqual(all(130, 1000));
  const [first] = [...madeUpDocuments(5, 5, 1)];
  const [other] = [...madeUpDocuments(5, 5, 2)];
  expect(first).not.toEqual(other);
});

test('a longer row begins as a shorter one', () => {
  expect(all(200).slice(0, 50)).toEqual(all(50));
});

test('what is made up is as the product has it', () => {
  const themeSlugs = new Set(themes.map(({ slug }) => slug));
  const codes = new Set(areas.map(({ code }) => code));
  const documents = all(2000);
  expect(new Set(documents.map(({ id }) => id)).size).toBe(2000);
  for (const document of documents) {
    expect(document.id).toMatch(/^[\w-]+$/);
    expect(document.title.length).toBeGreaterThan(2);
    expect(`${document.title} ${document.summary} ${document.text}`).not.toMatch(/[{}]|undefined/);
    for (const slug of document.themes) expect(themeSlugs).toContain(slug);
    for (const code of document.areas) expect(codes).toContain(code);
  }
});

test('the content of a plan is what a version holds', () => {
  for (let index = 0; index < 200; index += 1)
    expect(() => initiativeContent.parse(contentOfPlan(madeUpPlan(1, index), null))).not.toThrow();
});

test('words come as in a language: few often, most seldom, and more in more documents', () => {
  const words = (count: number) => {
    const counts = new Map<string, number>();
    for (const { title, summary, text } of all(count))
      for (const word of `${title} ${summary} ${text}`.toLowerCase().match(/\p{L}+/gu) ?? [])
        counts.set(word, (counts.get(word) ?? 0) + 1);
    return counts;
  };
  const [few, many] = [words(500), words(5000)];
  expect(many.size).toBeGreaterThan(few.size * 1.5);
  const sorted = [...many.values()].sort((one, other) => other - one);
  const total = sorted.reduce((sum, count) => sum + count, 0);
  const common = sorted.slice(0, 100).reduce((sum, count) => sum + count, 0);
  expect(common / total).toBeGreaterThan(0.4);
  expect(sorted.filter((count) => count <= 3).length / sorted.length).toBeGreaterThan(0.3);
});
