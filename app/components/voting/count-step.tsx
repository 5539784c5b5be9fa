import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { longestVoteText } from '#app/modules/voting/vote.ts';
import type { VoteWorkView } from '#app/modules/voting/views.ts';
import { Written } from '../content/written.tsx';
import { SubmitButton } from '../forms/buttons.tsx';
import { hintOf, LabelledField } from '../forms/labelled-field.tsx';
import { useSmallForm } from '../forms/small-form.tsx';
import { Section } from '../page/section.tsx';
import { ProposedStep } from './proposed-step.tsx';

type CountProps = { vote: VoteWorkView; today: CalendarDate };

/** Counting a vote that closed; after a tie the lot, which one enters and another confirms. */
export function CountStep({ vote, today }: CountProps) {
  const { t } = useTranslation('votingWork');
  const form = useSmallForm({ intent: 'count' });
  if (vote.result?.is === 'tie') return <Tie vote={vote} tied={vote.result.tied} today={today} />;
  return (
    <Section title={t('steps.count')}>
      <p className="mb-4 max-w-prose">{t('count.text')}</p>
      <form method="post" className="flex flex-col items-start gap-4">
        {form.mistake}
        <input type="hidden" name="revision" value={vote.revision} />
        <SubmitButton name="intent" value="count">
          {t('count.button')}
        </SubmitButton>
      </form>
    </Section>
  );
}

function Tie({ vote, tied, today }: CountProps & { tied: readonly number[] }) {
  const { t, i18n } = useTranslation('votingWork');
  const { lot } = vote;
  if (lot === null) return <LotForm vote={vote} tied={tied} today={today} />;
  return (
    <Section title={t('steps.count')}>
      <ProposedStep
        vote={vote}
        step={lot}
        intent="lot"
        tone="main"
        texts={{
          waiting: t('lot.waiting', { name: lot.proposerName }),
          other: t('lot.other'),
          confirm: t('lot.confirm'),
          turnDown: t('lot.turnDown'),
        }}
      >
        <p>
          {t('lot.drawn', { date: dateText(lot.drawnAt, 'time', i18n.language) })}{' '}
          <span className="font-semibold">
            <Written>{lot.place}</Written>
          </span>
        </p>
        <ol className="list-decimal pl-6">
          {lot.lots.map((number) => (
            <li key={number}>
              <Written>{titleOf(vote, number)}</Written>
            </li>
          ))}
        </ol>
        {lot.isOwn ? null : <p>{t('lot.check')}</p>}
      </ProposedStep>
    </Section>
  );
}

const titleOf = ({ projects }: VoteWorkView, number: number) =>
  projects.find((project) => project.number === number)?.title ?? String(number);

function LotForm({ vote, tied, today }: CountProps & { tied: readonly number[] }) {
  const { t } = useTranslation('votingWork');
  const form = useSmallForm({ intent: 'lot' });
  return (
    <Section title={t('steps.count')}>
      <p className="mb-4 max-w-prose">{t('count.tie')}</p>
      {vote.mayRun ? (
        <form method="post" className="flex max-w-prose flex-col items-start gap-4">
          {form.mistake}
          <input type="hidden" name="revision" value={vote.revision} />
          {tied.map((_, at) => (
            <LabelledField key={at} id={`plaats-${String(at)}`} label={t('count.place', { place: at + 1 })}>
              <select
                id={`plaats-${String(at)}`}
                name={`lots[${String(at)}]`}
                className="input"
                defaultValue={form.typed(`lots[${String(at)}]`, '')}
              >
                <option value="">{t('count.choose')}</option>
                {tied.map((number) => (
                  <option key={number} value={number}>
                    {titleOf(vote, number)}
                  </option>
                ))}
              </select>
            </LabelledField>
          ))}
          <div className="flex flex-wrap gap-4">
            <LabelledField id="geloot-op" label={t('lot.drawnOn')} isInRow>
              <input
                id="geloot-op"
                type="date"
                name="drawnOn"
                max={today}
                className="input"
                defaultValue={form.typed('drawnOn', today)}
              />
            </LabelledField>
            <LabelledField id="geloot-om" label={t('lot.drawnTime')} isInRow>
              <input
                id="geloot-om"
                type="time"
                name="drawnTime"
                className="input"
                defaultValue={form.typed('drawnTime', '')}
              />
            </LabelledField>
          </div>
          <LabelledField id="geloot-waar" label={t('lot.place')} hint={t('lot.placeHint')}>
            <input
              id="geloot-waar"
              name="place"
              maxLength={longestVoteText.place}
              aria-describedby={hintOf('geloot-waar')}
              className="input"
              defaultValue={form.typed('place', '')}
            />
          </LabelledField>
          <SubmitButton name="intent" value="lot">
            {t('lot.propose')}
          </SubmitButton>
        </form>
      ) : null}
    </Section>
  );
}
