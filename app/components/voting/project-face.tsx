import { useTranslation } from 'react-i18next';
import type { ProjectCard } from '#app/modules/voting/views.ts';
import { Money } from '../content/money.tsx';
import { Quoting, Written } from '../content/written.tsx';
import { Stamp } from '../stamp/stamp.tsx';

/**
 * Picture or stamp of a plan, its title, cost, place and short text: what one chooses by. On a phone the picture is small,
 * beside the title. What stands in `factsId` are the cost, the place and the category.
 */
export function ProjectFace({
  project,
  headingId,
  factsId,
}: {
  project: ProjectCard;
  headingId?: string;
  factsId?: string;
}) {
  const { t } = useTranslation('voting');
  const categories = useTranslation('voteCategories').t;
  const { category } = project;
  return (
    <span className="grid w-full grid-cols-[minmax(0,1fr)] content-start min-[18rem]:grid-cols-[6.5rem_minmax(0,1fr)] sm:grid-cols-1">
      <span className="block aspect-[16/7] overflow-hidden min-[18rem]:aspect-square sm:aspect-[16/7]">
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
      <span className="flex flex-col gap-1 px-4 py-3 sm:gap-2 sm:px-5 sm:pt-5 sm:pb-2">
        <span id={headingId} className="text-xl leading-snug font-bold">
          <Written>{project.title}</Written>
        </span>
        <span id={factsId} className="flex flex-wrap items-baseline gap-x-3 sm:flex-col sm:gap-y-2">
          <span className="tabular text-lg font-semibold">
            <Money cents={project.cost} />
          </span>
          <span className="text-sm text-ink-soft">{project.area ?? t('wholeDistrict')}</span>
          {category === null ? null : (
            <span className="text-sm text-ink-soft">
              <Quoting text={categories('of', { name: category })} written={category} />
            </span>
          )}
        </span>
      </span>
      <span className="col-span-full px-4 py-3 sm:px-5 sm:pt-0 sm:pb-4">
        <Written>{project.summary}</Written>
      </span>
    </span>
  );
}

/** Where to read all of a plan. */
export function ProjectLink({ project }: { project: ProjectCard }) {
  const { t } = useTranslation('voting');
  return (
    <a
      href={`/initiatieven/${project.slug}`}
      className="inline-flex min-h-14 items-center px-4 sm:px-5"
      aria-label={t('readOf', { title: project.title })}
    >
      {t('read')}
    </a>
  );
}
