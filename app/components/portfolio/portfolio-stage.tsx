import { useTranslation } from 'react-i18next';
import { phases, type PortfolioKind } from '#app/modules/portfolios/portfolio.ts';
import { stages } from '#app/modules/initiatives/stage.ts';
import { StageBadge } from '../initiative/stage-badge.tsx';

type PortfolioStageProps = { kind: PortfolioKind; stage: string | null };

/** What sort of portfolio it is and how far: an initiative by its stage, a group in its own words. */
export function PortfolioStage({ kind, stage }: PortfolioStageProps) {
  const { t } = useTranslation('portfolios');
  const known = kind === 'initiative' ? stages.find((one) => one === stage) : undefined;
  const phase = kind === 'group' ? phases.find((one) => one === stage) : undefined;
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="text-sm font-semibold text-ink-soft">{t(`kind.${kind}`)}</span>
      {known === undefined ? null : <StageBadge stage={known} />}
      {phase === undefined ? null : <span className="text-sm text-ink-soft">{t(`phase.${phase}`)}</span>}
    </span>
  );
}
