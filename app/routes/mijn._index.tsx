import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { TwoColumns } from '#app/components/page/two-columns.tsx';
import { InitiativeGrid } from '#app/components/overview/initiative-grid.tsx';
import { LinkCards } from '#app/components/people/link-cards.tsx';
import { MyPlans } from '#app/components/people/my-plans.tsx';
import { RoleList } from '#app/components/people/role-list.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { myInitiatives } from '#app/modules/initiatives/queries/my-initiatives.query.server.ts';
import { plansToHearOf } from '#app/modules/initiatives/queries/plans-to-hear-of.query.server.ts';
import { draftHref } from '#app/modules/initiatives/steps.ts';
import { signedIn, usableRoles } from '#app/modules/people/policy.ts';
import { OwnPortfolios } from '#app/components/portfolio/own-portfolios.tsx';
import { receivedInvitations } from '#app/modules/portfolios/queries/invitations.query.server.ts';
import { ownPortfolios } from '#app/modules/portfolios/queries/own-portfolios.query.server.ts';
import { requestsToAnswer } from '#app/modules/people/queries/my-organisations.query.server.ts';
import { workPlacesOf } from '#app/modules/people/work-place.ts';

export const loader = guardLoader(signedIn, async ({ context, database, now, locale }) => {
  const { actor } = signedInContext(context);
  const [plans, toAnswer, toHearOf, portfolios, invitations] = await Promise.all([
    myInitiatives(database, actor),
    requestsToAnswer(database, actor),
    plansToHearOf(database, actor, locale),
    ownPortfolios(database, actor),
    receivedInvitations(database, actor, now),
  ]);
  const today = dayInAmsterdam(now);
  return {
    name: actor.person.name,
    plans: plans.map(({ id, slug, dueOn, ...plan }) => ({
      ...plan,
      due: dueOn === null ? null : { on: dueOn, isLate: dueOn < today },
      key: id,
      href: slug === null ? draftHref(id) : `/initiatieven/${slug}`,
    })),
    roles: actor.roles.map(({ role, bodyName, organisationId }) => ({
      role,
      bodyName,
      organisation: actor.organisations.find(({ id }) => id === organisationId)?.name ?? null,
    })),
    places: workPlacesOf(actor).map(({ key, href }) => ({ key, href })),
    waitsForSecondFactor: usableRoles(actor).length < actor.roles.length,
    organisations: actor.organisations.map(({ name }) => name),
    toAnswer,
    toHearOf,
    portfolios,
    invitations: invitations.length,
  };
});

export const meta = pageTitle<typeof loader>((t) => t('people:mine.title'));

export default function Mine() {
  const {
    name,
    plans,
    roles,
    places,
    waitsForSecondFactor,
    organisations,
    toAnswer,
    toHearOf,
    portfolios,
    invitations,
  } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['people', 'portfolios']);
  return (
    <Page>
      <PageHeader
        eyebrow={name === '' ? null : t('mine.title')}
        title={name === '' ? t('mine.title') : t('mine.hello', { name })}
        lead={t('mine.lead')}
        stampId="mijn"
      />
      {name === '' ? (
        <Notice>
          {t('mine.nameless')} <a href="/mijn/profiel">{t('mine.fillName')}</a>
        </Notice>
      ) : null}
      {invitations === 0 ? null : (
        <Notice>
          {t('portfolios:invitations.some', { count: invitations })}{' '}
          <a href="/mijn/uitnodigingen">{t('portfolios:invitations.look')}</a>
        </Notice>
      )}
      {waitsForSecondFactor ? (
        <Notice tone="warning">
          {t('mine.secondFactorNeeded')} <a href="/inloggen/tweede-stap?naar=/mijn">{t('mine.secondFactorShow')}</a>
        </Notice>
      ) : null}
      <TwoColumns asideLabel={t('mine.settings')} aside={<Settings />}>
        {roles.length === 0 ? null : (
          <Section title={t('mine.work')}>
            {places.length === 0 ? null : (
              <div className="mb-6 flex flex-wrap gap-3">
                {places.map(({ key, href }) => (
                  <ButtonLink key={key} href={href} tone="quiet" iconAfter="arrow-right">
                    {t(`mine.places.${key}`)}
                  </ButtonLink>
                ))}
              </div>
            )}
            <RoleList roles={roles} />
          </Section>
        )}
        <Section
          title={t('mine.initiatives')}
          action={
            plans.length === 0 ? undefined : (
              <ButtonLink href="/initiatieven/nieuw" icon="plus" tone="quiet">
                {t('mine.newInitiative')}
              </ButtonLink>
            )
          }
        >
          <MyPlans plans={plans} />
        </Section>
        <Section
          title={t('portfolios:edit.mine')}
          action={
            <ButtonLink href="/portfolios/nieuw" icon="plus" tone="text">
              {t('portfolios:list.add')}
            </ButtonLink>
          }
        >
          <OwnPortfolios portfolios={portfolios} />
        </Section>
        <Section title={t('mine.organisations')}>
          {organisations.length === 0 ? (
            <p className="max-w-prose">{t('mine.noOrganisations')}</p>
          ) : (
            <ul className="list-[square] pl-6 font-semibold">
              {organisations.map((organisation) => (
                <li key={organisation}>{organisation}</li>
              ))}
            </ul>
          )}
          {toAnswer === 0 ? null : (
            <div className="mt-4">
              <Notice>{t('mine.requestsToAnswer', { count: toAnswer })}</Notice>
            </div>
          )}
          <p className="mt-4">
            <ButtonLink href="/mijn/organisaties" tone="quiet" icon="handshake">
              {t('mine.organisationsAction')}
            </ButtonLink>
          </p>
        </Section>
      </TwoColumns>
      {toHearOf.length === 0 ? null : (
        <Section
          title={t('mine.toHearOf')}
          lead={t('mine.toHearOfText')}
          action={
            <ButtonLink href="/mijn/profiel" tone="text">
              {t('mine.toHearOfChange')}
            </ButtonLink>
          }
        >
          <InitiativeGrid initiatives={toHearOf} label={t('mine.toHearOf')} />
        </Section>
      )}
    </Page>
  );
}

function Settings() {
  const { t } = useTranslation(['people', 'volunteering', 'contributions', 'actions', 'interests']);
  return (
    <>
      <LinkCards
        cards={[
          { href: '/mijn/inbreng', title: t('contributions:mine.title'), text: t('contributions:mine.card') },
          { href: '/mijn/acties', title: t('actions:mine.title'), text: t('actions:mine.card') },
          { href: '/mijn-vergoedingen', title: t('volunteering:mine.title'), text: t('volunteering:mine.card') },
          { href: '/mijn/belangen', title: t('interests:own.title'), text: t('interests:own.card') },
          { href: '/mijn/profiel', title: t('mine.profile'), text: t('mine.profileText') },
          { href: '/mijn/beveiliging', title: t('mine.security'), text: t('mine.securityText') },
          { href: '/mijn/gegevens', title: t('mine.data'), text: t('mine.dataText') },
        ]}
      />
      <form method="post" action="/uitloggen">
        <button type="submit" className="button button-quiet">
          {t('signOut.submit')}
        </button>
      </form>
    </>
  );
}
