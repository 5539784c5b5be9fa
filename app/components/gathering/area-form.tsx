import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { Written } from '../content/written.tsx';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { FieldErrors } from '../forms/field-errors.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { TextField } from '../forms/text-field.tsx';

type AreaFormProps = {
  wijken: readonly { code: string; name: string; buurten: readonly { code: string; name: string }[] }[];
  /** Names of the areas in which buurten are now, by code of the buurt; without those of this area. */
  elsewhere: Readonly<Record<string, string>>;
  revision: number;
  filledIn: { name: string; buurten: readonly string[] };
  reply: SubmissionResult | undefined;
};

/** Makes an area of Meet & Match, or changes which buurten are in it. */
export function AreaForm({ wijken, elsewhere, revision, filledIn, reply }: AreaFormProps) {
  const { t } = useTranslation('gatheringWork');
  const [form, fields] = useForm<{ name: string; buurten: string[] }>({
    id: 'gebied',
    lastResult: reply,
    constraint: { name: { required: true, maxLength: 80 } },
    defaultValue: { name: filledIn.name },
  });
  const typed = reply?.initialValue?.buurten;
  const chosen = Array.isArray(typed) ? typed : typeof typed === 'string' ? [typed] : filledIn.buurten;
  return (
    <FormFrame form={form} labels={{ name: t('area.name') }}>
      <input type="hidden" name="revision" value={revision} />
      <TextField field={fields.name} label={t('area.name')} autoComplete="off" />
      <FieldErrors id={fields.buurten.errorId} errors={fields.buurten.errors} />
      {wijken.map((wijk) => (
        <fieldset key={wijk.code}>
          <legend className="mb-2 font-semibold">{t('area.buurten', { wijk: wijk.name })}</legend>
          <div className="grid gap-2 sm:grid-cols-2">
            {wijk.buurten.map(({ code, name }) => (
              <label key={code} className="choice">
                <input
                  type="checkbox"
                  name="buurten"
                  value={code}
                  defaultChecked={chosen.includes(code)}
                  className="tick mt-0.5"
                />
                <span className="min-w-0">
                  <Written>{name}</Written>
                  {elsewhere[code] === undefined ? null : (
                    <span className="block text-ink-soft">{t('area.elsewhere', { area: elsewhere[code] })}</span>
                  )}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <ButtonRow>
        <SubmitButton name="intent" value="save">
          {t('area.save')}
        </SubmitButton>
      </ButtonRow>
    </FormFrame>
  );
}
