import { readFileSync } from 'node:fs';
import { judgedDocuments } from './documents.ts';
import { readJudgements, type JudgedQuery } from './evaluate.ts';

/** The key of a document, as judgements name it: without its kind. */
export const keyOf = (id: string) => id.slice(id.indexOf('-') + 1);

function read(file: string): JudgedQuery[] {
  const known = new Set(judgedDocuments().map(({ id }) => keyOf(id)));
  return readJudgements(readFileSync(new URL(file, import.meta.url), 'utf8'), known);
}

/** What an engine is made to answer. */
export const judgedQueries = () => read('queries.txt');

/** Written apart and never looked at while an engine was made: whether it also answers what nobody thought of. */
export const heldOutQueries = () => read('held-out.txt');
