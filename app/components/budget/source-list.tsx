import { useTranslation } from 'react-i18next';
import { useLocale } from '#app/i18n/use-locale.ts';
import { fromDateColumn } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import type { Cents } from '#app/kernel/money.ts';
import type { MoneySourceView } from '#app/modules/budgets/money-source-view.ts';
import { Facts } from '../content/facts.tsx';
import { Money } from '../content/money.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Written } from '../content/written.tsx';
import { ExampleTag } from '../fund/example-tag.tsx';
import { Card } from '../page/card.tsx';

/** `planned`: what lines of the plan got from it; left out where that is not asked. */
type Source = MoneySourceView & { planned?: Cents };

type SourceListProps = { sources: readonly Source[]; hrefOf: (slug: string) => string };

/** Who gives, in what form and until when, and how much of it is planned. */
export function SourceList({ sources, hrefOf }: SourceListProps) {
  return (
    <ul className="grid gap-6 lg:grid-cols-2">
      {sources.map((source) => (
        <li key={source.slug} id={`bron-${source.slug}`}>
          <SourceCard source={source} href={hrefOf(source.slug)} />
        </li>
      ))}
    </ul>
  );
}

function SourceCard({ source, href }: { source: Source; href: string }) {
  const { t } = useTranslation('publicBudget');
  const { figure } = useFormats();
  const locale = useLocale();
  const isMoney = source.form === 'money';
  const share = (part: Cents) => figure(source.pledged === 0 ? 0 : (part / source.pledged) * 100);
  const conditions = locale === 'en' && source.conditionsEn !== '' ? source.conditionsEn : source.conditions;
  const day = (value: Date) => dateText(fromDateColumn(value), 'day', locale);
  return (
    <Card className="flex h-full flex-col gap-4">
      <div>
        <p className="text-sm text-ink-soft">
          {t(`sources.kind.${source.kind}`)}
          {' · '}
          {t(`sources.form.${source.form}`)}
        </p>
        <h3>
          <a href={href} className="inline-block py-1 text-ink">
            {locale === 'en' ? source.nameEn : source.name}
          </a>
        </h3>
        <p className="text-sm text-ink-soft">
          {t('sources.period', { from: day(source.beginsOn), until: day(source.endsOn) })}
        </p>
      </div>
      {source.isExample ? <ExampleTag /> : null}
      <Facts
        facts={[
          {
            term: t(isMoney ? 'sources.pledged' : 'sources.pledgedWorth'),
            value: (
              <span className="text-xl">
                <Money cents={source.pledged} />
              </span>
            ),
          },
          { term: t('sources.planned'), value: amountOf(isMoney ? source.planned : undefined) },
          {
            term: t('sources.overprogrammed'),
            value: source.overprogrammed > 0 ? amountOf(source.overprogrammed) : null,
          },
          { term: t('sources.unallocated'), value: amountOf(isMoney ? source.unallocated : undefined) },
          {
            term: t('sources.overprogramming'),
            value: !isMoney
              ? null
              : source.overprogrammingBps === 0
                ? t('sources.noOverprogramming')
                : t('sources.overprogrammingText', {
                    share: figure(source.overprogrammingBps / 100),
                    now: share(source.overprogrammed),
                  }),
          },
          {
            term: t('sources.organisation'),
            value:
              source.organisation === null ? null : (
                <a href={`/budgetten/organisaties/${source.organisation.slug}`}>{source.organisation.name}</a>
              ),
          },
          {
            term: t('sources.valuation'),
            value: source.valuation === '' ? null : <Written>{source.valuation}</Written>,
          },
          {
            term: t('sources.conditions'),
            value:
              conditions === '' ? null : conditions === source.conditions ? (
                <Written>{conditions}</Written>
              ) : (
                conditions
              ),
          },
        ]}
      />
    </Card>
  );
}

function amountOf(amount: Cents | undefined) {
  return amount === undefined ? null : <Money cents={amount} />;
}
