import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { en } from '../app/i18n/en/index.ts';
import { nl } from '../app/i18n/nl/index.ts';
import { namespaceOf, textFileOf } from '../app/i18n/text-file.ts';
import { textsUsedBy } from './texts-of-scripts.ts';

test.each([
  [`const { t } = useTranslation('search');`, ['search']],
  ['const { t } = useTranslation(["search", "map"]);', ['map', 'search']],
  ['const { i18n } = useTranslation();', ['shell']],
  ['say(isLate ? "actions:late" : `map:plans`)', ['actions', 'map']],
  ['required: "forms:required"', ['forms']],
  [`t(\`initiatives:refusal.\${reason}\`)`, ['initiatives']],
  [`className="hover:underline", "https://nl", 'actions', { map: 1 }`, []],
])('%s needs %o', (code, names) => {
  expect(textsUsedBy(code)).toEqual(names);
});

test('a script says by name which texts it uses', () => {
  expect(() => textsUsedBy('useTranslation(words)')).toThrow('write the names');
  expect(() => textsUsedBy("useTranslation(['search', words])")).toThrow('write the names');
});

test('every text is in the file where the browser looks for it', async () => {
  for (const [locale, texts] of [
    ['nl', nl],
    ['en', en],
  ] as const) {
    for (const [namespace, words] of Object.entries(texts)) {
      const path = textFileOf(locale, namespace);
      expect(namespaceOf(path)).toBe(namespace);
      const file = (await import(/* @vite-ignore */ new URL(`../app/i18n/${path}`, import.meta.url).href)) as Record<
        string,
        unknown
      >;
      expect(file[namespace], path).toBe(words);
    }
  }
});

test('no page asks for texts in a way that is only known when it runs', () => {
  const root = new URL('../app/', import.meta.url).pathname;
  const sources = globSync('**/*.{ts,tsx}', { cwd: root, exclude: ['i18n/**'] }).filter((name) =>
    existsSync(root + name),
  );
  expect(sources.length).toBeGreaterThan(500);
  for (const name of sources) expect(() => textsUsedBy(readFileSync(root + name, 'utf8')), name).not.toThrow();
});
