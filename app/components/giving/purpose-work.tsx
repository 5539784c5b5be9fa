import { useTranslation } from 'react-i18next';
import type { PurposeWork } from '#app/modules/donations/views.ts';
import { Facts } from '../content/facts.tsx';
import { Money } from '../content/money.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Written } from '../content/written.tsx';
import { SubmitButton } from '../forms/buttons.tsx';
import { FormKey } from '../forms/hidden-fields.tsx';
import { Card } from '../page/card.tsx';

type PurposeWorkProps = { purpose: PurposeWork; mayCount: boolean; formKey: string };

/** What was given to something, and what of it the ledger does not count yet. */
export function PurposeWorkCard({ purpose, mayCount, formKey }: PurposeWorkProps) {
  const { t } = useTranslation(['giftWork', 'giving']);
  const { name, source, isRunning } = purpose;
  return (
    <Card className="flex flex-col gap-5">
      <h3 className="text-xl">{name === null ? t('giving:donutfondsTitle') : <Written>{name}</Written>}</h3>
      {isRunning ? null : <p>{t('closed')}</p>}
      <Facts
        layout="beside"
        facts={[
          { term: t('sums.gifts'), value: String(purpose.gifts) },
          { term: t('sums.paid'), value: <Money cents={purpose.paid} /> },
          { term: t('sums.fees'), value: purpose.fees === 0 ? null : <Money cents={purpose.fees} /> },
          { term: t('sums.refunded'), value: purpose.refunded === 0 ? null : <Money cents={purpose.refunded} /> },
          { term: t('sums.lost'), value: purpose.lost === 0 ? null : <Money cents={purpose.lost} /> },
          { term: t('sums.source'), value: <Written>{source.name}</Written> },
        ]}
      />
      <ToCount purpose={purpose} mayCount={mayCount} formKey={formKey} />
    </Card>
  );
}

function ToCount({ purpose, mayCount, formKey }: PurposeWorkProps) {
  const { t } = useTranslation('giftWork');
  const { money } = useFormats();
  const { comesIn, goes } = purpose.toCount;
  const isAll = comesIn === 0 && goes === 0;
  return (
    <div className="flex flex-col items-start gap-3">
      <h4 className="text-lg font-bold">{t('count.title')}</h4>
      {isAll ? <p>{t('count.none')}</p> : null}
      {comesIn === 0 ? null : <p>{t('count.comesIn', { amount: money(comesIn) })}</p>}
      {goes === 0 ? null : <p>{t('count.goes', { amount: money(goes) })}</p>}
      {purpose.waiting.length === 0 ? null : (
        <ul>
          {purpose.waiting.map(({ id, kind, amount }) => (
            <li key={id}>
              <a href={`/budgetbeheer/${id}`} className="inline-flex min-h-11 items-center">
                {t(`count.waiting.${kind}`, { amount: money(amount) })}
              </a>
            </li>
          ))}
        </ul>
      )}
      {isAll ? null : mayCount ? (
        <form method="post" className="flex flex-col items-start gap-2">
          <FormKey value={formKey} />
          <input type="hidden" name="purposeId" value={purpose.id} />
          <SubmitButton tone="quiet">{t('count.button')}</SubmitButton>
          <p className="text-ink-soft">{t('count.text')}</p>
        </form>
      ) : (
        <p className="text-ink-soft">{t('count.office')}</p>
      )}
    </div>
  );
}
