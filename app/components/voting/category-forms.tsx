import { useTranslation } from 'react-i18next';
import { editableCents } from '#app/kernel/money.ts';
import { longestCategoryName, mostCategories } from '#app/modules/voting/category.ts';
import { equalCeiling, type Division } from '#app/modules/voting/division.ts';
import type { VoteWorkView } from '#app/modules/voting/views.ts';
import { useFormats } from '../content/use-formats.ts';
import { Written } from '../content/written.tsx';
import { SubmitButton } from '../forms/buttons.tsx';
import { Icon } from '../icon/icon.tsx';
import { LabelledField } from '../forms/labelled-field.tsx';
import { useSmallForm } from '../forms/small-form.tsx';
import { Section } from '../page/section.tsx';

type VoteProp = { vote: VoteWorkView };

/** Ready-made divisions, each with one button. */
export function FillForms({ vote, divisions }: VoteProp & { divisions: readonly Division[] }) {
  const { t } = useTranslation('voteCategories');
  if (divisions.length === 0) return null;
  return (
    <Section
      title={t('fill.title')}
      lead={vote.categories.length === 0 ? t('fill.lead') : `${t('fill.lead')} ${t('fill.replaces')}`}
    >
      <div className="grid items-start gap-5 lg:grid-cols-2">
        {divisions.map((division) => (
          <FillForm key={division.kind} vote={vote} division={division} />
        ))}
      </div>
    </Section>
  );
}

function FillForm({ vote, division: { kind, categories, without } }: VoteProp & { division: Division }) {
  const { t } = useTranslation('voteCategories');
  const { money } = useFormats();
  const form = useSmallForm({ intent: 'fill', kind });
  return (
    <form method="post" className="card flex flex-col items-start gap-3 rounded bg-surface p-5">
      <h3>{t(`fill.${kind}`)}</h3>
      {form.mistake}
      <p>
        <Written>
          {categories.map(({ name, projects }) => t('fill.line', { name, count: projects.length })).join(' · ')}
        </Written>
      </p>
      {without.length === 0 ? null : <p className="text-ink-soft">{t('fill.without', { count: without.length })}</p>}
      {kind === 'theme' ? <p className="text-ink-soft">{t('fill.firstTheme')}</p> : null}
      <input type="hidden" name="revision" value={vote.revision} />
      <input type="hidden" name="kind" value={kind} />
      <label className="choice">
        <input
          type="checkbox"
          name="equally"
          className="tick mt-0.5"
          defaultChecked={form.ticked('equally', 'on', false)}
        />
        <span>{t('fill.equally', { amount: money(equalCeiling(vote.amount, categories.length)) })}</span>
      </label>
      <SubmitButton name="intent" value="fill" tone="quiet">
        {t(`fill.button.${kind}`)}
      </SubmitButton>
    </form>
  );
}

/** Empty rows below what there is, so that three can be added without JavaScript. */
const spareRows = 3;

/** Names and ceilings. */
export function NamesForm({ vote }: VoteProp) {
  const { t } = useTranslation('voteCategories');
  const { money } = useFormats();
  const form = useSmallForm({ intent: 'save' });
  const { categories } = vote;
  const last = Math.max(0, ...categories.map(({ number }) => number));
  const rows = Array.from({ length: Math.min(mostCategories, last + spareRows) }, (_, at) => at + 1);
  return (
    <Section title={t('names.title')} lead={t('names.lead')}>
      <form method="post" className="flex flex-col items-start gap-5">
        {form.mistake}
        <p className="font-semibold">{t('names.amount', { amount: money(vote.amount) })}</p>
        <input type="hidden" name="revision" value={vote.revision} />
        <ol className="flex w-full flex-col gap-5">
          {rows.map((number) => {
            const one = categories.find((category) => category.number === number);
            const [name, ceiling] = [`name-${String(number)}`, `ceiling-${String(number)}`];
            return (
              <li key={number} className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_14rem]">
                <LabelledField id={name} label={t('names.name', { number })}>
                  <input
                    id={name}
                    name={name}
                    className="input"
                    maxLength={longestCategoryName}
                    autoComplete="off"
                    defaultValue={form.typed(name, form.isBack ? '' : (one?.name ?? ''))}
                  />
                </LabelledField>
                <LabelledField id={ceiling} label={t('names.ceiling', { number })}>
                  <span className="relative block">
                    <span aria-hidden="true" className="absolute top-1/2 left-4 -translate-y-1/2 text-ink-soft">
                      €
                    </span>
                    <input
                      id={ceiling}
                      name={ceiling}
                      className="input input-money"
                      inputMode="decimal"
                      autoComplete="off"
                      defaultValue={form.typed(ceiling, ceilingText(form.isBack ? null : (one?.ceiling ?? null)))}
                    />
                  </span>
                </LabelledField>
              </li>
            );
          })}
        </ol>
        <p className="max-w-prose text-ink-soft">{t('names.remove')}</p>
        <SubmitButton name="intent" value="save" tone={categories.length === 0 ? 'main' : 'quiet'}>
          {t('names.button')}
        </SubmitButton>
      </form>
    </Section>
  );
}

const ceilingText = (ceiling: Parameters<typeof editableCents>[0] | null): string =>
  ceiling === null ? '' : editableCents(ceiling);

/** In which category each plan is. Zero is none: an empty field would say nothing. */
export function PlacesForm({ vote }: VoteProp) {
  const { t } = useTranslation('voteCategories');
  const { money } = useFormats();
  const form = useSmallForm({ intent: 'sort' });
  const { categories, projects } = vote;
  return (
    <Section title={t('places.title')} id="plannen">
      {categories.length === 0 ? (
        <p>{t('places.first')}</p>
      ) : (
        <form method="post" className="flex flex-col items-start gap-5">
          {form.mistake}
          <input type="hidden" name="revision" value={vote.revision} />
          <ol className="flex w-full flex-col gap-5">
            {projects
              .filter(({ verdict }) => verdict !== 'excluded')
              .map(({ number, title, cost, category }) => {
                const field = `plan-${String(number)}`;
                return (
                  <li key={number}>
                    <LabelledField
                      id={field}
                      label={
                        <>
                          <Written>{title}</Written> <span className="font-normal text-ink-soft">{money(cost)}</span>
                        </>
                      }
                    >
                      <span className="relative block">
                        <select
                          id={field}
                          name={field}
                          className="input"
                          defaultValue={form.typed(field, category ?? 0)}
                        >
                          <option value="0">{t('places.nowhere')}</option>
                          {categories.map(({ number: value, name, ceiling }) => (
                            <option key={value} value={value}>
                              {ceiling === null ? name : `${name} (${t('ceilingOf', { amount: money(ceiling) })})`}
                            </option>
                          ))}
                        </select>
                        <Icon
                          name="chevron-down"
                          className="pointer-events-none absolute top-1/2 right-3 size-5 -translate-y-1/2"
                        />
                      </span>
                    </LabelledField>
                  </li>
                );
              })}
          </ol>
          <SubmitButton name="intent" value="sort">
            {t('places.button')}
          </SubmitButton>
        </form>
      )}
    </Section>
  );
}
