import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonRoom } from '#app/modules/allowances/volunteer-views.ts';
import { useFormats } from '../content/use-formats.ts';
import { Written } from '../content/written.tsx';
import { ButtonLink } from '../forms/buttons.tsx';
import { Breadcrumbs } from '../page/breadcrumbs.tsx';
import { EmptyState } from '../page/empty-state.tsx';
import { Notice } from '../page/notice.tsx';
import { Page } from '../page/page.tsx';
import { PageHeader } from '../page/page-header.tsx';

type ClaimFrameProps = {
  activity: { slug: string; name: string; isOpen: boolean };
  title: string;
  lead: ReactNode;
  takesPart: boolean;
  room: PersonRoom | null;
  /** What stands there instead when the activity does not pay this. */
  unpaid: ReactNode;
  children: ReactNode;
};

/** Around a form in which a volunteer claims: what is left to get, or why there is nothing to fill in. */
export function ClaimFrame({ activity, title, lead, takesPart, room, unpaid, children }: ClaimFrameProps) {
  const { t } = useTranslation('volunteering');
  const { money } = useFormats();
  const href = `/activiteiten/${activity.slug}`;
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: t('claim.crumb'), href: '/activiteiten' },
              { label: <Written>{activity.name}</Written>, href },
            ]}
          />
        }
        title={title}
        lead={lead}
        tone="plain"
      />
      {!activity.isOpen ? (
        <Notice title={t('page.closed')}>{t('page.closedText')}</Notice>
      ) : unpaid !== null ? (
        unpaid
      ) : takesPart ? (
        <>
          <p className="max-w-prose">
            {room === null
              ? t('room.none')
              : t('room.short', { month: money(room.room.left), year: money(room.room.year) })}
          </p>
          {children}
        </>
      ) : (
        <EmptyState
          title={t('claim.notPart')}
          stampId="niet-aangemeld"
          action={<ButtonLink href={href}>{t('claim.toActivity')}</ButtonLink>}
        >
          <p>{t('claim.notPartText')}</p>
        </EmptyState>
      )}
    </Page>
  );
}
