import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { SubmitButton } from '#app/components/forms/buttons.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { PaperControl } from '#app/components/voting/paper-numbers.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { ownBallot } from '#app/http/own-ballot.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { checkCodes } from '#app/modules/voting/queries/own-ballot.query.server.ts';
import { publicPaperNumbers } from '#app/modules/voting/queries/paper-work.query.server.ts';
import { thresholds } from '#app/modules/voting/signal.ts';

/** As it stands in the list: groups of four. */
function readCheckCode(typed: string): string {
  const plain = typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  return plain.slice(0, 12).replaceAll(/(.{4})(?=.)/g, '$1-');
}

export const loader = guardLoader(everyone, async (args) => {
  const { vote } = await ownBallot(args);
  const asked = readCheckCode(args.url.searchParams.get('code') ?? '');
  const { slug, title, closesAt } = vote;
  const papers = await publicPaperNumbers(args.database, vote.id);
  return { slug, title, closesAt, asked, codes: await checkCodes(args.database, vote.id), papers };
});

export const meta = pageTitle<typeof loader>((t) => t('voting:control.title'));

export default function ControlPage() {
  const { slug, title, closesAt, asked, codes, papers } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation('voting');
  const crumbs = [
    { label: t('crumb'), href: '/stemmen' },
    { label: <Written>{title}</Written>, href: `/stemmen/${slug}` },
  ];
  const isThere = codes?.includes(asked) === true;
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={crumbs} />}
        title={t('control.title')}
        lead={t('control.lead')}
        tone="plain"
      />
      {codes === null ? (
        <Notice title={t('control.notYet')}>
          <p>{t('control.notYetText', { date: dateText(closesAt, 'long', i18n.language) })}</p>
        </Notice>
      ) : (
        <>
          <form method="get" className="flex flex-wrap items-end gap-4" role="search">
            <div className="flex flex-col gap-1.5">
              <label htmlFor="controlecode" className="font-semibold">
                {t('control.find')}
              </label>
              <input
                id="controlecode"
                name="code"
                className="input tabular uppercase"
                defaultValue={asked}
                maxLength={20}
                autoComplete="off"
              />
            </div>
            <SubmitButton>{t('control.search')}</SubmitButton>
          </form>
          {asked === '' ? null : (
            <Notice
              tone={isThere ? 'success' : 'warning'}
              role="status"
              title={t(isThere ? 'control.found' : 'control.notFound')}
            />
          )}
          <Section title={t('control.count', { count: codes.length })}>
            <ul className="tabular columns-2 gap-6 sm:columns-3 lg:columns-5">
              {codes.map((code) => (
                <li key={code} className={`whitespace-nowrap ${code === asked ? 'bg-tint-garden font-bold' : ''}`}>
                  {code}
                </li>
              ))}
            </ul>
          </Section>
        </>
      )}
      {papers === null ? null : <PaperControl numbers={papers} />}
      <Section title={t('control.what')} id="uitleg">
        <div className="prose">
          <p>{t('control.protects')}</p>
          <p>{t('control.published')}</p>
          <p>{t('control.protectsNot')}</p>
          <p>{t('control.more')}</p>
        </div>
      </Section>
      <Section title={t('control.watch')} id="opletten">
        <div className="prose">
          <p>{t('control.watchText')}</p>
          <ul>
            <li>{t('control.watchBurst', { count: thresholds.burst, times: thresholds.burstTimes })}</li>
            <li>{t('control.watchAddress', { count: thresholds.address })}</li>
            <li>{t('control.watchWrong', { count: thresholds['wrong-codes'] })}</li>
            <li>{t('control.watchAccounts', { count: thresholds['new-accounts'] })}</li>
            <li>{t('control.watchSheet', { count: thresholds.sheet })}</li>
            <li>{t('control.watchInvalid', { count: thresholds['invalid-papers'] })}</li>
          </ul>
        </div>
      </Section>
    </Page>
  );
}
