import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { Written } from '../content/written.tsx';
import type { Cents } from '#app/kernel/money.ts';
import { BudgetMeter } from '../figures/budget-meter.tsx';
import { ButtonLink } from '../forms/buttons.tsx';
import { EmptyState } from '../page/empty-state.tsx';
import { Section } from '../page/section.tsx';
import { DecisionList } from './decision-list.tsx';
import { InitiativeGrid } from './initiative-grid.tsx';
import { RoundList } from './round-list.tsx';

type Fund = {
  slug: string;
  name: string;
  year: number;
  isExample: boolean;
  budget: Cents;
  committed: Cents;
  paid: Cents;
};

/** What a team can still give, and what it promised. */
export function BodyMoney({ slug, funds }: { slug: string; funds: readonly Fund[] }) {
  const { t } = useTranslation('programme');
  return (
    <Section
      id="geld"
      title={t('body.money')}
      action={funds.length === 0 ? null : <a href={`/budgetten/teams/${slug}`}>{t('body.moneyAll')}</a>}
    >
      {funds.length === 0 ? (
        <p className="text-ink-soft">{t('body.moneyNone')}</p>
      ) : (
        <ul className="flex flex-col gap-8">
          {funds.map((fund) => {
            // most funds carry their year in their name
            const label = fund.name.includes(String(fund.year))
              ? fund.name
              : t('body.fund', { name: fund.name, year: fund.year });
            return (
              <li key={fund.slug} className="flex flex-col gap-3">
                <h3>
                  <a href={`/fondsen/${fund.slug}`} className="text-ink">
                    <Written>{label}</Written>
                  </a>
                </h3>
                <BudgetMeter
                  label={<Written>{label}</Written>}
                  budget={fund.budget}
                  committed={fund.committed}
                  paid={fund.paid}
                />
                {fund.isExample ? <p className="text-sm text-ink-soft">{t('body.moneyExample')}</p> : null}
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}

export function BodyRounds({ rounds }: Pick<ComponentProps<typeof RoundList>, 'rounds'>) {
  const { t } = useTranslation('programme');
  if (rounds.length === 0) return null;
  return (
    <Section id="rondes" title={t('body.rounds')}>
      <RoundList rounds={rounds} withoutBody />
    </Section>
  );
}

type BodyDecisionsProps = Pick<ComponentProps<typeof DecisionList>, 'decisions'> & { slug: string; count: number };

export function BodyDecisions({ slug, decisions, count }: BodyDecisionsProps) {
  const { t } = useTranslation('programme');
  return (
    <Section
      id="besluiten"
      title={t('body.decisions')}
      action={
        count > decisions.length ? <a href={`/besluiten?team=${slug}`}>{t('body.allDecisions', { count })}</a> : null
      }
    >
      {decisions.length === 0 ? (
        <p className="text-ink-soft">{t('body.decisionsNone')}</p>
      ) : (
        <DecisionList decisions={decisions} withoutBody />
      )}
    </Section>
  );
}

type BodyInitiativesProps = Pick<ComponentProps<typeof InitiativeGrid>, 'initiatives'> & {
  slug: string;
  count: number;
};

export function BodyInitiatives({ slug, initiatives, count }: BodyInitiativesProps) {
  const { t } = useTranslation('programme');
  return (
    <Section
      id="plannen"
      title={t('body.initiatives')}
      action={
        count > initiatives.length ? (
          <a href={`/initiatieven?team=${slug}`}>{t('body.allInitiatives', { count })}</a>
        ) : null
      }
    >
      {initiatives.length === 0 ? (
        <EmptyState
          stampId={`leeg-${slug}`}
          title={t('body.initiativesNone')}
          action={
            <ButtonLink href="/initiatieven/nieuw" tone="quiet">
              {t('body.submit')}
            </ButtonLink>
          }
        >
          <p>{t('body.initiativesNoneText')}</p>
        </EmptyState>
      ) : (
        <InitiativeGrid initiatives={initiatives} label={t('body.initiatives')} />
      )}
    </Section>
  );
}
