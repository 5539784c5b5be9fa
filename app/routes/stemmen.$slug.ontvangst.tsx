import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { ButtonLink, ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { EmptyState } from '#app/components/page/empty-state.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { useNoWaitingCode } from '#app/components/voting/use-code.ts';
import { guardLoader, guardSensitiveAction } from '#app/http/guard.server.ts';
import { ownBallot } from '#app/http/own-ballot.server.ts';
import { forgetOwnVote } from '#app/http/own-vote.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { goTo } from '#app/http/respond.server.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { showCode } from '#app/modules/voting/code.ts';
import { checkCodeOfBallot } from '#app/modules/voting/queries/own-ballot.query.server.ts';

export const loader = guardLoader(everyone, async (args) => {
  const { vote, own } = await ownBallot(args);
  const { slug, title, state, closesAt } = vote;
  const code = own.cast?.code ?? null;
  const checkCode = code === null ? null : await checkCodeOfBallot(args.database, vote.id, code);
  return { slug, title, isOpen: state === 'open', closesAt, checkCode, code: code === null ? '' : showCode(code) };
});

/** For a device that others use too. */
export const action = guardSensitiveAction(everyone, async (args) => {
  const { vote } = await ownBallot(args);
  const cookie = await forgetOwnVote(args.platform, vote.id);
  const flash = { tone: 'success', message: 'voting:receipt.forgotten' } as const;
  return goTo(`/stemmen/${vote.slug}`, args.platform, flash, [cookie]);
});

export const handle = { hydrate: true };

export const meta = pageTitle<typeof loader>((t) => t('voting:receipt.title'));

export default function Receipt() {
  const { slug, title, isOpen, closesAt, checkCode, code } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation('voting');
  useNoWaitingCode(slug);
  const date = dateText(closesAt, 'time', i18n.language);
  const crumbs = [
    { label: t('crumb'), href: '/stemmen' },
    { label: <Written>{title}</Written>, href: `/stemmen/${slug}` },
  ];
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={crumbs} />}
        title={t(checkCode === null ? 'receipt.none' : 'receipt.title')}
        lead={checkCode === null ? undefined : t('receipt.lead')}
        tone={checkCode === null ? 'plain' : 'garden'}
      />
      {checkCode === null ? (
        <EmptyState title={t('receipt.none')} stampId="niet-gestemd">
          <p>{t('receipt.noneText')}</p>
        </EmptyState>
      ) : (
        <>
          <Section title={t('receipt.checkCode')}>
            <p className="tabular rounded bg-surface px-5 py-4 text-2xl font-bold">{checkCode}</p>
            <p className="mt-3">{t('receipt.checkText')}</p>
          </Section>
          {isOpen ? (
            <Section title={t('receipt.code')}>
              <p className="tabular rounded bg-surface px-5 py-4 text-xl font-bold">{code}</p>
              <p className="mt-3">{t('receipt.codeText', { date })}</p>
              <p className="mt-2 text-ink-soft">{t('receipt.print')}</p>
            </Section>
          ) : null}
        </>
      )}
      {checkCode === null ? null : (
        <form method="post" className="flex flex-col items-start gap-3">
          <p className="text-ink-soft">{t('receipt.forgetText')}</p>
          <SubmitButton tone="quiet">{t('receipt.forget')}</SubmitButton>
        </form>
      )}
      <ButtonRow>
        {checkCode !== null && isOpen ? (
          <ButtonLink href={`/stemmen/${slug}`} tone="quiet">
            {t('receipt.another')}
          </ButtonLink>
        ) : (
          <ButtonLink href={`/stemmen/${slug}`} tone="quiet">
            {t('receipt.back')}
          </ButtonLink>
        )}
        <ButtonLink href={`/stemmen/${slug}/controle`} tone="text">
          {t('receipt.list')}
        </ButtonLink>
      </ButtonRow>
    </Page>
  );
}
