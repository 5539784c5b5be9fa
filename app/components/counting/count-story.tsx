import { useTranslation } from 'react-i18next';
import { cents, subtractCents } from '#app/kernel/money.ts';
import type { ToldCount, ToldRound } from '#app/modules/counting/comparison/told-count.ts';
import { useFormats } from '../content/use-formats.ts';
import { Quoting } from '../content/written.tsx';
import { Section } from '../page/section.tsx';
import { planName, type Comparison } from './view.ts';

type CountStoryProps = {
  comparison: Pick<Comparison, 'projects' | 'budget' | 'voters' | 'categories'>;
  told: ToldCount;
};

/** How a vote was counted, round by round: who paid what, why this one and not that one, and what nearly won. */
export function CountStory({ comparison, told }: CountStoryProps) {
  const { t } = useTranslation('counting');
  const { money } = useFormats();
  const { endowment, rounds, leftOver } = told;
  const added = leftOver.filter(({ bought }) => bought);
  const isGreedy = endowment === null;
  const equal = cents(Math.floor(comparison.budget / Math.max(1, comparison.voters)));
  return (
    <Section title={t('story.title', { rule: t(`rule.${told.rule}`).toLowerCase() })}>
      <div className="prose">
        {isGreedy ? (
          <p>{t('story.greedy')}</p>
        ) : (
          <p>
            {t(endowment > equal ? 'story.beginRaised' : 'story.begin', {
              first: money(equal),
              each: money(endowment),
            })}{' '}
            {t('story.effective')}
          </p>
        )}
        <ShutText comparison={comparison} shuts={neverFitted(told)} when="shutFirst" />
      </div>
      {rounds.length === 0 ? null : (
        <details className="mt-4">
          <summary className="min-h-11 cursor-pointer py-2 font-semibold text-water">
            {t('story.rounds', { count: rounds.length })}
          </summary>
          <ol className="mt-2 grid max-w-prose list-decimal gap-5 pl-6">
            {rounds.map((round) => (
              <RoundText key={round.project} comparison={comparison} round={round} />
            ))}
          </ol>
        </details>
      )}
      {leftOver.length === 0 ? null : (
        <div className="mt-6">
          {isGreedy ? null : (
            <>
              <h3 className="mb-2">{t('story.left')}</h3>
              <p className="max-w-prose">
                {t(told.shut.length > 0 ? 'story.leftTextFull' : 'story.leftText', {
                  left: money(leftOver[0]?.left ?? cents(0)),
                })}
              </p>
            </>
          )}
          {isGreedy || added.length === 0 ? null : <LeftOverList comparison={comparison} leftOver={added} />}
          <details className="mt-2">
            <summary className="min-h-11 cursor-pointer py-2 font-semibold text-water">{t('story.order')}</summary>
            <LeftOverList comparison={comparison} leftOver={leftOver} />
          </details>
        </div>
      )}
      <h3 className="mt-6 mb-2">{t('story.lastEuro')}</h3>
      <NextEuro comparison={comparison} told={told} />
    </Section>
  );
}

function RoundText({ comparison, round }: { comparison: CountStoryProps['comparison']; round: ToldRound }) {
  const { t } = useTranslation('counting');
  const { money, figure } = useFormats();
  const { inFull, gaveAll, hadNothing, popular } = round;
  const name = planName(comparison, round.project);
  const effective = figure(round.effective / 100);
  const equal = round.next.find(({ why }) => why === 'equal');
  const nameOf = (project: number) => planName(comparison, project);
  const second = round.next.find(({ why }) => why !== 'equal');
  const cost = comparison.projects[round.project]?.cost ?? cents(0);
  return (
    <li>
      <p className="font-semibold">
        <Quoting text={t('story.round', { name, cost: money(cost) })} written={name} />
      </p>
      <p>
        {[
          t('story.inFull', { count: inFull.voters, voters: figure(inFull.voters), share: money(round.share) }),
          gaveAll.voters === 0
            ? ''
            : t('story.gaveAll', {
                count: gaveAll.voters,
                voters: figure(gaveAll.voters),
                together: money(gaveAll.together),
              }),
          hadNothing === 0 ? '' : t('story.hadNothing', { count: hadNothing, voters: figure(hadNothing) }),
        ].join(' ')}
      </p>
      <p>
        {equal === undefined ? (
          t('story.counts', { count: round.votes, votes: figure(round.votes), effective })
        ) : (
          <Quoting
            text={t('story.countsEqual', {
              count: round.votes,
              ...{ votes: figure(round.votes), effective, name: nameOf(equal.project) },
            })}
            written={nameOf(equal.project)}
          />
        )}{' '}
        {second === undefined ? null : (
          <Quoting
            text={t('story.next', { name: nameOf(second.project), effective: figure(second.effective / 100) })}
            written={nameOf(second.project)}
          />
        )}
      </p>
      <ShutText comparison={comparison} shuts={round.shuts} />
      {popular === null ? null : (
        <p className="text-ink-soft">
          <Quoting
            text={t('story.popular', {
              name: nameOf(popular.project),
              votes: figure(popular.votes),
              missing: money(popular.missing),
            })}
            written={nameOf(popular.project)}
          />
        </p>
      )}
    </li>
  );
}

