import { useTranslation } from 'react-i18next';
import { cents, noMoney, type Cents } from '#app/kernel/money.ts';
import { DataTable } from '../content/data-table.tsx';
import { Money } from '../content/money.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Written } from '../content/written.tsx';
import { Section } from '../page/section.tsx';
import { percentOf, percents, planName, type ComparedRule, type Comparison } from './view.ts';

/** Every rule in figures. */
export function RulesTable({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation('counting');
  const { voters, rules } = comparison;
  const share = (count: number) => t('table.percent', { value: percentOf(count, voters) });
  return (
    <Section title={t('table.title')}>
      <DataTable
        caption={t('table.title')}
        captionHidden
        rows={rules}
        rowKey={({ name }) => name}
        columns={[
          { key: 'rule', header: t('table.rule'), cell: ({ name }) => t(`rule.${name}`) },
          { key: 'plans', header: t('table.plans'), cell: ({ winners }) => winners.length, numeric: true },
          { key: 'spent', header: t('table.spent'), cell: ({ spent }) => <Money cents={spent} />, numeric: true },
          { key: 'left', header: t('table.left'), cell: ({ left }) => <Money cents={left} />, numeric: true },
          {
            key: 'each',
            header: t('table.each'),
            cell: ({ endowment }) => (endowment === null ? '' : <Money cents={endowment} />),
            numeric: true,
          },
          {
            key: 'winner',
            header: t('table.winner'),
            cell: ({ byWinners }) => share(voters - byWinners[0]),
            numeric: true,
          },
          { key: 'three', header: t('table.three'), cell: ({ byWinners }) => share(byWinners[3]), numeric: true },
          {
            key: 'least',
            header: t('table.least'),
            cell: ({ quarters }) => t('table.of100', { value: percents(quarters)[0] ?? 0 }),
            numeric: true,
          },
        ]}
      />
    </Section>
  );
}

type TwoRules = { comparison: Comparison; one: ComparedRule; other: ComparedRule };

type SliceTablesProps = {
  one: ComparedRule;
  other: ComparedRule | null;
  /** Categories with a most of their own. */
  limits: Comparison['categories'];
};

/** Money per category and wijk, and what each group of voters got; nothing where the file does not tell them. */
export function SliceTables({ one, other, limits }: SliceTablesProps) {
  const { t } = useTranslation('counting');
  const { money } = useFormats();
  const inOther = (at: number, name: string) =>
    other?.slices[at]?.slices.find((slice) => slice.name === name)?.amount ?? noMoney;
  const limitOf = (name: string) => limits.find((limit) => limit.name === name)?.budget;
  return (
    <>
      {one.slices.map(({ by, slices }, at) => (
        <Section key={by} title={t(`slices.${by}`)}>
          <DataTable
            caption={t(`slices.${by}`)}
            captionHidden
            rows={slices}
            rowKey={({ name }) => name}
            columns={[
              {
                key: 'name',
                header: t(`slices.name.${by}`),
                cell: ({ name }) => <SliceName name={name} limit={by === 'category' ? limitOf(name) : undefined} />,
              },
              {
                key: 'one',
                header: t(`rule.${one.name}`),
                cell: ({ amount }) => <AmountBar text={money(amount)} part={percentOf(amount, one.spent)} />,
                numeric: true,
              },
              ...(other === null
                ? []
                : [
                    {
                      key: 'other',
                      header: t(`rule.${other.name}`),
                      cell: ({ name }: { name: string }) => (
                        <AmountBar text={money(inOther(at, name))} part={percentOf(inOther(at, name), other.spent)} />
                      ),
                      numeric: true,
                    },
                  ]),
            ]}
          />
        </Section>
      ))}
      {one.groups.map(({ by, groups }, at) => (
        <Section key={by} title={`${t('groups.title')}: ${t(`groups.by.${by}`).toLowerCase()}`} lead={t('groups.lead')}>
          <DataTable
            caption={t('groups.title')}
            captionHidden
            rows={groups}
            rowKey={({ name }) => name}
            columns={[
              {
                key: 'name',
                header: t(`groups.by.${by}`),
                cell: ({ name }) => (name === '' ? t('groups.other') : <Written>{name}</Written>),
              },
              { key: 'voters', header: t('groups.voters'), cell: ({ voters }) => voters, numeric: true },
              {
                key: 'one',
                header: t(`rule.${one.name}`),
                cell: ({ each }) => <Money cents={cents(each)} />,
                numeric: true,
              },
              ...(other === null
                ? []
                : [
                    {
                      key: 'other',
                      header: t(`rule.${other.name}`),
                      cell: ({ name }: { name: string }) => (
                        <Money
                          cents={cents(other.groups[at]?.groups.find((group) => group.name === name)?.each ?? 0)}
                        />
                      ),
                      numeric: true,
                    },
                  ]),
            ]}
          />
        </Section>
      ))}
    </>
  );
}

function SliceName({ name, limit }: { name: string; limit: Cents | undefined }) {
  const { t } = useTranslation('counting');
  const { money } = useFormats();
  if (name === '') return t('slices.other');
  return (
    <>
      <Written>{name}</Written>
      {limit === undefined ? null : (
        <span className="block text-sm text-ink-soft">{t('slices.most', { amount: money(limit) })}</span>
      )}
    </>
  );
}

function AmountBar({ text, part }: { text: string; part: number }) {
  return (
    <span className="grid gap-1">
      <span>{text}</span>
      <svg className="h-3 w-full min-w-24" aria-hidden="true" focusable="false">
        <rect className="fill-line" width="100%" height="100%" />
        <rect className="fill-garden" width={`${String(part)}%`} height="100%" />
      </svg>
    </span>
  );
}

/** Every plan, the most votes first, and whether it wins by each of two rules. */
export function PlansTable({ comparison, one, other }: TwoRules) {
  const { t } = useTranslation('counting');
  const rows = comparison.projects
    .map((project, at) => ({ ...project, at }))
    .sort((left, right) => right.votes - left.votes || left.cost - right.cost);
  const wins = (rule: ComparedRule, at: number) =>
    rule.winners.includes(at) ? (
      <strong>{t('plans.wins')}</strong>
    ) : (
      <span className="text-ink-soft">{t('plans.not')}</span>
    );
  return (
    <Section title={t('plans.title')}>
      <details>
        <summary className="min-h-11 cursor-pointer py-2 font-semibold text-water">
          {t('plans.show', { count: rows.length })}
        </summary>
        <DataTable
          caption={t('plans.title')}
          captionHidden
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { key: 'plan', header: t('plans.plan'), cell: ({ at }) => <Written>{planName(comparison, at)}</Written> },
            { key: 'cost', header: t('plans.cost'), cell: ({ cost }) => <Money cents={cost} />, numeric: true },
            { key: 'votes', header: t('plans.votes'), cell: ({ votes }) => votes, numeric: true },
            { key: 'one', header: t(`rule.${one.name}`), cell: ({ at }) => wins(one, at) },
            { key: 'other', header: t(`rule.${other.name}`), cell: ({ at }) => wins(other, at) },
          ]}
        />
      </details>
    </Section>
  );
}
