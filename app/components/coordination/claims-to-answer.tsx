import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import type { CoordinatedClaim } from '#app/modules/allowances/coordination-views.ts';
import { longestClaimText } from '#app/modules/allowances/claim.ts';
import { DataTable } from '../content/data-table.tsx';
import { Money } from '../content/money.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Written } from '../content/written.tsx';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { TextAreaField } from '../forms/text-area-field.tsx';
import { Notice } from '../page/notice.tsx';
import { ClaimWhat } from './claim-what.tsx';

type ClaimsToAnswerProps = {
  claims: readonly CoordinatedClaim[];
  mayWork: boolean;
  reply: SubmissionResult | null;
  /** The claim because of which nothing was answered. */
  refusedId: string | null;
};

type Fields = { claimIds: string[]; reason: string };

/** Claims that wait: approve one, several or all of them, or refuse with a reason. */
export function ClaimsToAnswer({ claims, mayWork, reply, refusedId }: ClaimsToAnswerProps) {
  const { t } = useTranslation('coordination');
  const { locale } = useFormats();
  const [form, fields] = useForm<Fields>({
    id: 'uren-beantwoorden',
    lastResult: reply,
    constraint: { reason: { required: true, maxLength: longestClaimText.answer } },
  });
  const answerable = claims.filter(({ keptFrom }) => keptFrom === null);
  const table = <ClaimTable claims={claims} name={mayWork ? fields.claimIds.name : null} chosen={chosenIn(reply)} />;
  if (!mayWork || answerable.length === 0) return table;
  const stopped = claims.find(({ id }) => id === refusedId);
  const labels = { reason: t('waiting.reason'), claimIds: t('waiting.title') };
  return (
    <FormFrame form={form} labels={labels}>
      {stopped === undefined ? null : (
        <Notice tone="warning">
          {t('waiting.notAll', {
            who: stopped.personName || t('page.nameless'),
            day: dateText(stopped.day, 'day', locale),
          })}
        </Notice>
      )}
      <input type="hidden" name="allIds" value={answerable.map(({ id }) => id).join(',')} />
      {table}
      <ButtonRow>
        <SubmitButton name="intent" value="approve-all" icon="check">
          {t('waiting.approveAll', { count: answerable.length })}
        </SubmitButton>
        {answerable.length > 1 ? (
          <SubmitButton name="intent" value="approve" tone="quiet">
            {t('waiting.approveChosen')}
          </SubmitButton>
        ) : null}
      </ButtonRow>
      <details className="rounded bg-surface p-5" open={fields.reason.errors !== undefined || hasReason(reply)}>
        <summary className="min-h-11 font-bold">{t('waiting.refuseTitle')}</summary>
        <div className="mt-4 flex flex-col gap-5">
          <TextAreaField field={fields.reason} label={labels.reason} hint={t('waiting.reasonHint')} rows={2} />
          <ButtonRow>
            <SubmitButton name="intent" value="refuse" tone="danger">
              {t('waiting.refuse')}
            </SubmitButton>
          </ButtonRow>
        </div>
      </details>
    </FormFrame>
  );
}

type ClaimTableProps = {
  claims: readonly CoordinatedClaim[];
  /** Name of the ticks; null: nothing can be ticked. */
  name: string | null;
  chosen: readonly string[];
};

function ClaimTable({ claims, name, chosen }: ClaimTableProps) {
  const { t } = useTranslation('coordination');
  return (
    <DataTable
      caption={t('waiting.titleReading')}
      captionHidden
      rows={claims}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'person',
          header: t('waiting.person'),
          cell: (claim) => {
            const person = claim.personName === '' ? t('page.nameless') : <Written>{claim.personName}</Written>;
            if (name === null || claim.keptFrom !== null) return person;
            return (
              <label className="flex min-h-11 items-center gap-3">
                <input
                  type="checkbox"
                  name={name}
                  value={claim.id}
                  defaultChecked={chosen.includes(claim.id)}
                  className="tick"
                />
                <span>{person}</span>
              </label>
            );
          },
        },
        { key: 'what', header: t('waiting.what'), cell: (claim) => <What claim={claim} mayTick={name !== null} /> },
        {
          key: 'amount',
          header: t('waiting.amount'),
          numeric: true,
          cell: ({ amount }) => <Money cents={amount} />,
        },
      ]}
    />
  );
}

function What({ claim, mayTick }: { claim: CoordinatedClaim; mayTick: boolean }) {
  const { t } = useTranslation('coordination');
  return (
    <>
      <ClaimWhat claim={claim} />
      {mayTick && claim.keptFrom !== null ? (
        <span className="block font-semibold text-sand">
          {t(claim.keptFrom === 'own' ? 'waiting.own' : 'waiting.ownTyped')}
        </span>
      ) : null}
    </>
  );
}

/** What was ticked on a form that came back. */
function chosenIn(reply: SubmissionResult | null): string[] {
  const given: unknown = reply?.initialValue?.claimIds;
  return [given].flat().filter((id): id is string => typeof id === 'string');
}

function hasReason(reply: SubmissionResult | null): boolean {
  const given: unknown = reply?.initialValue?.reason;
  return typeof given === 'string' && given !== '';
}
