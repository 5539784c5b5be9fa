import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { ChangeFacts, ChangePageView } from '#app/modules/budgets/change-view.ts';
import type { PaymentWay } from '#app/modules/budgets/change.ts';
import { DateText } from '../content/date-text.tsx';
import { Facts } from '../content/facts.tsx';
import { Money } from '../content/money.tsx';
import { Written } from '../content/written.tsx';
import { DayInLog } from '../transparency/day-in-log.tsx';
import { GroundLink } from './ground-text.tsx';
import { PlaceLink } from './place-link.tsx';

type ChangeFactListProps = {
  facts: ChangeFacts;
  /** How a payment goes; for colleagues only. */
  way?: PaymentWay;
  /** Once it stands in the register. */
  registered?: Pick<ChangePageView, 'number' | 'proposedOn' | 'approvedOn'>;
  /** Days of the ledger that stand in the log. */
  daysInLog?: readonly CalendarDate[];
};

/** A change in a few words, for beside the text. */
export function ChangeFactList({ facts, way, registered, daysInLog = [] }: ChangeFactListProps) {
  const { t } = useTranslation(['changes', 'byStripe']);
  const { from, to, decision, spending, body } = facts;
  const hasGround = decision !== null || spending !== null;
  // what a release or payment comes from or goes to is the decision or spending, which has a line of its own
  const outside = !hasGround ? t('page.outside') : null;
  return (
    <section aria-label={t('page.facts')}>
      <Facts
        facts={[
          { term: t('page.kind'), value: t(`kind.${facts.kind}`) },
          { term: t('page.amount'), value: <Money cents={facts.amount} /> },
          { term: t('page.from'), value: from === null ? outside : <PlaceLink place={from} /> },
          { term: t('page.to'), value: to === null ? outside : <PlaceLink place={to} /> },
          {
            term: t('byStripe:way.fact'),
            value: way === undefined || facts.kind !== 'payment' ? null : t(`byStripe:way.${way}`),
          },
          { term: t('page.ground'), value: hasGround ? <GroundLink facts={facts} /> : null },
          {
            term: t('page.body'),
            value: (
              <a href={`/opgaveteams/${body.slug}`}>
                <Written>{body.name}</Written>
              </a>
            ),
          },
          {
            term: t('page.occurredOn'),
            value: (
              <>
                <DateText value={facts.occurredOn} format="day" />
                <DayInLog day={facts.occurredOn} daysInLog={daysInLog} />
              </>
            ),
          },
          ...(registered === undefined
            ? []
            : [
                { term: t('page.proposedOn'), value: <DateText value={registered.proposedOn} format="day" /> },
                { term: t('page.approvedOn'), value: <DateText value={registered.approvedOn} format="day" /> },
                { term: t('page.number'), value: registered.number },
              ]),
        ]}
      />
    </section>
  );
}
