import { useTranslation } from 'react-i18next';
import { editableCents } from '#app/kernel/money.ts';
import type { VoteWorkView, WorkProject } from '#app/modules/voting/views.ts';
import { useFormats } from '../content/use-formats.ts';
import { Quoting, Written } from '../content/written.tsx';
import { SubmitButton } from '../forms/buttons.tsx';
import { useSmallForm } from '../forms/small-form.tsx';
import { hintOf, LabelledField } from '../forms/labelled-field.tsx';
import { Section } from '../page/section.tsx';

/** The plans on the list with the check of each, and those that can be put on it. */
export function WorkProjects({ vote }: { vote: VoteWorkView }) {
  const { t } = useTranslation('votingWork');
  const isDraft = vote.state === 'draft' && vote.mayRun;
  const nameOf = (category: number | null) => vote.categories.find(({ number }) => number === category)?.name ?? null;
  return (
    <Section title={t('steps.projects')} id="plannen">
      {vote.projects.length === 0 ? <p>{t('projects.none')}</p> : null}
      <ol className="grid items-start gap-5 lg:grid-cols-2">
        {vote.projects.map((project) => (
          <li key={project.number} className="card rounded bg-surface p-5">
            <ProjectHead project={project} category={nameOf(project.category)} />
            {isDraft ? <ProjectForms project={project} revision={vote.revision} /> : null}
          </li>
        ))}
      </ol>
      {isDraft ? <PutUp vote={vote} /> : null}
    </Section>
  );
}

function ProjectHead({ project, category }: { project: WorkProject; category: string | null }) {
  const { t } = useTranslation('votingWork');
  const categories = useTranslation('voteCategories').t;
  const { money } = useFormats();
  const { number, slug, title, verdict, reason, checkedBy, cost, requested } = project;
  return (
    <>
      <p className="text-sm text-ink-soft">
        {t('projects.number', { number })} · {t(`projects.${verdict ?? 'unchecked'}`)}
        {checkedBy === null ? null : <> · {t('projects.checkedBy', { name: checkedBy })}</>}
      </p>
      <p className="text-lg font-semibold">
        <a href={`/initiatieven/${slug}`}>
          <Written>{title}</Written>
        </a>
      </p>
      <p className="tabular">
        {money(cost)}
        {cost === requested ? null : (
          <span className="text-ink-soft"> ({t('projects.asked', { amount: money(requested) })})</span>
        )}
      </p>
      {category === null ? null : (
        <p className="text-ink-soft">
          <Quoting text={categories('of', { name: category })} written={category} />
        </p>
      )}
      {reason === '' ? null : (
        <p className="whitespace-pre-line">
          <Written>{reason}</Written>
        </p>
      )}
    </>
  );
}

function ProjectForms({ project, revision }: { project: WorkProject; revision: number }) {
  const { t } = useTranslation('votingWork');
  const { title } = project;
  const number = String(project.number);
  const form = useSmallForm({ intent: 'check', number });
  const verdict = form.typed('verdict', project.verdict ?? '');
  const own = (name: string) => `${name}-${number}`;
  const isOpen = project.verdict === null || form.isBack;
  if (project.interest !== null) return <p className="mt-2 text-sand">{t('projects.interest')}</p>;
  return (
    <details className="mt-2" open={isOpen}>
      <summary className="cursor-pointer py-2 font-semibold underline" aria-label={t('projects.verdictOf', { title })}>
        {t('projects.verdict')}
      </summary>
      <form method="post" className="mt-2 flex flex-col gap-4">
        {form.mistake}
        <input type="hidden" name="revision" value={revision} />
        <input type="hidden" name="number" value={number} />
        <LabelledField id={own('cost')} label={t('projects.cost')}>
          <input
            id={own('cost')}
            name="cost"
            className="input tabular max-w-48"
            inputMode="decimal"
            defaultValue={form.typed('cost', editableCents(project.cost))}
          />
        </LabelledField>
        <fieldset className="flex flex-col gap-2">
          <legend className="sr-only">{t('projects.verdictOf', { title })}</legend>
          {(['included', 'excluded'] as const).map((one) => (
            <label key={one} className="choice">
              <input type="radio" name="verdict" value={one} defaultChecked={verdict === one} className="tick mt-0.5" />
              <span>{t(`projects.${one}`)}</span>
            </label>
          ))}
        </fieldset>
        <LabelledField id={own('reason')} label={t('projects.reason')} hint={t('projects.reasonHint')}>
          <textarea
            id={own('reason')}
            name="reason"
            rows={2}
            className="input"
            aria-describedby={hintOf(own('reason'))}
            defaultValue={form.typed('reason', project.reason)}
          />
        </LabelledField>
        <p className="flex flex-wrap gap-4">
          <SubmitButton name="intent" value="check" tone="quiet" labelOf={t('projects.checkOf', { title })}>
            {t('projects.check')}
          </SubmitButton>
          <SubmitButton name="intent" value="off" tone="text" labelOf={t('projects.offOf', { title })}>
            {t('projects.off')}
          </SubmitButton>
        </p>
      </form>
    </details>
  );
}

function PutUp({ vote }: { vote: VoteWorkView }) {
  const { t } = useTranslation('votingWork');
  const { money } = useFormats();
  const form = useSmallForm({ intent: 'put-up' });
  return (
    <details className="mt-6" open={vote.projects.length === 0 || form.isBack}>
      <summary className="cursor-pointer py-2 text-lg font-semibold">{t('projects.add')}</summary>
      {vote.candidates.length === 0 ? (
        <p>{t('projects.noCandidates')}</p>
      ) : (
        <form method="post" className="mt-2 flex flex-col gap-4">
          {form.mistake}
          <p className="text-ink-soft">{t('projects.addLead')}</p>
          <input type="hidden" name="revision" value={vote.revision} />
          <fieldset className="flex flex-col gap-2">
            <legend className="sr-only">{t('projects.add')}</legend>
            {vote.candidates.map(({ id, title, requested, isHere }) => (
              <label key={id} className="choice">
                <input type="checkbox" name="initiativeIds" value={id} className="tick mt-0.5" />
                <span>
                  <Written>{title}</Written> <span className="text-ink-soft">{money(requested)}</span>
                  {isHere ? <span className="text-ink-soft"> · {t('projects.here')}</span> : null}
                </span>
              </label>
            ))}
          </fieldset>
          <p>
            <SubmitButton name="intent" value="put-up" tone="quiet">
              {t('projects.addButton')}
            </SubmitButton>
          </p>
        </form>
      )}
    </details>
  );
}
