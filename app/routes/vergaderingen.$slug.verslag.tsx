import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { MinutesView } from '#app/components/meeting/minutes-view.tsx';
import { useMeetingWords } from '#app/components/meeting/use-meeting-words.ts';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { checkWord } from '#app/components/transparency/check-address.ts';
import { InLog } from '#app/components/transparency/in-log.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import { publicMinutes, versionAsked } from '#app/modules/meetings/queries/public-minutes.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { inLog } from '#app/modules/transparency/queries/in-log.query.server.ts';

export const loader = guardLoader(everyone, async ({ database, params, url }) => {
  const found = await publicMinutes(database, params.slug ?? '', versionAsked(url.searchParams.get('versie')));
  if (found === null) throw notFound();
  const { minutes, receipt, versions } = found;
  const log = await inLog(database, { kind: 'minutes', subject: minutes.number, sha256: receipt });
  return { minutes, receipt, versions, log };
});

export const meta = pageTitle<typeof loader>((t, { minutes }) => t('minutes:title', { title: minutes.meeting.title }));

/** The check of the log runs in the reader's browser, for who asks for it. */
export const handle = { hydrate: checkWord, kept: keptPage('versie') };

export default function PublishedMinutesPage() {
  const { minutes, receipt, versions, log } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['minutes', 'meetings']);
  const words = useMeetingWords();
  const { number, version, corrects, meeting } = minutes;
  const isNewest = versions[0]?.version === version;
  const here = `/vergaderingen/${meeting.slug}/verslag`;
  const asked = isNewest ? '' : `?versie=${String(version)}`;
  return (
    <Page>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: t('meetings:crumb'), href: '/vergaderingen' },
              { label: <Written>{meeting.title}</Written>, href: `/vergaderingen/${meeting.slug}` },
            ]}
          />
        }
        eyebrow={t('number', { number, version })}
        title={<Quoting text={t('title', { title: meeting.title })} written={meeting.title} />}
        lead={t('redacted')}
        tone="sand"
        actions={
          <>
            <ButtonLink href={`${here}.pdf${asked}`}>{t('pdf')}</ButtonLink>
            <ButtonLink href={`${here}.json${asked}`} tone="text">
              {t('json')}
            </ButtonLink>
          </>
        }
      />
      {isNewest ? null : (
        <Notice tone="warning">
          {t('older')} <a href={here}>{t('newest')}</a>
        </Notice>
      )}
      {corrects === null ? null : (
        <Notice>
          <Quoting text={t('corrects', { reason: corrects.reason })} written={corrects.reason} />
        </Notice>
      )}
      <MinutesView minutes={minutes} />
      <InLog view={log} proofHref={`${here}/bewijs.json${asked}`} publicationHref={`${here}.json${asked}`} />
      <Section title={t('files')}>
        <p className="text-sm text-ink-soft">{t('receipt')}</p>
        <p className="font-mono text-sm break-all">{receipt}</p>
        <p className="mt-2 max-w-prose">{t('receiptText')}</p>
        {versions.length < 2 ? null : (
          <ul className="mt-4">
            {versions.map((one) => (
              <li key={one.version}>
                <a href={`${here}?versie=${String(one.version)}`} className="inline-flex min-h-11 items-center">
                  {t('versionOf', { version: one.version, day: words.day(one.publishedAt) })}
                </a>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Page>
  );
}
