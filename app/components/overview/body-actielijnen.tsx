import { useTranslation } from 'react-i18next';
import { Written } from '../content/written.tsx';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { Section } from '../page/section.tsx';
import { PaperLink } from './body-people.tsx';

type Actielijn = {
  slug: string;
  title: string;
  goal: string;
  stage: 'preparing' | 'approved' | 'running' | 'paused';
  stateNote: string;
  source: { key: string; title: string; date: CalendarDate | null } | null;
};

const looks = {
  preparing: 'bg-tint-sand text-sand',
  approved: 'bg-tint-garden text-garden',
  running: 'bg-garden text-on-garden',
  paused: 'bg-tint-brick text-brick',
};

/** The longer lines of work of a team, with their state and the paper that tells it. */
export function BodyActielijnen({ actielijnen }: { actielijnen: readonly Actielijn[] }) {
  const { t } = useTranslation('programme');
  if (actielijnen.length === 0) return null;
  return (
    <Section id="actielijnen" title={t('body.actielijnen')} lead={t('body.actielijnenText')}>
      <ul className="flex flex-col gap-8">
        {actielijnen.map((line) => (
          <li key={line.slug}>
            <h3>
              <Written>{line.title}</Written>
            </h3>
            <p className="mt-2">
              <span
                className={`inline-block rounded px-2.5 py-1 text-sm leading-tight font-semibold ${looks[line.stage]}`}
              >
                {t(`body.actielijnStage.${line.stage}`)}
              </span>
            </p>
            <div className="prose mt-2">
              <p>
                <Written>{line.goal}</Written>
              </p>
              <p className="text-ink-soft">
                <Written>{line.stateNote}</Written>
              </p>
              {line.source === null ? null : (
                <p className="text-sm">
                  {t('body.source')}: <PaperLink paper={line.source} />
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
