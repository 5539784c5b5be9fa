import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import { votersWithWinner, type VoteOutcome } from '#app/modules/voting/result.ts';
import type { ProjectCard, VotePageView } from '#app/modules/voting/views.ts';
import { Money } from '../content/money.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Quoting, Written } from '../content/written.tsx';
import { percentOf } from '../counting/view.ts';
import { Section } from '../page/section.tsx';
import { ShareBar } from './share-bar.tsx';

/** Who won, what that costs, and how many voters see a choice of theirs go on. */
export function OutcomeWinners({ vote, result }: { vote: VotePageView; result: VoteOutcome }) {
  const { t } = useTranslation('voting');
  const { money } = useFormats();
  const projectOf = (number: number): ProjectCard | undefined =>
    vote.projects.find((project) => project.number === number);
  return (
    <Section title={t('result.winners')} lead={t('result.voters', { count: result.voters })}>
      {result.winners.length === 0 ? <p>{t('result.noWinners')}</p> : null}
      <ol className="flex flex-col gap-3">
        {result.winners.flatMap((number) => {
          const project = projectOf(number);
          if (project === undefined) return [];
          return (
            <li key={number} className="card flex flex-wrap items-baseline gap-x-4 rounded bg-tint-garden px-5 py-4">
              <a href={`/initiatieven/${project.slug}`} className="grow text-lg font-bold">
                <Written>{project.title}</Written>
              </a>
              <span className="tabular font-semibold">
                <Money cents={project.cost} />
              </span>
            </li>
          );
        })}
      </ol>
      <p className="mt-4">{t('result.spent', { amount: money(result.spent), left: money(result.leftOfBudget) })}</p>
      <LotOrders vote={vote} result={result} />
      <WithWinner vote={vote} result={result} />
    </Section>
  );
}

/** Which of equal plans went first, for each lot that was drawn. */
function LotOrders({ vote, result }: { vote: VotePageView; result: VoteOutcome }) {
  const { t, i18n } = useTranslation('voting');
  return result.lots.map((order, at) => {
    const drawn = vote.lotsDrawn[at];
    return (
      <div key={order.join()} className="mt-4 max-w-prose">
        <p>{t('result.lots')}</p>
        <ol className="mt-1 list-decimal pl-6">
          {order.map((number) => (
            <li key={number}>
              <Written>{vote.projects.find((project) => project.number === number)?.title ?? ''}</Written>
            </li>
          ))}
        </ol>
        {drawn === undefined ? null : (
          <p className="mt-2">
            <Quoting
              text={t('result.lotDrawn', {
                date: dateText(drawn.drawnAt, 'time', i18n.language),
                place: drawn.place,
              })}
              written={drawn.place}
            />
          </p>
        )}
      </div>
    );
  });
}

function WithWinner({ vote, result }: { vote: VotePageView; result: VoteOutcome }) {
  const { t } = useTranslation('voting');
  const { figure } = useFormats();
  const [own, greedy] = result.compared;
  if (own === undefined) return null;
  const shareOf = (rule: typeof own) => percentOf(votersWithWinner(result, rule), result.voters);
  const titles = greedy?.winners.flatMap((number) => vote.projects.find((one) => one.number === number)?.title ?? []);
  const isSame = greedy !== undefined && [...greedy.winners].sort().join() === [...own.winners].sort().join();
  return (
    <div className="mt-5 max-w-prose">
      <p className="font-semibold">{t('result.withWinner', { share: figure(shareOf(own)) })}</p>
      <ShareBar share={shareOf(own)} tone="garden" />
      {greedy === undefined || titles === undefined ? null : isSame ? (
        <p>{t('result.greedySame')}</p>
      ) : (
        <>
          <p className="mt-3">{t('result.greedy', { share: figure(shareOf(greedy)) })}</p>
          <ShareBar share={shareOf(greedy)} tone="sand" />
          <p className="text-ink-soft">
            <Quoting
              text={t('result.greedyOther', { count: titles.length, titles: titles.join(', ') })}
              written={titles.join(', ')}
            />
          </p>
        </>
      )}
    </div>
  );
}
