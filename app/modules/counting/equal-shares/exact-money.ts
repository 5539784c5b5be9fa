import { fraction, type Fraction } from '#app/kernel/fraction.ts';
import type { Prepared } from './prepared.ts';

/**
 * The money of voters as exact fractions, worked out only when somebody asks. What a group has left follows from whom it paid: its
 * endowment less the full share of every round that it paid in, or nothing from the round in which it gave its last money. So a full
 * share is a sum of earlier ones:
 *
 *     share(t) = (cost − Σ left of who gave all) / who paid in full
 *              = (cost − k · endowment + Σ over earlier rounds s of m(t, s) · share(s)) / (n − k)
 *
 * where k of the n supporters who had money gave all in round t, and m(t, s) of those paid in round s. Shares have one common denominator.
 */
export class ExactMoney {
  readonly #vote: Prepared;
  readonly #endowment: Fraction;
  /** The round that bought a project, or -1. */
  readonly #boughtIn: Int32Array;
  readonly #rounds: { cost: number; inFull: number; gaveAll: readonly number[] }[] = [];
  /** The round in which a group gave its last money, or -1. */
  readonly emptyIn: Int32Array;
  /** Full shares of the first rounds, all over `#denominator`. */
  #shares: bigint[] = [];
  #denominator: bigint;

  constructor(vote: Prepared, endowment: Fraction) {
    this.#vote = vote;
    this.#endowment = endowment;
    this.#boughtIn = new Int32Array(vote.election.projects.length).fill(-1);
    this.emptyIn = new Int32Array(vote.weight.length).fill(-1);
    this.#denominator = endowment.denominator;
  }

  /** A round was decided: these groups had less than a full share and gave it all; so many voters gave a full share. */
  bought(project: number, gaveAll: readonly number[], inFull: number): void {
    const round = this.#rounds.length;
    this.#boughtIn[project] = round;
    for (const group of gaveAll) this.emptyIn[group] = round;
    this.#rounds.push({ cost: this.#vote.election.projects[project]?.cost ?? 0, inFull, gaveAll });
  }

  get rounds(): number {
    return this.#rounds.length;
  }

  /** The full share of a round, in cents. */
  shareOf(round: number): Fraction {
    this.#workOutTo(round + 1);
    return { numerator: this.#shares[round] ?? 0n, denominator: this.#denominator };
  }

  /** What these groups have left together, in cents. */
  left(groups: Iterable<number>): Fraction {
    const sum = this.#sum(groups, this.#rounds.length);
    return { numerator: sum, denominator: this.#denominator };
  }

  /** The full share when these groups give all that they have left, and so many voters a full share. */
  shareWhen(project: number, gaveAll: readonly number[], inFull: number): Fraction {
    const cost = BigInt(this.#vote.election.projects[project]?.cost ?? 0);
    if (gaveAll.length === 0) return fraction(cost, inFull);
    const sum = this.#sum(gaveAll, this.#rounds.length);
    return { numerator: cost * this.#denominator - sum, denominator: this.#denominator * BigInt(inFull) };
  }

  #workOutTo(rounds: number): void {
    for (let round = this.#shares.length; round < rounds; round += 1) {
      const { cost, inFull, gaveAll } = this.#rounds[round] ?? { cost: 0, inFull: 1, gaveAll: [] };
      const share = BigInt(cost) * this.#denominator - this.#sumBefore(gaveAll, round);
      this.#shares = this.#shares.map((earlier) => earlier * BigInt(inFull));
      this.#denominator *= BigInt(inFull);
      this.#shares.push(share);
    }
  }

  /** What groups had left together before a round, over the common denominator. */
  #sum(groups: Iterable<number>, before: number): bigint {
    const withMoney = [...groups].filter((group) => (this.emptyIn[group] ?? -1) === -1);
    if (withMoney.length === 0) return 0n;
    this.#workOutTo(before);
    return this.#sumBefore(withMoney, before);
  }

  #sumBefore(groups: readonly number[], before: number): bigint {
    const times = new Float64Array(before);
    const { weight, chosen, from } = this.#vote;
    let people = 0;
    for (const group of groups) {
      const many = weight[group] ?? 0;
      const end = from[group + 1] ?? 0;
      people += many;
      for (let at = from[group] ?? 0; at < end; at += 1) {
        const round = this.#boughtIn[chosen[at] ?? 0] ?? -1;
        if (round !== -1 && round < before) times[round] = (times[round] ?? 0) + many;
      }
    }
    let sum = (BigInt(people) * this.#endowment.numerator * this.#denominator) / this.#endowment.denominator;
    for (let round = 0; round < before; round += 1)
      if (times[round] !== 0) sum -= BigInt(times[round] ?? 0) * (this.#shares[round] ?? 0n);
    return sum;
  }
}

/** The nearest double, within a few units in the last place, however long the numbers are. */
export function toDouble({ numerator, denominator }: Fraction): number {
  const shift = 80n;
  return Number((numerator << shift) / denominator) / 2 ** 80;
}
