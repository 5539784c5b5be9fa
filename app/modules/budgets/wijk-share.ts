import { splitCents, subtractCents, addCents, cents, type Cents } from '#app/kernel/money.ts';
import { otherPlaces } from './budget-filter.ts';

/** What became of what decisions and small spendings promised, in cents; `granted` = `paid` + `released` + `committed`. */
export type GrantSums = {
  /** Promised when it was decided on. */
  granted: Cents;
  paid: Cents;
  /** Given back to the fund. */
  released: Cents;
  /** Promised still, and not paid yet. */
  committed: Cents;
};

/** Where an initiative happens, or of which wijken a wijkalliantie is. */
export type Places = { wijken: readonly string[]; wholeDistrict: boolean };

export function grantSums(granted: Cents, paid: Cents, released: Cents): GrantSums {
  return { granted, paid, released, committed: subtractCents(subtractCents(granted, paid), released) };
}

export function addGrants(all: readonly GrantSums[]): GrantSums {
  const sum = (part: keyof GrantSums) => addCents(cents(0), ...all.map((one) => one[part]));
  return { granted: sum('granted'), paid: sum('paid'), released: sum('released'), committed: sum('committed') };
}

/**
 * Money per wijk of one decision or small spending. The rule, also on the pages: what is for the whole district counts
 * under the district; else every wijk that the plan names gets an equal part, however many of its buurten are named; of a
 * small spending every wijk of the wijkalliantie. Cents that do not divide go to the wijken that come first by code. So the
 * parts add up to the promise, to the cent, and no part of a payment or release is larger than that wijk's part of it.
 * @returns code of a wijk, or one of `otherPlaces`, to its part
 */
export function shareOverWijken(sums: GrantSums, { wijken, wholeDistrict }: Places): Map<string, GrantSums> {
  const places = wholeDistrict
    ? [otherPlaces.district]
    : wijken.length === 0
      ? [otherPlaces.unknown]
      : [...new Set(wijken)].sort();
  const equally = (amount: Cents) =>
    splitCents(
      amount,
      places.map(() => 1),
    );
  // what was paid and what was paid or released are divided, and the rest follows: each step only adds
  const granted = equally(sums.granted);
  const paid = equally(sums.paid);
  const settled = equally(addCents(sums.paid, sums.released));
  const at = (parts: readonly Cents[], index: number) => parts[index] ?? cents(0);
  return new Map(
    places.map((place, index) => [
      place,
      grantSums(at(granted, index), at(paid, index), subtractCents(at(settled, index), at(paid, index))),
    ]),
  );
}
