import { refused, type Refused } from '#app/kernel/outcome.ts';
import type { StatementRefusal } from './statement.ts';

/** Ends the reading of a statement from deep inside it; `readStatementFile` makes a refusal of it. */
export class StatementFault extends Error {
  readonly reason: StatementRefusal;
  readonly detail: Record<string, string | number> | undefined;

  constructor(reason: StatementRefusal, detail?: Record<string, string | number>) {
    super(reason);
    this.reason = reason;
    this.detail = detail;
  }

  refusal(): Refused<StatementRefusal> {
    return refused(this.reason, this.detail);
  }
}

/** What stands in a file, fit to be shown: printable, and not longer than a name. */
export function shown(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 80);
}
