import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { chromiumFlags } from './chromium.ts';

test('what Playwright switches off in Chromium stays off: of two lists the last counts, and that is ours', () => {
  const playwright = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'));
  const source = readFileSync(join(playwright, 'lib/coreBundle.js'), 'utf8');
  const list = /\bdisabledFeatures = \[(.*?)\]/su.exec(source)?.[1] ?? '';
  const theirs = [...list.replaceAll(/^\s*\/\/.*$/gmu, '').matchAll(/"(\w+)"/gu)].map(([, name]) => name);
  const ours = chromiumFlags.find((flag) => flag.startsWith('--disable-features='))?.split(/[=,]/u);

  expect(theirs).toContain('HttpsUpgrades');
  expect(ours).toEqual(expect.arrayContaining(theirs));
});
