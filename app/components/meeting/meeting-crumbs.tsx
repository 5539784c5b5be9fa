import { useTranslation } from 'react-i18next';
import { Written } from '../content/written.tsx';
import { Breadcrumbs } from '../page/breadcrumbs.tsx';

/** The way back from a page of one meeting to that meeting and the desk. */
export function MeetingCrumbs({ slug, title }: { slug: string; title: string }) {
  const { t } = useTranslation('meetingWork');
  return (
    <Breadcrumbs
      crumbs={[
        { label: t('crumb'), href: '/vergaderwerk' },
        { label: <Written>{title}</Written>, href: `/vergaderwerk/${slug}` },
      ]}
    />
  );
}
