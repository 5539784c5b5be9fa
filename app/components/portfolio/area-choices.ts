import type { ChoiceGroup } from '../forms/select-field.tsx';

type Wijk = { code: string; name: string; buurten: readonly { code: string; name: string }[] };

/** Wijken with their buurten, as choices of a select; a whole wijk can be chosen too. */
export function areaChoices(wijken: readonly Wijk[]): ChoiceGroup[] {
  return wijken.map(({ code, name, buurten }) => ({
    label: name,
    choices: [{ value: code, label: name }, ...buurten.map((buurt) => ({ value: buurt.code, label: buurt.name }))],
  }));
}