type ShutTextProps = { shuts: ToldRound['shuts']; when?: 'shutFirst' };

type LeftOverListProps = { comparison: CountStoryProps['comparison']; leftOver: ToldCount['leftOver'] };

/** What no round passed over for the first time: dearer than its whole category. */
const neverFitted = ({ shut, rounds }: ToldCount): ToldCount['shut'] =>
  shut.filter(({ project }) => !rounds.some(({ shuts }) => shuts.some((one) => one.project === project)));

/** Which plans do not fit any more, category by category. */
function ShutText({ comparison, shuts, when }: Pick<CountStoryProps, 'comparison'> & ShutTextProps) {
  const { t, i18n } = useTranslation('counting');
  const { money } = useFormats();
  return [...new Set(shuts.map(({ category }) => category))].map((category) => {
    const own = shuts.filter((one) => one.category === category);
    const left = own[0]?.left ?? cents(0);
    const names = new Intl.ListFormat(i18n.language).format(own.map(({ project }) => planName(comparison, project)));
    const { name = '', budget = left } = comparison.categories[category] ?? {};
    const facts = { category: name, left: money(when === undefined ? left : budget), names };
    const key = when ?? (left === 0 ? 'shutNothing' : 'shut');
    return (
      <p key={category}>
        <Quoting text={t(`story.${key}`, facts)} written={names} />
      </p>
    );
  });
}

function LeftOverList({ comparison, leftOver }: LeftOverListProps) {
  const { t } = useTranslation('counting');
  const { money, figure } = useFormats();
  return (
    <ol className="mt-2 grid max-w-prose list-disc gap-2 pl-6">
      {leftOver.map(({ project, left, bought, full, votes }) => {
        const name = planName(comparison, project);
        const facts = {
          ...{ name, count: votes, votes: figure(votes), left: money(full?.left ?? left) },
          category: full === null ? '' : (comparison.categories[full.category]?.name ?? ''),
          cost: money(comparison.projects[project]?.cost ?? cents(0)),
        };
        const key = bought ? 'leftBought' : full !== null ? 'leftCategory' : 'leftTooDear';
        return (
          <li key={project}>
            <Quoting text={t(`story.${key}`, facts)} written={name} />
          </li>
        );
      })}
    </ol>
  );
}

function NextEuro({ comparison, told }: CountStoryProps) {
  const { t } = useTranslation('counting');
  const { money } = useFormats();
  const added = new Set(told.leftOver.filter(({ bought }) => bought).map(({ project }) => project));
  const nearest = told.missed.find(({ project }) => !added.has(project));
  const first = told.leftOver.find(({ why }) => why === 'money');
  if (told.endowment !== null && nearest !== undefined) {
    const name = planName(comparison, nearest.project);
    return (
      <p className="max-w-prose">
        <Quoting text={t('story.missed', { name, missing: money(nearest.missing) })} written={name} />
      </p>
    );
  }
  if (told.endowment === null && first !== undefined) {
    const name = planName(comparison, first.project);
    const cost = comparison.projects[first.project]?.cost ?? cents(0);
    return (
      <p className="max-w-prose">
        <Quoting
          text={t('story.missedGreedy', { name, missing: money(subtractCents(cost, first.left)) })}
          written={name}
        />
      </p>
    );
  }
  const isFull = told.shut.length > 0 || told.leftOver.some(({ full }) => full !== null);
  return <p>{t(isFull ? 'story.missedFull' : 'story.missedNone')}</p>;
}
