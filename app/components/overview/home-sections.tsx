import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cents } from '#app/kernel/money.ts';
import { BudgetMeter } from '../figures/budget-meter.tsx';
import { DistrictMap } from '../figures/district-map.tsx';
import { ButtonLink } from '../forms/buttons.tsx';
import { Icon } from '../icon/icon.tsx';
import type { IconName } from '../icon/icon-paths.ts';
import { Card } from '../page/card.tsx';
import { EmptyState } from '../page/empty-state.tsx';
import { Section } from '../page/section.tsx';
import { DecisionList } from './decision-list.tsx';
import { InitiativeGrid } from './initiative-grid.tsx';
import { RoundList } from './round-list.tsx';

type MapWijk = { code: string; name: string; count: number; outline: string; level: 0 | 1 | 2 | 3 | 4 };

type HomeMapProps = {
  home: { counts: { initiatives: number; wholeDistrict: number }; viewBox: string; wijken: readonly MapWijk[] };
};

const busiestShown = 8;

/** The district at a glance: which wijk has how many plans. */
export function HomeMap({ home }: HomeMapProps) {
  const { t } = useTranslation('home');
  const { counts, viewBox, wijken } = home;
  const busiest = [...wijken]
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count)
    .slice(0, busiestShown);
  return (
    <Section id="kaart" title={t('map.title')} lead={counts.initiatives === 0 ? t('map.none') : t('map.lead')}>
      <div className="grid items-start gap-x-16 gap-y-8 md:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)]">
        <DistrictMap
          label={t('map.label')}
          viewBox={viewBox}
          areas={wijken.map(({ code, name, count, outline, level }) => ({
            code,
            name,
            level,
            path: outline,
            href: `/gebieden/${code}`,
            note: t('map.note', { count }),
          }))}
          className="w-full max-w-[34rem]"
        />
        <div className="flex flex-col gap-6">
          {busiest.length === 0 ? null : (
            <div>
              <h3 className="mb-2">{t('map.busiest')}</h3>
              <ol>
                {busiest.map(({ code, name, count }) => (
                  <li key={code} className="flex items-baseline justify-between gap-4">
                    <a href={`/gebieden/${code}`} className="inline-block py-2.5 text-lg font-semibold">
                      {name}
                    </a>
                    <span className="tabular shrink-0 text-ink-soft">{t('map.note', { count })}</span>
                  </li>
                ))}
              </ol>
            </div>
          )}
          {counts.wholeDistrict === 0 ? null : (
            <p>
              <a href="/initiatieven?gebied=district" className="inline-block py-2">
                {t('map.district', { count: counts.wholeDistrict })}
              </a>
            </p>
          )}
          <p>
            <ButtonLink href="/kaart" tone="quiet" icon="map">
              {t('map.open')}
            </ButtonLink>
          </p>
          {counts.initiatives === 0 ? null : (
            <p>
              <ButtonLink href="/initiatieven" tone="quiet" iconAfter="arrow-right">
                {t('map.all', { count: counts.initiatives })}
              </ButtonLink>
            </p>
          )}
        </div>
      </div>
    </Section>
  );
}

export function HomeDecisions({ decisions }: Pick<ComponentProps<typeof DecisionList>, 'decisions'>) {
  const { t } = useTranslation('home');
  return (
    <Section
      title={t('decisions.title')}
      lead={t('decisions.lead')}
      action={decisions.length === 0 ? null : <a href="/besluiten">{t('decisions.all')}</a>}
    >
      {decisions.length === 0 ? (
        <EmptyState stampId="besluiten" title={t('decisions.none')}>
          <p>{t('decisions.noneText')}</p>
        </EmptyState>
      ) : (
        <DecisionList decisions={decisions} />
      )}
    </Section>
  );
}

type Money = { budget: Cents; committed: Cents; paid: Cents; fundCount: number; hasExamples: boolean };

