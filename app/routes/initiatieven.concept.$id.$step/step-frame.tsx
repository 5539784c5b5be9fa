import { useForm, type SubmissionResult } from '@conform-to/react';
import { useState, type ReactNode } from 'react';
import type { WijkView } from '#app/modules/programme/queries/areas.query.server.ts';
import type { ThemeView } from '#app/modules/programme/queries/themes.query.server.ts';
import type { FieldMistakes } from '#app/modules/initiatives/completeness.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { TypedStep } from '#app/modules/initiatives/steps.ts';

/** What the page of a step knows beside the values. */
export type LoadedStep = {
  id: string;
  step: TypedStep;
  savedAt: Instant | null;
  mistakes: FieldMistakes;
  /** Lines that somebody asked for, empty ones included. */
  rows: number;
  /** Budget lines as typed, for the warning about double funding. */
  budget: { description: string; amount: string }[];
  wijken: WijkView[];
  themes: ThemeView[];
  partners: { id: string; name: string }[];
  ownOrganisations: { id: string; name: string }[];
};

export type StepFieldsProps<Values> = {
  formId: string;
  /** Address of the step, without what the last visit added to it. */
  action: string;
  loaded: LoadedStep;
  values: Values;
  buttons: ReactNode;
};

type Payload = NonNullable<SubmissionResult['initialValue']>;

/** By field name; of lines as `budget[].amount`. */
type Constraints = Record<string, { required?: boolean; maxLength?: number }>;

/** Conform's form of a step, filled with what was typed and with the mistakes beside it. */
export function useStepForm<Values extends Payload>(
  { formId, loaded, values }: StepFieldsProps<Values>,
  constraint: Constraints = {},
) {
  // made once: Conform takes another object for another answer, and asks React to draw again
  const [lastResult] = useState<SubmissionResult | undefined>(() =>
    Object.keys(loaded.mistakes).length > 0
      ? { status: 'error', initialValue: values, error: loaded.mistakes }
      : undefined,
  );
  return useForm<Values>({
    id: formId,
    lastResult,
    defaultValue: values as never,
    constraint: constraint,
    shouldDirtyConsider: () => false,
  });
}

/** What was typed, with as many empty lines after it as the form shows. */
export function withEmptyRows<Row>(rows: readonly Row[], asked: number, empty: Row): Row[] {
  const count = Math.max(rows.length + 1, asked, 3);
  return [...rows, ...Array.from({ length: count - rows.length }, () => ({ ...empty }))];
}
