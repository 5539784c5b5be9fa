import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const project = fileURLToPath(new URL('..', import.meta.url));
const folder = join(project, 'app/styles/made-fonts');

/** Letters of western Europe, quotes, dashes, arrows and the euro; what stands outside them comes from the whole files (fonts.css). */
const ranges = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x131, 0x131],
  [0x152, 0x153],
  [0x2bb, 0x2bc],
  [0x2c6, 0x2c6],
  [0x2da, 0x2da],
  [0x2dc, 0x2dc],
  [0x2010, 0x2027],
  [0x2030, 0x203a],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
] as const;

type Axes = Record<string, number | { min: number; max: number }>;

/** Running text from normal to bold; headings bold, drawn for the size that most of them have. */
const fonts: readonly { name: string; from: string; variationAxes: Axes }[] = [
  {
    name: 'text.woff2',
    from: '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
    variationAxes: { wght: { min: 400, max: 700 } },
  },
  {
    name: 'headings.woff2',
    from: '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-opsz-normal.woff2',
    variationAxes: { wght: 700, opsz: 30 },
  },
];

/** Makes the two fonts of every page as small as what we use of them: 110 kB were two thirds of what a first visit had to fetch. */
export async function makeSmallerFonts(): Promise<void> {
  const text = ranges.map(([from, to]) => String.fromCodePoint(...numbers(from, to))).join('');
  await mkdir(folder, { recursive: true });
  for (const { name, from, variationAxes } of fonts) {
    const source = join(project, 'node_modules', from);
    const made = join(folder, name);
    if ((await changedAt(made)) > Math.max(await changedAt(source), await changedAt(fileURLToPath(import.meta.url))))
      continue;
    await mkdir(dirname(made), { recursive: true });
    await writeFile(made, await subsetFont(await readFile(source), text, { targetFormat: 'woff2', variationAxes }));
  }
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** 0 where there is no such file. */
async function changedAt(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}
