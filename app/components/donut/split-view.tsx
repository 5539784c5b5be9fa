import type { SubmissionResult } from '@conform-to/react';
import { useForm } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import { longestText } from '#app/modules/donutfonds/call.ts';
import type { CallWorkView, SplitView } from '#app/modules/donutfonds/views.ts';
import { Facts } from '../content/facts.tsx';
import { Money } from '../content/money.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Quoting, Written } from '../content/written.tsx';
import { SubmitButton } from '../forms/buttons.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { Icon } from '../icon/icon.tsx';
import { Notice } from '../page/notice.tsx';
import { Section } from '../page/section.tsx';

type SplitSectionProps = {
  view: CallWorkView;
  split: SplitView;
  /** The form to lay it aside, when it came back. */
  reply: SubmissionResult | null;
};

/** The split that was proposed or confirmed, and for who may: confirming it, or laying it aside. */
export function SplitSection({ view, split, reply }: SplitSectionProps) {
  const { t } = useTranslation('donutWork');
  const { money, locale } = useFormats();
  const isPrepared = split.state === 'prepared';
  const date = dateText(split.preparedAt, 'day', locale);
  const name = split.proposerName;
  return (
    <Section title={t(isPrepared ? 'split.title' : 'split.confirmedTitle')}>
      <div className="flex max-w-prose flex-col gap-6">
        <p>
          {split.isOwn ? t('split.byYou', { date }) : <Quoting text={t('split.by', { name, date })} written={name} />}
        </p>
        <Facts
          layout="beside"
          facts={[
            { term: t('split.available'), value: <Money cents={split.available} /> },
            { term: t('split.recipients'), value: String(split.recipients) },
            { term: t('split.share'), value: split.recipients === 0 ? null : <Money cents={split.share} /> },
            { term: t('split.remainder'), value: <Money cents={split.remainder} /> },
            { term: t('split.motivation'), value: <Written>{split.motivation}</Written> },
          ]}
        />
        {split.setAside.length === 0 ? null : (
          <div>
            <h3>{t('split.setAside')}</h3>
            <ul className="prose list-disc pl-6">
              {split.setAside.map((one) => (
                <li key={one.name}>
                  <Written>
                    {one.name}: {one.reason}
                  </Written>
                </li>
              ))}
            </ul>
          </div>
        )}
        {view.fundChanged ? (
          <Notice tone="warning" title={t('split.changed')}>
            <p>{t('split.changedText', { was: money(split.available), now: money(view.fund.available) })}</p>
          </Notice>
        ) : null}
        {isPrepared && !view.isInterested ? <SplitForms view={view} split={split} reply={reply} /> : null}
        {isPrepared ? null : (
          <p>
            <a href={`/donutfonds/${String(view.year)}`}>{t('split.result')}</a>
          </p>
        )}
      </div>
    </Section>
  );
}

function SplitForms({ view, split, reply }: SplitSectionProps) {
  const { t } = useTranslation('donutWork');
  const mayConfirm = view.mayConfirm && !split.isOwn && !view.fundChanged;
  return (
    <>
      {mayConfirm ? (
        <form method="post" className="flex flex-col items-start gap-4">
          <p>{t('split.confirmText')}</p>
          <input type="hidden" name="splitId" value={split.id} />
          <SubmitButton name="intent" value="confirm" icon="check">
            {t('split.confirm')}
          </SubmitButton>
        </form>
      ) : (
        <p>{t(split.isOwn ? 'split.own' : 'split.waits')}</p>
      )}
      {view.mayManage || view.mayConfirm ? <DiscardForm splitId={split.id} reply={reply} /> : null}
    </>
  );
}

function DiscardForm({ splitId, reply }: { splitId: string; reply: SubmissionResult | null }) {
  const { t } = useTranslation('donutWork');
  const [form, fields] = useForm<{ reason: string }>({
    id: 'wegleggen',
    lastResult: reply,
    constraint: { reason: { required: true, maxLength: longestText.reason } },
  });
  const label = t('split.discardReason');
  return (
    <details open={reply !== null}>
      <summary className="flex min-h-11 items-center gap-2 font-semibold">
        <Icon name="chevron-right" className="size-5 unfolded:rotate-90" />
        {t('split.discard')}
      </summary>
      <div className="mt-3">
        <FormFrame form={form} labels={{ reason: label }}>
          <input type="hidden" name="splitId" value={splitId} />
          <TextAreaField field={fields.reason} label={label} rows={3} />
          <div>
            <SubmitButton tone="danger" name="intent" value="discard">
              {t('split.discard')}
            </SubmitButton>
          </div>
        </FormFrame>
      </div>
    </details>
  );
}
