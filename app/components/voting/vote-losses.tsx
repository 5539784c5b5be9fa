import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import type { NextChances } from '#app/modules/overview/next-chances.ts';
import type { Loss } from '#app/modules/voting/loss.ts';
import type { ProjectCard } from '#app/modules/voting/views.ts';
import { useFormats } from '../content/use-formats.ts';
import { Quoting, Written } from '../content/written.tsx';
import { Fold } from '../page/fold.tsx';
import { Section } from '../page/section.tsx';

type LossesProps = {
  losses: readonly Loss[];
  projects: readonly Pick<ProjectCard, 'number' | 'slug' | 'title'>[];
  chances: NextChances;
};

/** Why the others did not win, and what whoever brought them can do now. */
export function VoteLosses({ losses, projects, chances }: LossesProps) {
  const { t } = useTranslation('voteFollows');
  if (losses.length === 0) return null;
  return (
    <Section id="niet-gewonnen" title={t('losses.title')} lead={t('losses.lead')}>
      <ul className="flex max-w-prose flex-col gap-4">
        {losses.map((loss) => {
          const project = projects.find(({ number }) => number === loss.number);
          return (
            <li key={loss.number}>
              <a href={`/initiatieven/${project?.slug ?? ''}`} className="font-semibold">
                <Written>{project?.title ?? ''}</Written>
              </a>
              <p>
                {t('losses.votes', { count: loss.votes })} <LossReason loss={loss} projects={projects} />
              </p>
            </li>
          );
        })}
      </ul>
      <Chances chances={chances} />
    </Section>
  );
}

function LossReason({ loss, projects }: { loss: Loss } & Pick<LossesProps, 'projects'>) {
  const { t } = useTranslation('voteFollows');
  const { money } = useFormats();
  switch (loss.why) {
    case 'too-few-votes':
      return t('losses.too-few-votes', { least: loss.least });
    case 'lot': {
      const title = projects.find(({ number }) => number === loss.chosen)?.title ?? '';
      return <Quoting text={t('losses.lot', { title })} written={title} />;
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
