import { z } from 'zod';
import { readAmount } from '#app/kernel/amount-text.ts';
import { revisionField, tidyText } from '#app/kernel/form-fields.ts';
import { longestCategoryName, mostCategories, type VoteCategory } from './category.ts';
import { divisionKinds } from './division.ts';

/** What a body types of the categories of a vote. Messages are keys of the texts, with the number of the category or its name. */

const revision = revisionField('votingWork:mistake.form');

const mistake = (key: string, facts: Record<string, string | number>): string =>
  `voteCategories:mistake.${key}?${new URLSearchParams(Object.entries(facts).map(([name, value]) => [name, String(value)])).toString()}`;

type Typed = { number: number; name: string; ceiling: string };

/** Names and ceilings in fields `name-1`, `ceiling-1` up to twelve; a category without a name is none. */
export const categoriesForm = z.looseObject({ revision }).transform(({ revision: seen, ...fields }, context) => {
  const text = (name: string) => (typeof fields[name] === 'string' ? tidyText(fields[name]) : '');
  const typed = Array.from({ length: mostCategories }, (_, at): Typed => {
    const number = at + 1;
    const name = text(`name-${String(number)}`).replaceAll(/\s+/g, ' ');
    return { number, name, ceiling: text(`ceiling-${String(number)}`) };
  });
  const refuse = (number: number, message: string): void => {
    context.addIssue({ code: 'custom', path: [`name-${String(number)}`], message });
  };
  const categories = typed.flatMap((one): VoteCategory[] => {
    const { number, name, ceiling: amount } = one;
    if (name === '' && amount === '') return [];
    const wrong = wrongIn(one, typed);
    if (wrong !== null) refuse(number, wrong);
    const ceiling = amount === '' ? null : readAmount(amount);
    return typeof ceiling === 'string' ? [] : [{ number, name, ceiling }];
  });
  return { revision: seen, categories };
});

function wrongIn({ number, name, ceiling }: Typed, typed: readonly Typed[]): string | null {
  if (name === '') return mistake('name', { number });
  if (name.length > longestCategoryName) return mistake('long', { number, most: longestCategoryName });
  // what stands between fields and names in the file of a vote
  if (/[,;"]/.test(name)) return mistake('comma', { name });
  // signs that nobody sees are no name
  if (/\p{Cc}/u.test(name) || !/[\p{L}\p{N}]/u.test(name)) return mistake('name', { number });
  const isTwice = typed.some((other) => other.number < number && other.name.toLowerCase() === name.toLowerCase());
  if (isTwice) return mistake('twice', { name });
  return ceiling !== '' && typeof readAmount(ceiling) === 'string' ? mistake('ceiling', { name }) : null;
}

const place = /^plan-(\d{1,3})$/;

/** In which category each plan is: fields `plan-3` with a number, or nothing for none. */
export const placesForm = z.looseObject({ revision }).transform(({ revision: seen, ...fields }) => ({
  revision: seen,
  places: Object.entries(fields).flatMap(([field, chosen]) => {
    const number = Number(place.exec(field)?.[1] ?? 0);
    return number === 0 ? [] : [{ number, category: Number(chosen ?? 0) || null }];
  }),
}));

export const fillForm = z.object({
  revision,
  kind: z.enum(divisionKinds, 'votingWork:mistake.form'),
  equally: z.literal('on').optional(),
});
