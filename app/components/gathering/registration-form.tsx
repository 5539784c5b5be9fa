import { useForm, type SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { spokenLanguages } from '#app/modules/people/person.ts';
import { comesAsChoices, longestRegistrationText, mostChildren } from '#app/modules/gatherings/registration.ts';
import { Written } from '../content/written.tsx';
import { CheckboxGroup, RadioCards } from '../forms/choice-fields.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey, HoneypotField } from '../forms/hidden-fields.tsx';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { TextField } from '../forms/text-field.tsx';
import { useGatheringWords } from './use-gathering-words.ts';

/** What stands in the fields, as typed. */
export type RegistrationFields = {
  name: string;
  email: string;
  comesAs: string;
  comesFrom: string;
  areaCode: string;
  languages: string[];
  themes: string[];
  children: string;
  accessWish: string;
  meetWish: string;
  comesFor: string[];
  wantsToMeet: string[];
};

type RegistrationFormProps = {
  choices: {
    themes: readonly { value: string; label: string }[];
    wijken: readonly { value: string; label: string }[];
    mine: readonly { id: string; name: string }[];
    near: readonly { id: string; name: string }[];
  };
  /** Of a new registration its key, of one that changes its revision. */
  hidden: { formKey: string } | { revision: number };
  asksEmail: boolean;
  hasChildCare: boolean;
  reply: SubmissionResult | undefined;
  filledIn: Partial<RegistrationFields>;
  submitLabel: string;
  /** Name and value of the button, where the page has other forms. */
  intent?: string;
};

const required = { required: true };

/** To come, or to change what one said. The first questions are enough; the others are folded. */
export function RegistrationForm(props: RegistrationFormProps) {
  const { choices, hidden, asksEmail, hasChildCare, reply, filledIn, submitLabel, intent } = props;
  const { t } = useTranslation('gatherings');
  const words = useGatheringWords();
  const [form, fields] = useForm<RegistrationFields>({
    id: 'aanmelding',
    lastResult: reply,
    constraint: {
      name: { ...required, maxLength: longestRegistrationText.name },
      email: asksEmail ? required : {},
      comesAs: required,
      comesFrom: { maxLength: longestRegistrationText.comesFrom },
      languages: required,
      children: { min: 0, max: mostChildren },
      accessWish: { maxLength: longestRegistrationText.accessWish },
      meetWish: { maxLength: longestRegistrationText.meetWish },
    },
    defaultValue: filledIn,
  });
  const labels = {
    name: t('register.name'),
    email: t('register.email'),
    comesAs: t('register.comesAs'),
    comesFrom: t('register.comesFrom'),
    areaCode: t('register.area'),
    languages: t('register.languages'),
    themes: t('register.themes'),
    children: t('register.children'),
    accessWish: t('register.accessWish'),
    meetWish: t('register.meetWish'),
    comesFor: t('register.comesFor'),
    wantsToMeet: t('register.wantsToMeet'),
  };
  const asChoices = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: <Written>{name}</Written> }));
  return (
    <FormFrame form={form} labels={labels}>
      {'formKey' in hidden ? (
        <>
          <FormKey value={hidden.formKey} />
          <HoneypotField />
        </>
      ) : (
        <input type="hidden" name="revision" value={hidden.revision} />
      )}
      <TextField field={fields.name} label={labels.name} hint={t('register.nameHint')} autoComplete="name" />
      {asksEmail ? (
        <TextField
          field={fields.email}
          label={labels.email}
          hint={t('register.emailHint')}
          type="email"
          autoComplete="email"
        />
      ) : null}
      <RadioCards
        field={fields.comesAs}
        label={labels.comesAs}
        choices={comesAsChoices.map((value) => ({ value, label: t(`register.comesAsChoices.${value}`) }))}
      />
      <TextField
        field={fields.comesFrom}
        label={labels.comesFrom}
        hint={t('register.comesFromHint')}
        autoComplete="organization"
      />
      {choices.mine.length === 0 ? null : (
        <CheckboxGroup field={fields.comesFor} label={labels.comesFor} choices={asChoices(choices.mine)} />
      )}
      <CheckboxGroup
        field={fields.languages}
        label={labels.languages}
        hint={t('register.languagesHint')}
        choices={spokenLanguages.map((value) => ({ value, label: words.language(value) }))}
        columns
      />
      <Fold title={t('register.needs')} isOpen={hasMistake(fields.children, fields.accessWish)}>
        {hasChildCare ? (
          <TextField field={fields.children} label={labels.children} type="number" inputMode="numeric" />
        ) : null}
        <TextAreaField
          field={fields.accessWish}
          label={labels.accessWish}
          hint={t('register.accessWishHint')}
          rows={3}
        />
      </Fold>
      <Fold
        title={t('register.more')}
        isOpen={hasMistake(fields.areaCode, fields.themes, fields.wantsToMeet, fields.meetWish)}
      >
        <SelectField
          field={fields.areaCode}
          label={labels.areaCode}
          choices={choices.wijken}
          emptyLabel={t('register.areaEmpty')}
        />
        <CheckboxGroup
          field={fields.themes}
          label={labels.themes}
          hint={t('register.themesHint')}
          choices={choices.themes}
          columns
        />
        {choices.near.length === 0 ? null : (
          <CheckboxGroup
            field={fields.wantsToMeet}
            label={labels.wantsToMeet}
            hint={t('register.wantsToMeetHint')}
            choices={asChoices(choices.near)}
            columns
          />
        )}
        <TextAreaField field={fields.meetWish} label={labels.meetWish} hint={t('register.meetWishHint')} rows={2} />
      </Fold>
      <p className="max-w-prose text-ink-soft">{t('register.privacy')}</p>
      <ButtonRow>
        <SubmitButton name={intent === undefined ? undefined : 'intent'} value={intent}>
          {submitLabel}
        </SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}

const hasMistake = (...fields: readonly { errors?: string[] | undefined }[]) =>
  fields.some(({ errors }) => errors !== undefined);

/** Questions that nobody needs to answer, closed until somebody wants to or made a mistake in one. */
function Fold({ title, isOpen, children }: { title: string; isOpen: boolean; children: ReactNode }) {
  return (
    <details open={isOpen} className="rounded bg-tint-sand px-4 py-2">
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold underline underline-offset-4">
        {title}
      </summary>
      <div className="flex flex-col gap-7 pt-4 pb-4">{children}</div>
    </details>
  );
}
