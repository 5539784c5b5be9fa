import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** Every pair of tokens that lies on each other somewhere, and the least contrast it needs (WCAG 2.2: 1.4.3, 1.4.11). */
const text = 4.5;
const graphic = 3;
const pairs: [foreground: string, background: string, least: number][] = [
  ...['page', 'surface', 'tint-garden', 'tint-water', 'tint-sand', 'tint-brick', 'line'].flatMap(
    (ground): typeof pairs => [
      ['ink', ground, text],
      ['water', ground, ground === 'line' ? graphic : text],
    ],
  ),
  ...['page', 'surface', 'tint-garden', 'tint-water', 'tint-sand', 'tint-brick', 'line'].flatMap(
    (ground): typeof pairs => [
      ['ink-soft', ground, text],
      ['garden', ground, ground === 'line' ? graphic : text],
      ['brick', ground, ground === 'line' ? graphic : text],
    ],
  ),
  ['sand', 'tint-sand', text],
  ['sand', 'page', text],
  ['sand', 'surface', text],
  ['water-hover', 'page', text],
  ['water-hover', 'surface', text],
  ['on-garden', 'garden', text],
  ['on-garden', 'garden-hover', text],
  ['on-brick', 'brick', text],
  ['on-brick', 'brick-hover', text],
  ['on-sun', 'sun', text],
  ['on-sun', 'sun-hover', text],
  ['on-deep', 'deep', text],
  ['on-deep', 'deep-raised', text],
  ['on-deep-soft', 'deep', text],
  ['on-deep-soft', 'deep-raised', text],
  ['line-strong', 'surface', graphic],
  ['line-strong', 'page', graphic],
  ['line-strong', 'tint-garden', graphic],
  ['sun', 'deep', graphic],
  ['sun', 'deep-raised', graphic],
  ['focus', 'page', graphic],
  ['focus', 'surface', graphic],
  ['focus', 'tint-garden', graphic],
  ['focus', 'tint-water', graphic],
  ['focus', 'tint-sand', graphic],
  ['focus', 'tint-brick', graphic],
];

const source = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [lightBlock = '', darkBlock = ''] = source.split('@media (prefers-color-scheme: dark)');
const light = readTokens(lightBlock);
const dark = { ...light, ...readTokens(darkBlock) };

describe.each([
  ['light', light],
  ['dark', dark],
])('colours in %s', (_scheme, tokens) => {
  test.each(pairs)('%s on %s has a contrast of at least %d', (foreground, background, least) => {
    expect(contrast(token(tokens, foreground), token(tokens, background))).toBeGreaterThanOrEqual(least);
  });
});

test('light and dark have the same tokens', () => {
  expect(Object.keys(readTokens(darkBlock)).sort()).toEqual(Object.keys(light).sort());
});

function readTokens(css: string): Record<string, string> {
  return Object.fromEntries(
    [...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

function token(tokens: Record<string, string>, name: string): string {
  const value = tokens[name];
  if (value === undefined) throw new Error(`no token --${name}`);
  return value;
}

function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
