import { useTranslation } from 'react-i18next';
import { useLocale } from '#app/i18n/use-locale.ts';
import { addCents, cents, type Cents } from '#app/kernel/money.ts';
import { useFormats } from '../content/use-formats.ts';
import { FlowPicture, type FlowBand, type FlowBox, type FlowTone } from './flow-picture.tsx';
import type { BudgetSums } from './sums.ts';

type Source = { slug: string; name: string; nameEn: string };
type Body = { slug: string; name: string; shortName: string };

export type FlowLine = { source: Source; body: Body; amount: Cents };

type MoneyFlowProps = {
  flows: readonly FlowLine[];
  teams: readonly (BudgetSums & { body: Body })[];
  /** Per source, what no team got yet. */
  waiting: readonly { source: Source; amount: Cents }[];
  hrefOf: (to: { source?: string; body?: string }) => string;
  teamHref: (slug: string) => string;
};

const wide = { width: 1120, bandHeight: 420, nodeWidth: 14, slot: 44, gap: 10 };
const narrow = { width: 350, bandHeight: 300, nodeWidth: 10, slot: 60, gap: 6 };
const uses = ['paid', 'committed', 'available'] as const;
const toneOfUse = { paid: 'paid', committed: 'committed', available: 'left' } as const satisfies Record<
  string,
  FlowTone
>;

/** From source to team to what became of the money; on a phone in two drawings, one below the other. */
export function MoneyFlow(props: MoneyFlowProps) {
  const { t } = useTranslation('publicBudget');
  const { sources, teams, becomes, waiting, toTeams, toUse } = useFlow(props);
  const middle = [...teams, ...waiting];
  return (
    <>
      <div className="hidden md:block">
        <FlowPicture
          label={t('flow.label')}
          columns={[sources, middle, becomes]}
          bands={[...toTeams, ...toUse]}
          size={wide}
          longest={32}
        />
      </div>
      <div className="flex flex-col gap-8 md:hidden">
        <figure>
          <figcaption className="mb-3 font-semibold">{t('flow.toTeams')}</figcaption>
          <FlowPicture
            label={t('flow.toTeams')}
            columns={[sources, middle]}
            bands={toTeams}
            size={narrow}
            longest={18}
          />
        </figure>
        <figure>
          <figcaption className="mb-3 font-semibold">{t('flow.toUse')}</figcaption>
          <FlowPicture label={t('flow.toUse')} columns={[teams, becomes]} bands={toUse} size={narrow} longest={18} />
        </figure>
      </div>
    </>
  );
}

/** The boxes and bands with their words and links. */
function useFlow({ flows, teams, waiting, hrefOf, teamHref }: MoneyFlowProps) {
  const { t } = useTranslation('publicBudget');
  const { money } = useFormats();
  const locale = useLocale();
  const nameOf = (source: Source) => (locale === 'en' ? source.nameEn : source.name);
  const box = (key: string, name: string, amount: Cents, tone: FlowTone, href: string): FlowBox => ({
    key,
    name,
    amount,
    text: money(amount),
    tone,
    href,
  });
  const title = (from: string, to: string, amount: Cents) => t('flow.band', { from, to, amount: money(amount) });
  const idle = waiting.filter(({ amount }) => amount > 0);
  const flowing = flows.filter(({ amount }) => amount > 0);
  const givers = new Map([...flowing, ...idle].map(({ source }) => [source.slug, source]));
  const given = (slug: string) =>
    addCents(
      cents(0),
      ...[...flowing, ...idle].filter(({ source }) => source.slug === slug).map(({ amount }) => amount),
    );
  const toTeams: FlowBand[] = [
    ...flowing.map(({ source, body, amount }) => ({
      from: `s ${source.slug}`,
      to: `t ${body.slug}`,
      amount,
      tone: 'source' as const,
      title: title(nameOf(source), body.name, amount),
      href: hrefOf({ source: source.slug, body: body.slug }),
    })),
    ...idle.map(({ source, amount }) => ({
      from: `s ${source.slug}`,
      to: 'waiting',
      amount,
      tone: 'waiting' as const,
      title: title(nameOf(source), t('flow.unallocated'), amount),
      href: `#bron-${source.slug}`,
    })),
  ];
  const withMoney = teams.filter(({ budget }) => budget > 0);
  const toUse = withMoney.flatMap((team) =>
    uses
      .filter((use) => team[use] > 0)
      .map((use) => ({
        from: `t ${team.body.slug}`,
        to: use,
        amount: team[use],
        tone: toneOfUse[use],
        title: title(team.body.name, t(`sum.${use}`), team[use]),
        href: teamHref(team.body.slug),
      })),
  );
  const total = (use: (typeof uses)[number]) => addCents(cents(0), ...withMoney.map((team) => team[use]));
  const idleTotal = addCents(cents(0), ...idle.map(({ amount }) => amount));
  return {
    toTeams,
    toUse,
    sources: [...givers.values()].map((source) =>
      box(`s ${source.slug}`, nameOf(source), given(source.slug), 'source', `#bron-${source.slug}`),
    ),
    teams: withMoney.map(({ body, budget }) => ({
      ...box(`t ${body.slug}`, body.shortName, budget, 'team', teamHref(body.slug)),
      isWritten: true,
    })),
    waiting: idleTotal === 0 ? [] : [box('waiting', t('flow.unallocated'), idleTotal, 'waiting', '#bronnen')],
    becomes: uses
      .filter((use) => total(use) > 0)
      .map((use) =>
        box(use, t(`sum.${use}`), total(use), toneOfUse[use], use === 'available' ? '#regels' : '#besluiten'),
      ),
  };
}
