import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import type { PayableBody } from '#app/modules/payouts/views.ts';
import { Money } from '../content/money.tsx';
import { useFormats } from '../content/use-formats.ts';
import { ButtonLink } from '../forms/buttons.tsx';
import { Card } from '../page/card.tsx';

/** What waits for this treasurer, per team: what can be paid now, and what cannot with why. */
export function PayableBodies({ bodies }: { bodies: readonly PayableBody[] }) {
  const { t } = useTranslation('payouts');
  const { locale, money } = useFormats();
  return (
    <ul className="flex flex-col gap-4">
      {bodies.map(({ id, name, ready, waiting }) => (
        <li key={id}>
          <Card tone="surface">
            <h3 className="text-lg">{name}</h3>
            {ready.people === 0 ? (
              <p className="mt-2">{t('list.readyNone')}</p>
            ) : (
              <>
                <p className="mt-2 flex flex-wrap items-baseline gap-x-3">
                  <span className="text-2xl font-bold">
                    <Money cents={ready.amount} />
                  </span>
                  <span>{t('list.people', { count: ready.people })}</span>
                </p>
                {ready.since === null ? null : (
                  <p className="text-ink-soft">{t('list.since', { date: dateText(ready.since, 'day', locale) })}</p>
                )}
                <p className="mt-4">
                  <ButtonLink href={`/penningmeester/nieuw?team=${id}`} icon="plus">
                    {t('list.compose')}
                  </ButtonLink>
                </p>
              </>
            )}
            {waiting.length === 0 ? null : (
              <>
                <h4 className="mt-5 font-semibold">{t('list.waiting')}</h4>
                <ul className="mt-2 flex list-disc flex-col gap-1 pl-5">
                  {waiting.map(({ reason, people, amount }) => (
                    <li key={reason}>
                      {t('list.people', { count: people })}, {money(amount)}: {t(`waits.${reason}`)}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </Card>
        </li>
      ))}
    </ul>
  );
}
