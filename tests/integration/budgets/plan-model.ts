import type { EntryKind } from '#app/modules/ledger/entry.ts';

/** A line as the model keeps it; `day` counts up to today, 0. */
type Moved = { account: string; day: number; kind: EntryKind; amount: number; entry: number; grant: number | null };

type Given = { day: number; amount: number; grant?: number };

/**
 * What the ledger should do, in as few words as possible: a list of lines, and for each attempt whether it fits. It knows
 * nothing of triggers, locks or sums kept; the database must agree with it after every step.
 */
export class PlanModel {
  readonly #moved: Moved[] = [];
  readonly #corrected = new Set<number>();
  #entries = 0;
  readonly #shareBps: Readonly<Record<string, number>>;

  /** @param shareBps per source how much more than was pledged may be planned */
  constructor(shareBps: Readonly<Record<string, number>>) {
    this.#shareBps = shareBps;
  }

  /** Moves an amount between accounts named `<what>:<whose>`. @returns number of the entry, or null when it does not fit */
  move(kind: EntryKind, from: string, to: string, { day, amount, grant }: Given): number | null {
    return this.#write(kind, day, grant ?? null, [
      [from, -amount],
      [to, amount],
    ]);
  }

  /** Undoes an entry as a whole, once, on its day or later. */
  correct(entry: number, day: number): number | null {
    const lines = this.#moved.filter((one) => one.entry === entry);
    const [first] = lines;
    if (first === undefined || this.#corrected.has(entry) || day < first.day) return null;
    const reversed = lines.map(({ account, amount }) => [account, -amount] as const);
    const written = this.#write(first.kind, day, first.grant, reversed);
    if (written === null) return null;
    this.#corrected.add(entry);
    // a correction itself is not corrected
    this.#corrected.add(written);
    return written;
  }

  amountOf(entry: number): number {
    return Math.abs(this.#moved.find((one) => one.entry === entry)?.amount ?? 0);
  }

  dayOfCommitment(grant: number): number | null {
    return this.#moved.find((one) => one.grant === grant && one.kind === 'commitment')?.day ?? null;
  }

  /** The balance of an account at the end of a day, of entries of one kind or of all. */
  sum(account: string, until = 0, kind?: EntryKind): number {
    return this.#moved
      .filter((one) => one.account === account && one.day <= until && (kind === undefined || one.kind === kind))
      .reduce((total, { amount }) => total + amount, 0);
  }

  #write(kind: EntryKind, day: number, grant: number | null, lines: readonly (readonly [string, number])[]) {
    const entry = this.#entries;
    const before = this.#moved.length;
    for (const [account, amount] of lines) this.#moved.push({ account, day, kind, amount, entry, grant });
    if (!this.#fits(grant)) {
      this.#moved.length = before;
      return null;
    }
    this.#entries += 1;
    return entry;
  }

  #fits(grant: number | null): boolean {
    const accounts = [...new Set(this.#moved.map(({ account }) => account))];
    const days = [...new Set(this.#moved.map(({ day }) => day))];
    const isInside = (account: string) => !/^(origin|over):/.test(account);
    const noneBelowZero = accounts
      .filter(isInside)
      .every((account) => days.every((day) => this.sum(account, day) >= 0));
    const promised = (until: number) =>
      this.#moved
        .filter((one) => one.grant === grant && one.account.startsWith('committed:') && one.day <= until)
        .reduce((total, { amount }) => total + amount, 0);
    const stated = Object.entries(this.#shareBps).every(([source, bps]) =>
      days.every((day) => {
        const [pledged, over] = [-this.sum(`origin:${source}`, day), -this.sum(`over:${source}`, day)];
        return pledged >= 0 && over >= 0 && over * 10_000 <= pledged * bps;
      }),
    );
    return noneBelowZero && stated && (grant === null || days.every((day) => promised(day) >= 0));
  }
}
