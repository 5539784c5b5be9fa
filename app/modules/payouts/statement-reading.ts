import { StatementFault } from './statement-fault.ts';
import { neededText, type Field } from './statement-fields.ts';
import { readDetail, readEntry, readStatement } from './statement-parts.ts';
import type { BankStatement, StatementDetail, StatementEntry } from './statement.ts';

const message = ['Document', 'BkToCstmrStmt'];

/** The elements that are taken out, and what they stand in. */
const places: ReadonlyMap<string, readonly string[]> = new Map([
  ['GrpHdr', message],
  ['Stmt', message],
  ['Ntry', [...message, 'Stmt']],
  ['TxDtls', [...message, 'Stmt', 'Ntry', 'NtryDtls']],
]);

/**
 * What was read so far of a statement file. It takes each payment, booking and statement out of the tree when it is complete,
 * so that a day of ten thousand bookings is never held as XML.
 */
export class StatementReading {
  readonly #mostEntries: number;
  readonly #statements: BankStatement[] = [];
  #taken = 0;
  #messageId: string | null = null;
  #entries: StatementEntry[] = [];
  #details: StatementDetail[] = [];
  #notBooked = 0;

  constructor(mostEntries: number) {
    this.#mostEntries = mostEntries;
  }

  /**
   * @param field an element that is complete
   * @param around the elements that it stands in, from the outermost
   * @returns true when nothing has to be kept of the element itself
   */
  takes(field: Field, around: readonly Field[]): boolean {
    const place = places.get(field.name);
    if (place?.length !== around.length || !place.every((name, index) => around[index]?.name === name)) return false;
    if (field.name === 'TxDtls') this.#takeDetail(field, around[place.indexOf('Ntry')]);
    else if (field.name === 'Ntry') this.#takeEntry(field);
    else if (field.name === 'Stmt') this.#takeStatement(field);
    else this.#messageId = neededText(field, 35, 'MsgId');
    return true;
  }

  /** @throws StatementFault `no-statement` */
  statements(): BankStatement[] {
    if (this.#statements.length === 0) throw new StatementFault('no-statement');
    return this.#statements;
  }

  #count(): void {
    this.#taken += 1;
    if (this.#taken > this.#mostEntries) throw new StatementFault('too-complex');
  }

  #takeDetail(field: Field, entry: Field | undefined): void {
    this.#count();
    if (entry !== undefined) this.#details.push(readDetail(field, entry));
  }

  #takeEntry(field: Field): void {
    this.#count();
    const entry = readEntry(field, this.#details);
    if (entry === null) this.#notBooked += 1;
    else this.#entries.push(entry);
    this.#details = [];
  }

  #takeStatement(field: Field): void {
    if (this.#messageId === null) throw new StatementFault('field-missing', { field: 'GrpHdr/MsgId' });
    this.#statements.push(readStatement(field, this.#messageId, this.#entries, this.#notBooked));
    this.#entries = [];
    this.#notBooked = 0;
  }
}
