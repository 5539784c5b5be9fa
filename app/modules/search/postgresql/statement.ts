/** Collects the values of a statement; what a visitor typed is never part of the SQL itself. */
export class Values {
  readonly list: unknown[] = [];
  add(value: unknown, type: 'tsquery' | 'int' | 'bigint' | 'text'): string {
    this.list.push(value);
    return `$${this.list.length}::${type}`;
  }
}
