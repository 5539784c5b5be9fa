import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { longestText } from '#app/modules/donutfonds/call.ts';
import { splitEqually } from '#app/modules/donutfonds/rules.ts';
import type { CallWorkView } from '#app/modules/donutfonds/views.ts';
import { useFormats } from '../content/use-formats.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { Icon } from '../icon/icon.tsx';
import { Section } from '../page/section.tsx';

type ProposeFormProps = {
  view: CallWorkView;
  formKey: string;
  reply: SubmissionResult | null;
  /** Reasons that came back, by id of the application. */
  aside: Readonly<Record<string, string>>;
};

/** What follows from the rules, and the second look of people: setting an application aside with a reason. */
export function ProposeForm({ view, formKey, reply, aside }: ProposeFormProps) {
  const { t } = useTranslation('donutWork');
  const { money } = useFormats();
  const qualified = view.lines.filter(({ meetsRules }) => meetsRules);
  const split = splitEqually(view.fund.available, qualified.length);
  const [form, fields] = useForm<Record<string, string>>({
    id: 'verdeling',
    lastResult: reply,
    constraint: {
      motivation: { required: true, maxLength: longestText.motivation },
      ...Object.fromEntries(qualified.map(({ id }) => [`aside-${id}`, { maxLength: longestText.reason }])),
    },
    defaultValue: Object.fromEntries(Object.entries(aside).map(([id, reason]) => [`aside-${id}`, reason])),
  });
  const fieldOf = (name: string) => fields[name];
  const motivation = fieldOf('motivation');
  const labels = Object.fromEntries([
    ['motivation', t('propose.motivation')],
    ...qualified.map(({ id, organisation }) => [`aside-${id}`, t('propose.asideFor', { name: organisation.name })]),
  ]) as Record<string, string>;
  return (
    <Section title={t('propose.title')} lead={t('propose.lead')}>
      <p className="mb-6 max-w-prose font-semibold">
        {qualified.length === 0
          ? t('propose.previewNone')
          : t('propose.preview', {
              count: qualified.length,
              share: money(split.share),
              remainder: money(split.remainder),
            })}
      </p>
      <div className="max-w-form">
        <FormFrame form={form} labels={labels}>
          <FormKey value={formKey} />
          {qualified.length === 0 ? null : (
            <details open={Object.values(aside).some((reason) => reason !== '')}>
              <summary className="flex min-h-11 items-center gap-2 font-semibold">
                <Icon name="chevron-right" className="size-5 unfolded:rotate-90" />
                {t('propose.aside')}
              </summary>
              <div className="mt-3 flex flex-col gap-6">
                <p>{t('propose.asideText')}</p>
                {qualified.map(({ id }) => {
                  const field = fieldOf(`aside-${id}`);
                  return field === undefined ? null : (
                    <TextAreaField key={id} field={field} label={labels[`aside-${id}`] ?? ''} rows={2} />
                  );
                })}
              </div>
            </details>
          )}
          {motivation === undefined ? null : (
            <TextAreaField
              field={motivation}
              label={t('propose.motivation')}
              hint={t('propose.motivationHint')}
              rows={4}
            />
          )}
          <ButtonRow>
            <SubmitButton name="intent" value="propose">
              {t('propose.submit')}
            </SubmitButton>
          </ButtonRow>
        </FormFrame>
      </div>
    </Section>
  );
}
