import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { dateText } from '#app/kernel/date-text.ts';
import { Facts, type Fact } from '#app/components/content/facts.tsx';
import { DoubleFunding } from '#app/components/initiative/double-funding.tsx';
import { useFormats } from '#app/components/content/use-formats.ts';
import { parseCalendarDate } from '#app/kernel/calendar-date.ts';
import { parseCents } from '#app/kernel/money.ts';
import { typedDoubleFunding } from '#app/modules/initiatives/budget.ts';
import type { DraftReview } from '#app/modules/initiatives/queries/draft-review.query.server.ts';
import { resources, type Resource } from '#app/modules/initiatives/forms/needs.ts';
import { fundingStates } from '#app/modules/initiatives/forms/other-funding.ts';
import { draftHref, type DraftStep } from '#app/modules/initiatives/steps.ts';

/** Everything as typed, per step, with the way back to each. */
export function PlanSummary({ review }: { review: DraftReview }) {
  const { t, i18n } = useTranslation(['draft', 'initiatives']);
  const { money } = useFormats();
  const { steps, names, attachments, id } = review;
  const day = (typed: string) => {
    const date = parseCalendarDate(typed);
    return date === null ? typed : dateText(date, 'day', i18n.language);
  };
  // as it was typed where it is not right yet: the mistake is named above
  const euros = (typed: string) => {
    const amount = parseCents(typed);
    return amount === null ? typed : money(amount);
  };
  const stateText = (typed: string) => {
    const state = fundingStates.find((known) => known === typed);
    return state === undefined ? '' : `, ${t(`initiatives:funding.${state}`)}`;
  };
  const what = steps['wat-en-waarom'];
  const where = steps.waar;
  const who = steps.wie;
  const other = steps['andere-financiering'];
  const field = (
    name:
      | 'title'
      | 'summary'
      | 'why'
      | 'what'
      | 'result'
      | 'place'
      | 'group'
      | 'ownership'
      | 'otherPartners'
      | 'startsOn'
      | 'endsOn',
    value: string,
  ): Fact => ({
    term: t(`initiatives:field.${name}`),
    value: text(value),
  });
  const offered = (texts: Record<Resource, string>) =>
    resources.map((resource): Fact => ({ term: t(`initiatives:resource.${resource}`), value: text(texts[resource]) }));
  const part = (step: DraftStep, facts: Fact[], extra?: ReactNode) => (
    <SummaryPart key={step} title={t(`step.${step}`)} href={draftHref(id, step)} facts={facts} extra={extra} />
  );
  return (
    <div className="flex flex-col gap-4">
      {part('wat-en-waarom', [
        field('title', what.title),
        field('summary', what.summary),
        field('why', what.why),
        field('what', what.what),
        field('result', what.result),
      ])}
      {part('waar', [
        {
          term: t('initiatives:field.areas'),
          value: where.scope === 'district' ? t('field.scopeDistrict') : text(names.areas.join('\n')),
        },
        field('place', where.place),
      ])}
      {part('thema', [
        {
          term: t('initiatives:field.themes'),
          value:
            names.themes.length === 0 ? null : (
              <span className="font-normal whitespace-pre-line">{names.themes.join('\n')}</span>
            ),
        },
      ])}
      {part('wie', [
        {
          term: t('initiatives:field.submitter'),
          value: who.as === 'myself' ? t('field.asMyself') : text(names.organisation),
        },
        field('group', who.group),
        field('ownership', who.ownership),
        { term: t('initiatives:field.partners'), value: text(names.partners.join('\n')) },
        field('otherPartners', who.otherPartners),
      ])}
      {part('nodig', [
        {
          term: t('initiatives:field.budget'),
          value: text(
            steps.nodig.budget.map(({ description, amount }) => `${description}: ${euros(amount)}`).join('\n'),
          ),
        },
        ...offered(steps.nodig),
      ])}
      {part('aanbod', offered(steps.aanbod))}
      {part('planning', [
        field('startsOn', day(steps.planning.startsOn)),
        field('endsOn', day(steps.planning.endsOn)),
        {
          term: t('initiatives:field.milestones'),
          value: text(
            steps.planning.milestones
              .map(({ description, on }) => [day(on), description].filter(Boolean).join(': '))
              .join('\n'),
          ),
        },
      ])}
      {part(
        'andere-financiering',
        [
          {
            term: t('initiatives:field.otherFunding'),
            value:
              other.any === 'no'
                ? t('field.anyNo')
                : text(
                    other.funding
                      .map(({ party, amount, state }) => `${party}: ${euros(amount)}${stateText(state)}`)
                      .join('\n'),
                  ),
          },
        ],
        <DoubleFunding double={typedDoubleFunding(steps.nodig.budget, other)} />,
      )}
      {part('bijlagen', [
        {
          term: t('initiatives:field.attachments'),
          value: text(attachments.map(({ fileName }) => fileName).join('\n')),
        },
      ])}
    </div>
  );
}

function text(value: string): ReactNode {
  return value.trim() === '' ? null : (
    <span className="font-normal break-words whitespace-pre-line">
      <Written>{value}</Written>
    </span>
  );
}

type SummaryPartProps = { title: string; href: string; facts: readonly Fact[]; extra?: ReactNode };

function SummaryPart({ title, href, facts, extra }: SummaryPartProps) {
  const { t } = useTranslation('draft');
  const isEmpty = facts.every(({ value }) => value === null || value === '');
  return (
    <section className="rounded bg-surface p-5">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6">
        <h3 className="text-lg">{title}</h3>
        <a href={href} className="inline-block py-2" aria-label={`${t('check.edit')}: ${title}`}>
          {t('check.edit')}
        </a>
      </div>
      {isEmpty ? <p className="text-ink-soft">{t('check.empty')}</p> : <Facts facts={facts} />}
      {extra === undefined ? null : <div className="mt-4 empty:hidden">{extra}</div>}
    </section>
  );
}
