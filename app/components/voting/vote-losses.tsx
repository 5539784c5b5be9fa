import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import type { NextChances } from '#app/modules/overview/next-chances.ts';
import type { Loss } from '#app/modules/voting/loss.ts';
import type { ProjectCard, VoteFacts } from '#app/modules/voting/views.ts';
import { useFormats } from '../content/use-formats.ts';
import { Quoting, Written } from '../content/written.tsx';
import { Fold } from '../page/fold.tsx';
import { Section } from '../page/section.tsx';

type LossesProps = {
  losses: readonly Loss[];
  vote: Pick<VoteFacts, 'categories'> & { projects: readonly Pick<ProjectCard, 'number' | 'slug' | 'title'>[] };
  chances: NextChances;
};

/** Why the others did not win, and what whoever brought them can do now. */
export function VoteLosses({ losses, vote, chances }: LossesProps) {
  const { t } = useTranslation('voteFollows');
  if (losses.length === 0) return null;
  return (
    <Section id="niet-gewonnen" title={t('losses.title')} lead={t('losses.lead')}>
      <ul className="flex max-w-prose flex-col gap-4">
        {losses.map((loss) => {
          const project = vote.projects.find(({ number }) => number === loss.number);
          return (
            <li key={loss.number}>
              <a href={`/initiatieven/${project?.slug ?? ''}`} className="font-semibold">
                <Written>{project?.title ?? ''}</Written>
              </a>
              <p>
                {t('losses.votes', { count: loss.votes })} <LossReason loss={loss} vote={vote} />
              </p>
            </li>
          );
        })}
      </ul>
      <Chances chances={chances} />
    </Section>
  );
}

function LossReason({ loss, vote }: { loss: Loss } & Pick<LossesProps, 'vote'>) {
  const { t } = useTranslation('voteFollows');
  const categories = useTranslation('voteCategories').t;
  const { money } = useFormats();
  switch (loss.why) {
    case 'too-few-votes':
      return t('losses.too-few-votes', { count: loss.least });
    case 'lot': {
      const title = vote.projects.find(({ number }) => number === loss.chosen)?.title ?? '';
      return <Quoting text={t('losses.lot', { title })} written={title} />;
    }
    case 'category-full': {
      const { name = '', ceiling = null } = vote.categories.find(({ number }) => number === loss.category) ?? {};
      const facts = { name, ceiling: money(ceiling ?? loss.left), left: money(loss.left), cost: money(loss.cost) };
      return <Quoting text={categories(loss.left === 0 ? 'loss.nothing' : 'loss.whole', facts)} written={name} />;
    }
    case 'cannot-pay':
      return t('losses.cannot-pay', { together: money(loss.together), cost: money(loss.cost) });
    case 'money-spent':
      return t('losses.money-spent', { left: money(loss.left), cost: money(loss.cost) });
  }
}

function Chances({ chances }: { chances: NextChances }) {
  const { t, i18n } = useTranslation('voteFollows');
  const day = (value: Date | NextChances['rounds'][number]['closesOn']) => dateText(value, 'day', i18n.language);
  return (
    <div className="mt-6">
      <Fold title={t('chances.title')} note={t('chances.note')}>
        <ul className="flex max-w-prose flex-col gap-2">
          {chances.rounds.map(({ slug, title, bodyName, closesOn }) => (
            <li key={slug}>
              {t('chances.rounds')}:{' '}
              <a href={`/rondes/${slug}`}>
                <Written>{title}</Written>
              </a>{' '}
              ({t('chances.roundCloses', { body: bodyName, date: day(closesOn) })})
            </li>
          ))}
          {chances.gatherings.map(({ slug, title, startsAt }) => (
            <li key={slug}>
              {t('chances.gatherings')}:{' '}
              <a href={`/ontmoet/${slug}`}>
                <Written>{title}</Written>
              </a>{' '}
              ({day(startsAt)})
            </li>
          ))}
          <li>
            <a href="/portfolios">{t('chances.market')}</a>
          </li>
          <li>
            <a href="/donutfonds">{t('chances.donut')}</a>
          </li>
        </ul>
      </Fold>
    </div>
  );
}
