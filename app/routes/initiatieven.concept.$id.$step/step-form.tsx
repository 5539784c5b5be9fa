import { useTranslation } from 'react-i18next';
import { AutosaveStatus } from '#app/components/forms/autosave-status.tsx';
import { ButtonLink, ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import type { TypedValues } from '#app/modules/initiatives/draft.ts';
import { draftHref, draftPlace, previousStep } from '#app/modules/initiatives/steps.ts';
import { FundingFields } from './funding-fields.tsx';
import { NeedsFields } from './needs-fields.tsx';
import { OffersFields } from './offers-fields.tsx';
import { PlanningFields } from './planning-fields.tsx';
import type { LoadedStep, StepFieldsProps } from './step-frame.tsx';
import { ThemesFields } from './themes-fields.tsx';
import { WhatAndWhyFields } from './what-and-why-fields.tsx';
import { WhereFields } from './where-fields.tsx';
import { WhoFields } from './who-fields.tsx';

type StepFormProps = {
  loaded: LoadedStep;
  /** As typed: saved, or what was refused. */
  values: TypedValues[LoadedStep['step']];
  revision: number;
  isConflict: boolean;
};

/** The form of one step, with the buttons that every step has. */
export function StepForm({ loaded, values, revision, isConflict }: StepFormProps) {
  const { t } = useTranslation('draft');
  const { id, step } = loaded;
  const previous = previousStep(step);
  const formId = `stap-${step}`;
  const buttons = (
    <>
      <ButtonRow>
        <SubmitButton name="intent" value="next">
          {isConflict ? t('frame.saveAnyway') : t('frame.next')}
        </SubmitButton>
        {previous === null ? null : (
          <ButtonLink href={draftPlace(id, previous)} tone="text">
            {t('frame.back')}
          </ButtonLink>
        )}
      </ButtonRow>
      <AutosaveStatus
        formId={formId}
        revision={revision}
        savedAt={loaded.savedAt}
        isPaused={isConflict}
        texts={{
          idle: t('frame.autosave'),
          saving: t('frame.saving'),
          saved: (time) => t('frame.saved', { time }),
          failed: t('frame.notSaved'),
          conflict: t('frame.conflictTitle'),
        }}
      />
    </>
  );
  const shared = { formId, action: draftHref(id, step), loaded, buttons };
  // the values belong to the step: the loader and the action made them for it
  const of = <Step extends LoadedStep['step']>(): StepFieldsProps<TypedValues[Step]> => ({
    ...shared,
    values: values as TypedValues[Step],
  });
  switch (step) {
    case 'wat-en-waarom':
      return <WhatAndWhyFields {...of<'wat-en-waarom'>()} />;
    case 'waar':
      return <WhereFields {...of<'waar'>()} />;
    case 'thema':
      return <ThemesFields {...of<'thema'>()} />;
    case 'wie':
      return <WhoFields {...of<'wie'>()} />;
    case 'nodig':
      return <NeedsFields {...of<'nodig'>()} />;
    case 'aanbod':
      return <OffersFields {...of<'aanbod'>()} />;
    case 'planning':
      return <PlanningFields {...of<'planning'>()} />;
    case 'andere-financiering':
      return <FundingFields {...of<'andere-financiering'>()} />;
  }
}
