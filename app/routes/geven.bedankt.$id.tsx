import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#app/components/content/use-formats.ts';
import { Quoting } from '#app/components/content/written.tsx';
import { ButtonLink, ButtonRow } from '#app/components/forms/buttons.tsx';
import { purposeName } from '#app/components/giving/purpose-name.ts';
import { Notice } from '#app/components/page/notice.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import { checkGift } from '#app/modules/donations/commands/check-gift.server.ts';
import { giftThanks } from '#app/modules/donations/queries/public-purpose.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, platform, params, now }) => {
  const id = params.id ?? '';
  const view = await giftThanks(database, id);
  if (view === null) throw notFound();
  if (view.standing !== 'begun' || platform.stripe === null) return { view, id };
  await checkGift(id, platform.stripe, { database, now });
  return { view: (await giftThanks(database, id)) ?? view, id };
});

export const meta = pageTitle<typeof loader>((t, { view }) => t(`giving:${titleOf(view.standing)}`));

type Standing = Awaited<ReturnType<typeof loader>>['view']['standing'];

function titleOf(standing: Standing) {
  if (standing === 'paid') return 'thanks.title';
  return standing === 'begun' || standing === 'processing' ? 'thanks.titles.waiting' : 'thanks.titles.ended';
}

export default function Thanks() {
  const { view, id } = useLoaderData<typeof loader>();
  const { t } = useTranslation('giving');
  const { money } = useFormats();
  const { standing, slug, name } = view;
  const text = t(`thanks.${standing}`, { amount: money(view.amount), name: purposeName(t, view) });
  const isUnderWay = standing === 'begun' || standing === 'processing';
  const tone = standing === 'paid' ? 'success' : isUnderWay ? 'info' : 'warning';
  return (
    <Page width="reading">
      <PageHeader title={t(titleOf(standing))} tone="garden" stampId={`geven-${slug}`} />
      <Notice tone={tone}>
        <p>{name === null ? text : <Quoting text={text} written={name} />}</p>
      </Notice>
      {standing === 'paid' || standing === 'processing' ? (
        <Section title={t('thanks.next')}>
          <p className="max-w-prose">{t('thanks.nextText')}</p>
          <p className="mt-3">
            <a href="/budgetten/wijzigingen" className="inline-flex min-h-11 items-center">
              {t('thanks.register')}
            </a>
          </p>
        </Section>
      ) : null}
      <ButtonRow>
        {isUnderWay ? (
          <ButtonLink href={`/geven/bedankt/${id}`} tone="quiet">
            {t('thanks.reload')}
          </ButtonLink>
        ) : null}
        {standing === 'abandoned' ? <ButtonLink href={`/geven/${slug}`}>{t('thanks.again')}</ButtonLink> : null}
      </ButtonRow>
    </Page>
  );
}
