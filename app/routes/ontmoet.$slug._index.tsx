import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { ButtonLink, ButtonRow } from '#app/components/forms/buttons.tsx';
import { EveningLinks } from '#app/components/evening/evening-links.tsx';
import { GatheringFacts } from '#app/components/gathering/gathering-facts.tsx';
import { Places } from '#app/components/gathering/places.tsx';
import { useGatheringWords } from '#app/components/gathering/use-gathering-words.ts';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { TwoColumns } from '#app/components/page/two-columns.tsx';
import { QrCode } from '#app/components/people/qr-code.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { keptPage } from '#app/http/kept-page.ts';
import { withHead } from '#app/http/page-head.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { qrSquares } from '#app/http/qr.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { eveningShows } from '#app/modules/gatherings/queries/evening-links.query.server.ts';
import { workGathering } from '#app/modules/gatherings/queries/organiser.query.server.ts';
import { publicGathering } from '#app/modules/gatherings/queries/public-gathering.query.server.ts';
import { myRegistrationId } from '#app/modules/gatherings/queries/registration.query.server.ts';
import { gatheringData } from '#app/modules/opendata/structured-data.ts';
import { tokenOf } from '#app/modules/gatherings/token.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, async ({ database, actor, params, now, platform }) => {
  const slug = params.slug ?? '';
  const gathering = await publicGathering(database, slug, now);
  if (gathering === null) throw notFound();
  const { person } = actor;
  const mine = person === null ? null : await myRegistrationId(database, gathering.id, person);
  const work = person === null ? null : await workGathering(database, actor, slug);
  const address = `${platform.env.publicUrl}/ontmoet/${slug}`;
  return {
    gathering,
    isPast: gathering.endsAt <= now,
    mineHref: mine === null ? null : `/ontmoet/${slug}/mijn-aanmelding/${tokenOf(platform.env.sessionSecret, mine)}`,
    hasWork: work !== null,
    shows: await eveningShows(database, gathering, { comes: mine !== null }),
    address,
    squares: qrSquares(address),
  };
});

export const handle = { kept: keptPage() };

export const meta = withHead<typeof loader>(
  pageTitle<typeof loader>(
    (_t, { gathering }) => gathering.title,
    (t, { gathering }) => gathering.about.slice(0, 150) || t('gatherings:agenda.lead'),
  ),
  ({ gathering }, site) => ({
    data: gatheringData({ ...gathering, isCancelled: gathering.state === 'cancelled' }, site),
  }),
);

export default function GatheringPage() {
  const { gathering, isPast, mineHref, hasWork, shows, address, squares } = useLoaderData<typeof loader>();
  const { t } = useTranslation('gatherings');
  const words = useGatheringWords();
  const { slug, title, areaName, about, form, isOpen, placesLeft } = gathering;
  const paragraphs = [
    { title: t('page.howItGoes'), text: t(`formText.${form}`) },
    { title: t('page.forWhom'), text: t('page.forWhomText', { area: areaName }) },
    { title: t('page.whatWeDo'), text: t('page.whatWeDoText') },
  ];
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('crumb'), href: '/ontmoet/agenda' }]} />}
        eyebrow={t('page.eyebrow', { area: areaName })}
        title={<Written>{title}</Written>}
        lead={words.when(gathering)}
        stampId={gathering.id}
      >
        <p className="mt-2 max-w-prose">
          <Written>{`${gathering.venueName}, ${gathering.venueAddress}`}</Written>
        </p>
        {hasWork ? (
          <p className="no-print mt-2">
            <a href={`/ontmoet-werk/${slug}`} className="inline-flex min-h-11 items-center">
              {t('page.work')}
            </a>
          </p>
        ) : null}
      </PageHeader>
      <TwoColumns asideLabel={t('page.when')} aside={<GatheringFacts gathering={gathering} />}>
        <div className="flex flex-col gap-4">
          <Places gathering={gathering} isPast={isPast} />
          <ButtonRow>
            {mineHref !== null ? (
              <ButtonLink href={mineHref}>{t('page.mine')}</ButtonLink>
            ) : isOpen ? (
              <ButtonLink href={`/ontmoet/${slug}/aanmelden`}>
                {t(placesLeft > 0 ? 'page.register' : 'page.waitingList')}
              </ButtonLink>
            ) : null}
            {isOpen ? (
              <ButtonLink href={`/ontmoet/${slug}.ics`} tone="quiet" download>
                {t('page.calendar')}
              </ButtonLink>
            ) : null}
          </ButtonRow>
        </div>
        <EveningLinks slug={slug} shows={shows} />
        {about === '' ? null : (
          <div className="prose mt-8 max-w-prose break-words whitespace-pre-line">
            <Written>{about}</Written>
          </div>
        )}
        {paragraphs.map((paragraph) => (
          <Section key={paragraph.title} title={paragraph.title}>
            <p className="max-w-prose">{paragraph.text}</p>
          </Section>
        ))}
        {isOpen ? (
          <Section title={t('page.share')}>
            <p className="max-w-prose">{t('page.shareText')}</p>
            <p className="mt-2 break-all">{address}</p>
            <QrCode squares={squares} label={t('page.qr')} />
          </Section>
        ) : null}
      </TwoColumns>
    </Page>
  );
}