export function HomeMoney({ money }: { money: Money | null }) {
  const { t } = useTranslation('home');
  return (
    <Section title={t('money.title')} action={money === null ? null : <a href="/budgetten">{t('money.all')}</a>}>
      {money === null ? (
        <p className="text-ink-soft">{t('money.none')}</p>
      ) : (
        <div className="flex flex-col gap-4">
          <p>{t('money.lead', { count: money.fundCount })}</p>
          <BudgetMeter label={t('money.label')} budget={money.budget} committed={money.committed} paid={money.paid} />
          {money.hasExamples ? <p className="text-sm text-ink-soft">{t('money.example')}</p> : null}
        </div>
      )}
    </Section>
  );
}

export function HomeRounds({ rounds }: Pick<ComponentProps<typeof RoundList>, 'rounds'>) {
  const { t } = useTranslation('home');
  return (
    <Section title={t('rounds.title')}>
      {rounds.length === 0 ? <p className="text-ink-soft">{t('rounds.none')}</p> : <RoundList rounds={rounds} />}
    </Section>
  );
}

export function HomeRunning({ initiatives }: Pick<ComponentProps<typeof InitiativeGrid>, 'initiatives'>) {
  const { t } = useTranslation('home');
  return (
    <Section
      title={t('running.title')}
      action={initiatives.length === 0 ? null : <a href="/initiatieven?fase=bezig">{t('running.all')}</a>}
    >
      {initiatives.length === 0 ? (
        <EmptyState stampId="bezig" title={t('running.none')}>
          <p>{t('running.noneText')}</p>
        </EmptyState>
      ) : (
        <InitiativeGrid initiatives={initiatives} label={t('running.title')} />
      )}
    </Section>
  );
}

/** The way to the marketplace: not every plan needs money. */
export function HomeMarket() {
  const { t } = useTranslation(['home', 'portfolios']);
  return (
    <Card tone="sand">
      <Section title={t('market.title')} lead={t('portfolios:list.lead')}>
        <div className="flex flex-wrap gap-3">
          <ButtonLink href="/portfolios" tone="quiet" iconAfter="arrow-right">
            {t('market.all')}
          </ButtonLink>
          <ButtonLink href="/portfolios/nieuw" tone="text">
            {t('portfolios:list.add')}
          </ButtonLink>
        </div>
      </Section>
    </Card>
  );
}

export function HomeThemes({ themes }: { themes: readonly { slug: string; name: string; count: number }[] }) {
  const { t } = useTranslation('home');
  if (themes.length === 0) return null;
  return (
    <Section title={t('themes.title')}>
      <ul className="flex flex-wrap gap-3">
        {themes.map(({ slug, name, count }) => (
          <li key={slug}>
            <a
              href={`/initiatieven?thema=${slug}`}
              className="flex min-h-11 items-center gap-3 rounded bg-surface px-4 py-2 font-semibold text-ink no-underline hover:bg-tint-garden"
            >
              {name}
              <span className="tabular text-sm font-normal text-ink-soft">{count}</span>
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const promises = [
  { key: 'answer', icon: 'clock' },
  { key: 'reason', icon: 'document' },
  { key: 'alone', icon: 'people' },
  { key: 'interest', icon: 'scales' },
] as const satisfies { key: string; icon: IconName }[];

export function HomePromise({ answerDays }: { answerDays: number }) {
  const { t } = useTranslation('home');
  return (
    <Card tone="garden">
      <Section title={t('promise.title')} action={<a href="/zo-werkt-het">{t('how')}</a>}>
        <ul className="grid gap-x-10 gap-y-5 sm:grid-cols-2 lg:grid-cols-4">
          {promises.map(({ key, icon }) => (
            <li key={key} className="flex flex-col gap-2">
              <Icon name={icon} className="size-8 text-garden" />
              <span className="text-lg font-semibold">{t(`promise.${key}`, { count: answerDays })}</span>
            </li>
          ))}
        </ul>
      </Section>
    </Card>
  );
}
