import { type SubmissionResult, useForm } from '@conform-to/react';
import { ButtonLink, ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { CheckboxField, CheckboxGroup, RadioCards } from '#app/components/forms/choice-fields.tsx';
import { DateField } from '#app/components/forms/date-field.tsx';
import { FileField } from '#app/components/forms/file-field.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { FormKey, HoneypotField } from '#app/components/forms/hidden-fields.tsx';
import { MoneyField } from '#app/components/forms/money-field.tsx';
import { SelectField } from '#app/components/forms/select-field.tsx';
import { TextAreaField } from '#app/components/forms/text-area-field.tsx';
import { TextField } from '#app/components/forms/text-field.tsx';
import { Section } from '#app/components/page/section.tsx';

type Plan = {
  title: string;
  summary: string;
  amount: string;
  area: string;
  kind: string;
  themes: string[];
  starts: string;
  picture?: string;
  agreed: string;
};

const labels: Record<keyof Plan, string> = {
  title: 'Hoe heet je plan?',
  summary: 'Wat ga je doen?',
  amount: 'Hoeveel geld heb je nodig?',
  area: 'In welke buurt?',
  kind: 'Wie dient het plan in?',
  themes: 'Waar gaat het over?',
  starts: 'Wanneer wil je beginnen?',
  picture: 'Foto of tekening',
  agreed: 'Ik weet dat mijn plan op de site komt te staan',
};

// As a rejected form comes back: filled in, with the mistakes named.
const rejected: SubmissionResult = {
  status: 'error',
  initialValue: {
    title: 'Studiezalen',
    summary: 'Op maandag en woensdag kunnen kinderen uit de buurt hier rustig huiswerk maken.',
    amount: '18450,5x',
    kind: 'group',
    themes: ['youth'],
  },
  error: { amount: ['forms:required'], area: ['forms:required'] },
};

/** A form that was sent back. */
export function FormSpecimens() {
  const [form, fields] = useForm<Plan>({
    id: 'plan',
    lastResult: rejected,
    constraint: {
      title: { required: true },
      summary: { required: true, maxLength: 600 },
      amount: { required: true },
      area: { required: true },
      kind: { required: true },
      themes: { required: true },
      starts: { required: true },
      agreed: { required: true },
    },
  });
  return (
    <Section title="Formulier">
      <div className="max-w-form">
        <FormFrame form={form} labels={labels} withFiles>
          <FormKey value="01890a5d-ac96-774b-bcce-b302099a8057" />
          <HoneypotField />
          <TextField field={fields.title} label={labels.title} hint="Kort en duidelijk. Deze naam komt op de site." />
          <TextAreaField field={fields.summary} label={labels.summary} />
          <MoneyField field={fields.amount} label={labels.amount} hint="Alles bij elkaar, met btw." />
          <SelectField
            field={fields.area}
            label={labels.area}
            emptyLabel="Kies een buurt"
            choices={[
              { value: 'all', label: 'Heel Nieuw-West' },
              { label: 'Slotermeer-West', choices: [{ value: 'FC01', label: 'Dichtersbuurt' }] },
            ]}
          />
          <RadioCards
            field={fields.kind}
            label={labels.kind}
            choices={[
              { value: 'alone', label: 'Ik, als bewoner', hint: 'Je naam komt niet op de site.' },
              { value: 'group', label: 'Een groep bewoners' },
              { value: 'organisation', label: 'Een stichting, vereniging of bedrijf' },
            ]}
          />
          <CheckboxGroup
            field={fields.themes}
            label={labels.themes}
            hint="Kies er zoveel als je wilt."
            columns
            choices={[
              { value: 'youth', label: 'Kansen voor de jeugd' },
              { value: 'green', label: 'Schoon en groen' },
              { value: 'health', label: 'Gezondheid' },
              { value: 'energy', label: 'Energie' },
            ]}
          />
          <DateField field={fields.starts} label={labels.starts} />
          <FileField
            field={fields.picture}
            label={labels.picture}
            accept="image/*"
            hint="Een plaatje van hooguit 8 MB."
          />
          <CheckboxField field={fields.agreed} label={labels.agreed} />
          <ButtonRow>
            <SubmitButton icon="check">Bewaar en ga verder</SubmitButton>
            <ButtonLink href="/mijn" tone="quiet">
              Later verder
            </ButtonLink>
            <SubmitButton tone="text" name="intent" value="discard">
              Gooi weg
            </SubmitButton>
          </ButtonRow>
        </FormFrame>
        <div className="mt-10">
          <ButtonRow>
            <SubmitButton tone="danger" icon="trash">
              Trek je plan in
            </SubmitButton>
            <ButtonLink href="/besluiten" tone="quiet" icon="download">
              Download alle besluiten
            </ButtonLink>
          </ButtonRow>
        </div>
      </div>
    </Section>
  );
}
