import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { TextAreaField } from '#app/components/forms/text-area-field.tsx';
import { TextField } from '#app/components/forms/text-field.tsx';
import { longest } from '#app/modules/initiatives/forms/checked.ts';
import type { TypedWhatAndWhy } from '#app/modules/initiatives/forms/what-and-why.ts';
import type { SimilarInitiative } from '#app/modules/search/queries/similar-initiatives.query.server.ts';
import { SimilarPlans } from './similar-plans.tsx';
import { useStepForm, type StepFieldsProps } from './step-frame.tsx';

/** Milliseconds of rest after which resembling plans are looked up. */
const rest = 500;

export function WhatAndWhyFields(props: StepFieldsProps<TypedWhatAndWhy>) {
  const { t } = useTranslation('draft');
  const [form, fields] = useStepForm(props, {
    title: { required: true, maxLength: longest.title },
    summary: { required: true, maxLength: longest.summary },
    why: { required: true, maxLength: longest.story },
    what: { required: true, maxLength: longest.story },
    result: { maxLength: longest.story },
  });
  const similar = useSimilarPlans(fields.title.id, props.loaded.id);
  const labels = {
    title: t('field.title'),
    summary: t('field.summary'),
    why: t('field.why'),
    what: t('field.what'),
    result: t('field.result'),
  };
  return (
    <FormFrame form={form} labels={labels} action={props.action}>
      <TextField field={fields.title} label={labels.title} hint={t('field.titleHint')} />
      <div aria-live="polite" className="-mt-3 empty:hidden">
        <SimilarPlans similar={similar} />
      </div>
      <TextAreaField field={fields.summary} label={labels.summary} hint={t('field.summaryHint')} rows={3} />
      <TextAreaField field={fields.why} label={labels.why} hint={t('field.whyHint')} />
      <TextAreaField field={fields.what} label={labels.what} hint={t('field.whatHint')} rows={7} />
      <TextAreaField field={fields.result} label={labels.result} hint={t('field.resultHint')} rows={3} />
      {props.buttons}
    </FormFrame>
  );
}

/**
 * Plans that resemble the title while it is typed; none before JavaScript runs. A fetcher would replace the page, and
 * what was typed with it, where there is no network.
 */
function useSimilarPlans(fieldId: string, draftId: string): readonly SimilarInitiative[] {
  const [similar, setSimilar] = useState<readonly SimilarInitiative[]>([]);
  useEffect(() => {
    const field = document.getElementById(fieldId);
    if (!(field instanceof HTMLInputElement)) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asked = new AbortController();
    const look = () => {
      asked.abort();
      asked = new AbortController();
      // without an answer what was found before stays: it is only a hint
      void plansLike(field.value, draftId, asked.signal).then(setSimilar, () => undefined);
    };
    const onInput = () => {
      clearTimeout(timer);
      timer = setTimeout(look, rest);
    };
    if (field.value.trim() !== '') look();
    field.addEventListener('input', onInput);
    return () => {
      clearTimeout(timer);
      asked.abort();
      field.removeEventListener('input', onInput);
    };
  }, [fieldId, draftId]);
  return similar;
}

async function plansLike(title: string, draftId: string, signal: AbortSignal): Promise<SimilarInitiative[]> {
  const query = new URLSearchParams({ titel: title, behalve: draftId });
  const answer = await fetch(`/initiatieven/lijkt-op?${query.toString()}`, { signal });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return (await answer.json()) as SimilarInitiative[];
}
