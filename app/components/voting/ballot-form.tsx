import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cents } from '#app/kernel/money.ts';
import { standingOf } from '#app/modules/voting/ballot.ts';
import type { ProjectCard, VoteFacts } from '#app/modules/voting/views.ts';
import { useFormats } from '../content/use-formats.ts';
import { SubmitButton } from '../forms/buttons.tsx';
import { CardGrid } from '../page/card.tsx';
import { Notice } from '../page/notice.tsx';
import { ChosenAbove } from './chosen-above.tsx';
import { ProjectFace, ProjectLink } from './project-face.tsx';
import { useKeptChoices } from './use-kept-choices.ts';

type BallotFormProps = {
  vote: VoteFacts;
  /** In the order of this voter. */
  projects: readonly ProjectCard[];
  /** What this browser kept. */
  choices: readonly number[];
  /** Whose choices these are; null: of who is not signed in. */
  holder: string | null;
  /** Whether the code of a card was scanned. */
  hasCode: boolean;
  /** Whether what was cast from here before is what this ballot changes. */
  isChange: boolean;
};

/** Id of the box of a plan. */
export const fieldOf = ({ number }: Pick<ProjectCard, 'number'>): string => `keuze-${String(number)}`;

/** The ballot: every plan is one large box to tick. With JavaScript it counts along and keeps every choice. */
export function BallotForm({ vote, projects, choices, holder, hasCode, isChange }: BallotFormProps) {
  const { t } = useTranslation('voting');
  const [chosen, setChosen] = useState(choices);
  const form = useRef<HTMLFormElement>(null);
  const { keep, rest, isUnreached } = useKeptChoices(vote.slug, holder, form, setChosen);
  const choose = () => {
    if (form.current === null) return;
    const choices = new FormData(form.current).getAll('plan').map(Number);
    setChosen(choices);
    keep(choices);
  };
  return (
    <form ref={form} method="post" onChange={choose} onSubmit={rest}>
      {hasCode ? <Notice tone="success" role="status" title={t('form.codeRead')} /> : null}
      <fieldset className="mt-4">
        <legend className="sr-only">{t('form.legend')}</legend>
        <CardGrid isTight>
          {projects.map((project) => (
            <li
              key={project.number}
              className="card flex flex-wrap content-between items-end justify-between overflow-hidden rounded bg-surface has-checked:bg-tint-garden"
            >
              <label className="contents">
                <ProjectFace
                  project={project}
                  headingId={`plan-${String(project.number)}`}
                  factsId={`plan-${String(project.number)}-feiten`}
                />
                <span className="flex min-h-14 cursor-pointer items-center gap-3 px-4 text-lg font-semibold sm:px-5">
                  <input
                    id={fieldOf(project)}
                    type="checkbox"
                    name="plan"
                    value={project.number}
                    defaultChecked={choices.includes(project.number)}
                    className="tick"
                    aria-labelledby={`kies-${String(project.number)} plan-${String(project.number)}`}
                    aria-describedby={`plan-${String(project.number)}-feiten`}
                  />
                  <span id={`kies-${String(project.number)}`}>{t('form.choose')}</span>
                </span>
              </label>
              <ProjectLink project={project} />
            </li>
          ))}
        </CardGrid>
      </fieldset>
      <div className="ballot-bar z-10 mt-4 flex flex-wrap items-center gap-x-5 gap-y-2 bg-page py-3">
        <p role="status" className="basis-full font-semibold text-brick empty:hidden">
          {isUnreached ? t('form.unreached') : null}
        </p>
        <Standing vote={vote} projects={projects} chosen={chosen} />
        <SubmitButton name="intent" value="next">
          {t('form.next')}
        </SubmitButton>
        <SubmitButton name="intent" value="compare" tone="text">
          {t('form.compare')}
        </SubmitButton>
      </div>
      {isChange ? null : <p className="mt-2 text-ink-soft">{t('form.notCast')}</p>}
    </form>
  );
}

/** How many are chosen, and what is left where the ballot has a limit. Not without JavaScript: it could not count along. */
function Standing({
  vote,
  projects,
  chosen,
}: Pick<BallotFormProps, 'vote' | 'projects'> & { chosen: readonly number[] }) {
  const { t } = useTranslation('voting');
  const { money } = useFormats();
  const { chosen: count, cost, choicesLeft, moneyLeft } = standingOf(vote, projects, chosen);
  const parts = [count === 0 ? t('form.nothing') : t('form.chosen', { count })];
  if (choicesLeft !== null)
    parts.push(
      choicesLeft < 0 ? t('form.tooMany', { count: -choicesLeft }) : t('form.choicesLeft', { count: choicesLeft }),
    );
  if (moneyLeft !== null)
    parts.push(
      moneyLeft < 0
        ? t('form.tooDear', { amount: money(cents(-moneyLeft)) })
        : t('form.moneyLeft', { amount: money(cents(moneyLeft)) }),
    );
  else if (count > 0) parts.push(t('form.together', { amount: money(cost) }));
  const isOver = (choicesLeft ?? 0) < 0 || (moneyLeft ?? 0) < 0;
  return (
    <p
      role="status"
      className={`min-w-0 grow basis-full font-semibold sm:basis-auto noscript:hidden ${isOver ? 'text-brick' : ''}`}
    >
      {parts.join(' · ')}
      <span className="text-base font-normal">
        <ChosenAbove vote={vote} projects={projects} choices={chosen} isShort />
      </span>
    </p>
  );
}
