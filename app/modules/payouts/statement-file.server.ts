import { createHash } from 'node:crypto';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { accepted, type Outcome } from '#app/kernel/outcome.ts';
import { decoded } from './statement-bytes.server.ts';
import { StatementFault, shown } from './statement-fault.ts';
import type { Field } from './statement-fields.ts';
import { StatementReading } from './statement-reading.ts';
import {
  statementLimits,
  statementNamespaces,
  type StatementFile,
  type StatementLimits,
  type StatementRefusal,
} from './statement.ts';

/** A file that opens its first element later than that is no statement: all that may stand before it is short. */
const longestProlog = 20_000;

/**
 * Reads a bank statement, camt.053 of version 2 or 8, as it comes in: the file is never held whole, and a file that is too
 * large is let go of as soon as it is. Nothing is looked up outside the file, and one that declares a type or entities
 * of its own is refused.
 * @returns what is booked, in cents and days; or why the file is not taken in, with what to look for in `detail`
 */
export async function readStatementFile(
  source: AsyncIterable<Uint8Array>,
  limits: StatementLimits = statementLimits,
): Promise<Outcome<StatementFile, StatementRefusal>> {
  const hash = createHash('sha256');
  let bytes = 0;
  const reader = new XmlReader(limits);
  try {
    const pieces = decoded(source, (piece) => {
      bytes += piece.length;
      if (bytes > limits.bytes) throw new StatementFault('too-large', { megabytes: Math.floor(limits.bytes / 1e6) });
      hash.update(piece);
    });
    for await (const piece of pieces) reader.take(piece);
    return accepted({ sha256: hash.digest('hex'), bytes, statements: reader.end() });
  } catch (fault) {
    if (fault instanceof StatementFault) return fault.refusal();
    throw fault;
  }
}

/** Makes fields of the events of the parser, and hands each to the reading when it is complete. */
class XmlReader {
  readonly #parser = new SaxesParser({ xmlns: true, position: false });
  readonly #limits: StatementLimits;
  readonly #open: Field[] = [];
  readonly #reading: StatementReading;
  #namespace: string | null = null;
  #prolog = '';
  #nodes = 0;
  /** Characters since the parser last said something: of an endless comment or attribute it says nothing. */
  #silent = 0;
  #ending = false;

  constructor(limits: StatementLimits) {
    this.#limits = limits;
    this.#reading = new StatementReading(limits.entries);
    this.#parser.on('error', () => {
      throw new StatementFault(this.#ending ? 'truncated' : 'not-xml');
    });
    this.#parser.on('doctype', () => {
      throw new StatementFault('declares-entities');
    });
    this.#parser.on('opentag', (tag) => this.#opens(tag));
    this.#parser.on('closetag', () => this.#closes());
    this.#parser.on('text', (text) => this.#says(text));
    this.#parser.on('cdata', (text) => this.#says(text));
  }

  take(piece: string): void {
    if (this.#namespace === null) this.#watchProlog(piece);
    this.#silent += piece.length;
    this.#parser.write(piece);
    if (this.#silent > this.#limits.textLength) throw new StatementFault('too-complex');
  }

  end() {
    this.#ending = true;
    if (this.#namespace === null && this.#prolog.trim() === '') throw new StatementFault('empty');
    if (this.#namespace === null && !this.#prolog.trim().startsWith('<')) throw new StatementFault('not-xml');
    this.#parser.close();
    return this.#reading.statements();
  }

  /** Before the first element there is nothing but a declaration and comments; a type declared there is refused at once. */
  #watchProlog(piece: string): void {
    if (this.#prolog.length < longestProlog) this.#prolog += piece.slice(0, longestProlog);
    const root = this.#prolog.search(/<[A-Za-z_]/);
    const declared = this.#prolog.search(/<!(DOCTYPE|ENTITY)/i);
    if (declared !== -1 && (root === -1 || declared < root)) throw new StatementFault('declares-entities');
    if (root === -1 && this.#prolog.length >= longestProlog) throw new StatementFault('not-xml');
  }

  #opens(tag: SaxesTagNS): void {
    this.#silent = 0;
    this.#nodes += 1;
    if (this.#nodes > this.#limits.nodes || this.#open.length >= this.#limits.depth)
      throw new StatementFault('too-complex');
    this.#namespace ??= statementNamespace(tag);
    const name = tag.uri === this.#namespace ? tag.local : `${tag.local}?`;
    this.#open.push({ name, currency: tag.attributes.Ccy?.value ?? null, text: '', children: [] });
  }

  #closes(): void {
    this.#silent = 0;
    const field = this.#open.pop();
    const around = this.#open.at(-1);
    if (field === undefined || around === undefined) return;
    if (!this.#reading.takes(field, this.#open)) around.children.push(field);
  }

  #says(text: string): void {
    this.#silent = 0;
    const field = this.#open.at(-1);
    if (field === undefined) return;
    if (field.text.length + text.length > this.#limits.textLength) throw new StatementFault('too-complex');
    field.text += text;
  }
}

/** @throws StatementFault `wrong-namespace` with the one found, when it is another message or version than we read */
function statementNamespace(root: SaxesTagNS): string {
  const known = statementNamespaces.find((namespace) => namespace === root.uri);
  if (known === undefined || root.local !== 'Document')
    throw new StatementFault('wrong-namespace', { found: shown(root.uri === '' ? root.local : root.uri) });
  return known;
}
