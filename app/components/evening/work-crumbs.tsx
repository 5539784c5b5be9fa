import { useTranslation } from 'react-i18next';
import { Written } from '../content/written.tsx';
import { Breadcrumbs } from '../page/breadcrumbs.tsx';

type WorkCrumbsProps = { slug: string; title: string; under?: { label: string; href: string } };

/** Where a page of the work on a gathering stands. */
export function WorkCrumbs({ slug, title, under }: WorkCrumbsProps) {
  const { t } = useTranslation('gatheringWork');
  return (
    <Breadcrumbs
      crumbs={[
        { label: t('crumb'), href: '/ontmoet-werk' },
        { label: <Written>{title}</Written>, href: `/ontmoet-werk/${slug}` },
        ...(under === undefined ? [] : [under]),
      ]}
    />
  );
}
