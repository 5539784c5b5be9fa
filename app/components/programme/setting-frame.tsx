import type { FormMetadata } from '@conform-to/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '../content/date-text.tsx';
import { Facts, type Fact } from '../content/facts.tsx';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { Section } from '../page/section.tsx';

type SettingFrameProps = {
  title: string;
  lead?: string;
  /** When it was changed last, as the form sends it back; empty: never. */
  changedAt: string;
  /** Who may not change it reads `facts`. */
  mayChange: boolean;
  form: FormMetadata;
  labels: Readonly<Record<string, string>>;
  /** What the button sends, so that the page knows which setting was posted. */
  intent: string;
  facts: readonly Fact[];
  /** The fields. */
  children: ReactNode;
};

/** One setting of the programme: since when it is so, and a form to change it or what it is now. */
export function SettingFrame({ title, lead, changedAt, mayChange, form, labels, intent, ...rest }: SettingFrameProps) {
  const { t } = useTranslation('administration');
  return (
    <Section title={title} lead={lead}>
      {changedAt === '' ? null : (
        <p className="mb-6 text-ink-soft">
          {t('settings.changed')} <DateText value={new Date(changedAt)} format="time" />
        </p>
      )}
      {mayChange ? (
        <FormFrame form={form} labels={labels}>
          <input type="hidden" name="changedAt" value={changedAt} />
          {rest.children}
          <ButtonRow>
            <SubmitButton name="intent" value={intent}>
              {t('settings.save')}
            </SubmitButton>
          </ButtonRow>
        </FormFrame>
      ) : (
        <Facts facts={rest.facts} />
      )}
    </Section>
  );
}
