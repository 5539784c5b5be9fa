import { useTranslation } from 'react-i18next';
import type { RoundView } from '#app/modules/gatherings/round-views.ts';
import { roundSteps, type RoundStep } from '#app/modules/gatherings/rounds.ts';
import { Written } from '../../content/written.tsx';
import { useGatheringWords } from '../use-gathering-words.ts';
import { Clock } from './clock.tsx';
import { ChangeRound } from './round-forms.tsx';

type ProgrammeListProps = {
  rounds: readonly RoundView[];
  slug: string;
  now: Date;
  /** Whether the reader runs the gathering, and it is not over. */
  mayChange: boolean;
  /** Whether rounds can be opened: the gathering has begun. */
  hasBegun: boolean;
};

/** The rounds in order, with what can be done with each. */
export function ProgrammeList({ rounds, ...rest }: ProgrammeListProps) {
  return (
    <ol className="flex flex-col gap-4">
      {rounds.map((round, index) => (
        <li key={round.id}>
          <RoundItem round={round} isFirst={index === 0} isLast={index === rounds.length - 1} {...rest} />
        </li>
      ))}
    </ol>
  );
}

const looks = { planned: 'bg-surface', open: 'bg-tint-garden', done: 'bg-tint-sand' } as const;
const stepsFrom: Record<RoundView['state'], readonly RoundStep[]> = {
  planned: ['open'],
  open: ['done', 'not-open'],
  done: ['not-done'],
};
const stepWords = {
  open: ['open', 'openOf'],
  done: ['done', 'doneOf'],
  'not-open': ['notOpen', 'notOpenOf'],
  'not-done': ['notDone', 'notDoneOf'],
} as const;

type RoundItemProps = Omit<ProgrammeListProps, 'rounds'> & { round: RoundView; isFirst: boolean; isLast: boolean };

function RoundItem({ round, slug, now, mayChange, hasBegun, isFirst, isLast }: RoundItemProps) {
  const { t } = useTranslation('rounds');
  const words = useGatheringWords();
  const { id, position, kind, title, minutes, state, openedAt, endsAt } = round;
  const work = `/ontmoet-werk/${slug}`;
  const link = {
    clusters: { href: `${work}/kaarten`, label: t('programme.toCards') },
    pairs: { href: `${work}/rondes/${id}`, label: t('programme.toTables') },
    groups: { href: `${work}/rondes/${id}`, label: t('programme.toTables') },
    market: { href: `${work}/muur`, label: t('programme.toWall') },
    workshops: { href: `${work}/workshops`, label: t('programme.toWorkshops') },
  }[kind];
  return (
    <article aria-labelledby={`ronde-${id}`} className={`rounded p-5 ${looks[state]}`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h3 id={`ronde-${id}`} className="text-xl">
          {position}. <Written>{title}</Written>
        </h3>
        <p className="text-ink-soft">
          {t(`kind.${kind}`)} · {t('programme.minutes', { count: minutes })} · <strong>{t(`state.${state}`)}</strong>
          {openedAt === null ? null : ` · ${t('programme.began', { time: words.clock(openedAt) })}`}
        </p>
      </div>
      {endsAt === null ? null : <Clock endsAt={endsAt} now={now} />}
      <p className="mt-1">
        <a href={link.href} className="inline-flex min-h-11 items-center">
          {link.label}
        </a>
      </p>
      {mayChange ? (
        <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-2">
          {stepsFrom[state]
            .filter((step) => roundSteps[step].to !== 'open' || hasBegun)
            .map((step, index) => (
              <RoundButton
                key={step}
                round={round}
                intent={step}
                label={t(`programme.${stepWords[step][0]}`)}
                name={t(`programme.${stepWords[step][1]}`, { title })}
                tone={index === 0 && step !== 'not-done' ? (step === 'open' ? 'quiet' : 'main') : 'text'}
              />
            ))}
          {isFirst ? null : (
            <RoundButton
              round={round}
              intent="earlier"
              label={t('programme.earlier')}
              name={t('programme.earlierOf', { title })}
            />
          )}
          {isLast ? null : (
            <RoundButton
              round={round}
              intent="later"
              label={t('programme.later')}
              name={t('programme.laterOf', { title })}
            />
          )}
          {state === 'planned' ? (
            <RoundButton
              round={round}
              intent="remove"
              label={t('programme.remove')}
              name={t('programme.removeOf', { title })}
            />
          ) : null}
        </div>
      ) : null}
      {mayChange && state !== 'done' ? <ChangeRound round={round} /> : null}
    </article>
  );
}

type RoundButtonProps = {
  round: RoundView;
  intent: string;
  label: string;
  /** What it does, for who hears only the button. */
  name: string;
  tone?: 'main' | 'quiet' | 'text';
};

function RoundButton({ round: { id, revision }, intent, label, name, tone = 'text' }: RoundButtonProps) {
  return (
    <form method="post">
      <input type="hidden" name="roundId" value={id} />
      <input type="hidden" name="revision" value={revision} />
      <button type="submit" name="intent" value={intent} aria-label={name} className={`button button-${tone}`}>
        {label}
      </button>
    </form>
  );
}
