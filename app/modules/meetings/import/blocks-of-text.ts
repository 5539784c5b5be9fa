import { tidied, type Block } from './block.ts';

/** Marks that word processors and scanners leave in a text. */
const leavings = /^\[(?:image|bookmark):[^\]]*\](?:\s*PAGE\s+\d+)?$/u;
const tags = /<\/?(?:p|br|b|i|strong|em)\s*\/?>/giu;

/** A pasted text in blocks: tables by their tabs, lists by their marks, lines that were broken joined again. */
export function blocksOfText(pasted: string): Block[] {
  const text = pasted.replaceAll(/\r\n?/gu, '\n').replaceAll(tags, ' ').normalize('NFC');
  const lines = joinedIfDoubleSpaced(text.split('\n'));
  const blocks: Block[] = [];
  let place = 0;
  while (place < lines.length) {
    const line = lines[place] ?? '';
    const table = /^\t/u.test(line)
      ? cellPerLine(lines, place)
      : /\S ?\t/u.test(line)
        ? rowPerLine(lines, place)
        : null;
    if (table !== null) {
      if (table.rows.length > 0) blocks.push({ kind: 'table', rows: table.rows });
      place = table.next;
      continue;
    }
    const block = leavings.test(line.trim()) ? null : blockOfLine(line);
    if (block !== null) blocks.push(block);
    place += 1;
  }
  return blocks;
}

/** Bullets and letters; the depth by the white space before. */
const bullet = /^(\s*)(?:[-–•·*▪◦]|o(?=\s)|[a-z]\.(?=\s)|[ivx]{1,4}\.(?=\s))\s+(\S.*)$/u;

function blockOfLine(line: string): Block | null {
  const text = tidied(line);
  if (text === '') return null;
  const item = bullet.exec(line);
  if (item !== null) return { kind: 'item', text: tidied(item[2] ?? ''), depth: Math.min(5, (item[1] ?? '').length) };
  const heading = /^#{1,6}\s+(.*)$/u.exec(text);
  return heading === null ? { kind: 'paragraph', text } : { kind: 'heading', text: heading[1] ?? '' };
}

type Table = { rows: string[][]; next: number };

/** A table in which each cell has a line of its own that begins with a tab; the first row says how many columns there are. */
function cellPerLine(lines: readonly string[], begin: number): Table {
  const cells: string[] = [];
  let columns = 0;
  let place = begin;
  for (; place < lines.length; place += 1) {
    const line = lines[place] ?? '';
    if (line.startsWith('\t')) {
      cells.push(line.slice(1));
      continue;
    }
    if (columns === 0 && line.trim() === '') columns = cells.length;
    const isBetweenRows = columns > 0 && cells.length % columns === 0;
    // a text after a whole row that does not go on in a cell is no part of the table
    if (isBetweenRows && line.trim() !== '') {
      const isRestOfCell = (lines[place - 1] ?? '').trim() !== '';
      if (!isRestOfCell) break;
    }
    if (line.trim() !== '' && cells.length > 0) cells[cells.length - 1] = `${cells.at(-1) ?? ''}\n${line}`;
  }
  const width = Math.max(1, columns);
  const rows: string[][] = [];
  for (let cell = 0; cell < cells.length; cell += width) rows.push(cells.slice(cell, cell + width).map(tidiedCell));
  return { rows: rows.filter((row) => row.some((cell) => cell !== '')), next: place };
}

const tidiedCell = (cell: string) =>
  cell
    .split('\n')
    .map(tidied)
    .filter((line) => line !== '')
    .join('\n');

/** A table in which each row is a line with tabs between. */
function rowPerLine(lines: readonly string[], begin: number): Table {
  const rows: string[][] = [];
  let place = begin;
  for (; place < lines.length; place += 1) {
    const line = lines[place] ?? '';
    if (/\S ?\t/u.test(line)) rows.push(line.split('\t').map(tidied));
    else if (line.trim() !== '' || !/\S ?\t/u.test(lines[place + 1] ?? '')) break;
  }
  return { rows, next: place };
}

/** Copied from a PDF, each line stands apart and a paragraph ends with a line of only a space. */
function joinedIfDoubleSpaced(lines: readonly string[]): string[] {
  const isApart =
    lines.filter((line, place) => line === ' ' && lines[place - 1] === '' && lines[place + 1] === '').length >= 5;
  if (!isApart) return [...lines];
  const joined: string[] = [];
  let open = '';
  const close = () => {
    if (open !== '') joined.push(open);
    open = '';
  };
  for (const line of lines) {
    if (line === '') continue;
    if (line.trim() === '' || bullet.test(line) || /^\s*\d{1,2}\.\s+\p{Lu}/u.test(line)) close();
    if (line.trim() !== '') open = open === '' ? line : `${open.trimEnd()} ${line.trim()}`;
  }
  close();
  return joined;
}
