import type { SubmissionResult } from '@conform-to/react';
import { useForm } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { longestOutcomeWords } from '#app/modules/gatherings/outcome.ts';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { TextField } from '../forms/text-field.tsx';
import { Section } from '../page/section.tsx';

type Choices = {
  name: string;
  shownAs: string | null;
  outcomeMails: boolean;
  wasThere: boolean;
  hasAccount: boolean;
  keptUntil: CalendarDate;
};

/** Whether the report names the reader, off until they say so. */
export function NamingForm({ choices, reply }: { choices: Choices; reply: SubmissionResult | undefined }) {
  const { t } = useTranslation('evening');
  const { shownAs, name, wasThere } = choices;
  const [form, fields] = useForm<{ shownAs: string }>({
    id: 'genoemd',
    lastResult: reply,
    constraint: { shownAs: { required: true, maxLength: longestOutcomeWords.shownAs } },
    defaultValue: { shownAs: shownAs ?? name },
  });
  return (
    <Section title={t('naming.title')}>
      {wasThere ? (
        <>
          <p className="mb-4 max-w-prose">{t('naming.text')}</p>
          {shownAs === null ? null : <p className="mb-4 font-semibold">{t('naming.agreed', { name: shownAs })}</p>}
          <FormFrame form={form} labels={{ shownAs: t('naming.shownAs') }}>
            <TextField field={fields.shownAs} label={t('naming.shownAs')} hint={t('naming.shownAsHint')} />
            <ButtonRow>
              <SubmitButton tone="quiet" name="intent" value="named">
                {t(shownAs === null ? 'naming.agree' : 'naming.save')}
              </SubmitButton>
            </ButtonRow>
          </FormFrame>
          {shownAs === null ? null : (
            <form method="post" className="mt-3">
              <SubmitButton tone="text" name="intent" value="not-named">
                {t('naming.withdraw')}
              </SubmitButton>
            </form>
          )}
        </>
      ) : (
        <p className="max-w-prose">{t('naming.notThere')}</p>
      )}
    </Section>
  );
}

/** Whether the reader wants mails about what comes of it. */
export function MailChoice({ choices }: { choices: Choices }) {
  const { t, i18n } = useTranslation('evening');
  const { outcomeMails, hasAccount, keptUntil } = choices;
  return (
    <Section title={t('mails.title')}>
      <p className="max-w-prose">{t(outcomeMails ? 'mails.on' : 'mails.off')}</p>
      {hasAccount ? null : (
        <p className="mt-2 max-w-prose text-ink-soft">
          {t('mails.until', { day: dateText(keptUntil, 'long', i18n.language) })}
        </p>
      )}
      <form method="post" className="mt-4">
        <SubmitButton tone="quiet" name="intent" value={outcomeMails ? 'mails-off' : 'mails-on'}>
          {t(outcomeMails ? 'mails.stop' : 'mails.start')}
        </SubmitButton>
      </form>
    </Section>
  );
}
