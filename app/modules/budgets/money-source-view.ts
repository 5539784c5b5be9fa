import type { Cents } from '#app/kernel/money.ts';
import type { MoneySourceForm, MoneySourceKind } from '#app/modules/ledger/money-source.ts';

/** A source of money for the public, as it stood at the end of a day. */
export type MoneySourceView = {
  slug: string;
  kind: MoneySourceKind;
  form: MoneySourceForm;
  name: string;
  nameEn: string;
  organisation: { slug: string; name: string } | null;
  valuation: string;
  conditions: string;
  conditionsEn: string;
  beginsOn: Date;
  endsOn: Date;
  isExample: boolean;
  /** How much more than was pledged may be planned, in basis points (1000 = 10 %). */
  overprogrammingBps: number;
  /** Given or promised by the source. */
  pledged: Cents;
  /** Planned beyond what was pledged. */
  overprogrammed: Cents;
  /** Not given to a line of the plan yet. */
  unallocated: Cents;
};
