/**
 * `npm run import:papers -- <folder>`: reads every text and document in a folder through the whole chain (import, minutes, actions,
 * decisions, names) and prints what was recognised and what was not. Nothing is stored, and no text of the papers is printed.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Block } from '#app/modules/meetings/import/block.ts';
import { blocksOfDocx } from '#app/modules/meetings/import/docx.server.ts';
import { blocksOfText } from '#app/modules/meetings/import/blocks-of-text.ts';
import { readPaper } from '#app/modules/meetings/import/read-paper.ts';
import { splitPapers } from '#app/modules/meetings/import/split-papers.ts';
import { namesIn, passagesOf } from '#app/modules/meetings/minutes-passages.ts';
import { findMarks } from '#app/modules/redaction/detect.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Usage: npm run import:papers -- <folder>');
  process.exit(2);
}

async function papersIn(path: string): Promise<Block[][]> {
  if (path.endsWith('.docx')) {
    const read = await blocksOfDocx(await readFile(path));
    if (!read.ok) console.log(`  not read: ${read.reason}`);
    return read.ok ? [read.value] : [];
  }
  return splitPapers(await readFile(path, 'utf8')).map(blocksOfText);
}

const count = (words: readonly string[]) =>
  [...new Set(words)].map((word) => `${word} ${String(words.filter((one) => one === word).length)}`).join(', ');

for (const name of (await readdir(folder)).filter((one) => /\.(?:txt|docx)$/u.test(one)).sort()) {
  console.log(name);
  for (const [index, blocks] of (await papersIn(join(folder, name))).entries()) {
    const paper = readPaper(blocks);
    if (typeof paper === 'string') {
      console.log(`  ${String(index + 1)}: ${paper}`);
      continue;
    }
    const { header, content, figures } = paper;
    const people = namesIn(content).map(({ isChair, ...one }) => ({ ...one, isPublic: isChair }));
    const passages = passagesOf(content, '').map((passage) =>
      passage.key.endsWith(':who') ? { ...passage, holds: 'people' as const } : passage,
    );
    const marks = findMarks({ passages, people, organisations: [], list: { always: [], never: [] } });
    const has = Object.entries({ body: header.body, date: header.date, place: header.place, chair: header.chair })
      .map(([field, value]) => `${field} ${value === '' ? 'missed' : 'found'}`)
      .join(', ');
    console.log(`  ${String(index + 1)}: ${has}`);
    console.log(
      `     ${Object.entries(figures)
        .map(([field, value]) => `${field} ${String(value)}`)
        .join(', ')}`,
    );
    console.log(`     to take out: ${marks.length === 0 ? 'nothing' : count(marks.map(({ kind }) => kind))}`);
  }
}
