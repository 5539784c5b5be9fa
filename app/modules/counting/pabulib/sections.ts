import type { MistakeKind } from './file.ts';
import { fieldsOf } from './rows.ts';

export type Row = { readonly line: number; readonly fields: readonly string[] };

export type Section = {
  readonly line: number;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** What stands in a column, without blanks around it; nothing when there is no such column. */
  readonly field: (row: Row, column: string) => string;
};

const required = {
  META: ['key', 'value'],
  PROJECTS: ['project_id', 'cost'],
  VOTES: ['voter_id', 'vote'],
} as const;

type Name = keyof typeof required;
const names = Object.keys(required) as Name[];

/** The three tables of a file; null for one that is missing or cannot be used. */
export function sectionsOf(
  text: string,
  say: (line: number, kind: MistakeKind, found: string) => void,
): Record<Name, Section | null> {
  const lines: Record<Name, Row[] | null> = { META: null, PROJECTS: null, VOTES: null };
  let current: Row[] | null = null;
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .forEach((content, index) => {
      const line = index + 1;
      const name = names.find((one) => one === content.trim().replace(/;+$/, '').toUpperCase());
      if (name !== undefined) {
        if (lines[name] !== null) say(line, 'section-twice', name);
        current = lines[name] = [{ line, fields: [name] }];
      } else if (content.trim() === '') return;
      else if (current === null) say(line, 'outside-section', content.slice(0, 60));
      else current.push({ line, fields: fieldsOf(content) });
    });
  const section = (name: Name): Section | null => {
    const [title, header, ...rows] = lines[name] ?? [];
    if (title === undefined) say(1, 'no-section', name);
    if (title === undefined) return null;
    const columns = header?.fields.map((column) => column.trim()) ?? [];
    const line = header?.line ?? title.line;
    const missing = required[name].filter((column) => !columns.includes(column));
    for (const column of missing) say(line, 'no-column', column);
    const twice = columns.filter((column, at) => columns.indexOf(column) !== at);
    for (const column of twice) say(line, 'column-twice', column);
    if (missing.length > 0 || twice.length > 0) return null;
    for (const row of rows)
      if (row.fields.length !== columns.length)
        say(row.line, 'wrong-fields', `${row.fields.length} ≠ ${columns.length}`);
    return { line, columns, rows, field: (row, column) => row.fields[columns.indexOf(column)]?.trim() ?? '' };
  };
  return { META: section('META'), PROJECTS: section('PROJECTS'), VOTES: section('VOTES') };
}
