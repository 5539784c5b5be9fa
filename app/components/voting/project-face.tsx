import { useTranslation } from 'react-i18next';
import type { ProjectCard } from '#app/modules/voting/views.ts';
import { Money } from '../content/money.tsx';
import { Written } from '../content/written.tsx';
import { Stamp } from '../stamp/stamp.tsx';

/** Picture or stamp of a plan, its title, cost, place and short text: what one chooses by. */
export function ProjectFace({ project, headingId }: { project: ProjectCard; headingId?: string }) {
  const { t } = useTranslation('voting');
  return (
    <>
      <span className="block aspect-[16/7] w-full overflow-hidden">
        {project.picture === null ? (
          <Stamp id={project.initiativeId} className="h-full w-full" />
        ) : (
          <img
            {...project.picture}
            alt={project.picture.alt}
            loading="lazy"
            decoding="async"
            className="h-full w-full object-cover"
          />
        )}
      </span>
      <span className="flex grow flex-col gap-2 p-5">
        <span id={headingId} className="text-xl font-bold">
          <Written>{project.title}</Written>
        </span>
        <span className="tabular text-lg font-semibold">
          <Money cents={project.cost} />
        </span>
        <span className="text-sm text-ink-soft">{project.area ?? t('wholeDistrict')}</span>
        <span>
          <Written>{project.summary}</Written>
        </span>
      </span>
    </>
  );
}

/** Where to read all of a plan. */
export function ProjectLink({ project }: { project: ProjectCard }) {
  const { t } = useTranslation('voting');
  return (
    <a
      href={`/initiatieven/${project.slug}`}
      className="inline-flex min-h-11 items-center px-5"
      aria-label={t('readOf', { title: project.title })}
    >
      {t('read')}
    </a>
  );
}
