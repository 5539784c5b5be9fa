import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { ButtonLink, ButtonRow } from '#app/components/forms/buttons.tsx';
import { Door } from '#app/components/gathering/door.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { goTo, notFound, refusalMessage } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { markAtDoor } from '#app/modules/gatherings/commands/mark-at-door.server.ts';
import { doorList } from '#app/modules/gatherings/queries/door.query.server.ts';
import { workGathering } from '#app/modules/gatherings/queries/organiser.query.server.ts';
import { marksForm } from '#app/modules/gatherings/registration-form.ts';
import { signedIn } from '#app/modules/people/policy.ts';

/** Marks go out while nobody looks, also after the network was away. */
export const handle = { hydrate: true };

export const loader = guardLoader(signedIn, async ({ database, actor, params, url }) => {
  const gathering = await workGathering(database, actor, params.slug ?? '');
  if (gathering === null || gathering.access === 'read') throw notFound();
  const { id, slug, title, confirmed } = gathering;
  return {
    ...{ id, slug, title },
    expected: confirmed,
    search: (url.searchParams.get('code') ?? '').slice(0, 80),
    lines: await doorList(database, id),
  };
});

/** One mark of a page without JavaScript. */
export const action = guardAction(signedIn, async ({ database, actor, params, form, context, platform }) => {
  const gathering = await workGathering(database, actor, params.slug ?? '');
  if (gathering === null) throw notFound();
  const here = `/ontmoet-werk/${gathering.slug}/deur`;
  const typed = { registrationId: formText(form, 'registrationId'), direction: formText(form, 'direction') };
  const marks = marksForm.safeParse([{ key: newId(), secondsAgo: 0, ...typed }]);
  if (!marks.success) throw notFound();
  const outcome = await markAtDoor({ gatheringId: gathering.id, marks: marks.data }, signedInContext(context));
  if (!outcome.ok) return goTo(here, platform, { tone: 'warning', message: refusalMessage('gatheringWork', outcome) });
  const [first] = outcome.value;
  const said = { in: 'marked', out: 'unmarked', unknown: 'unknown', full: 'full' } as const;
  const result = first?.result ?? 'unknown';
  const tone = result === 'in' || result === 'out' ? 'success' : 'warning';
  return goTo(here, platform, { tone, message: `gatheringWork:door.${said[result]}` });
});

export const meta = pageTitle<typeof loader>((t) => t('gatheringWork:door.title'));

export default function DoorPage() {
  const { id, slug, title, expected, search, lines } = useLoaderData<typeof loader>();
  const { t } = useTranslation('gatheringWork');
  const here = `/ontmoet-werk/${slug}`;
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: <Written>{title}</Written>, href: here }]} />}
        title={t('door.title')}
        tone="plain"
      />
      <Door slug={slug} gatheringId={id} lines={lines} search={search} expected={expected} />
      <div className="mt-6">
        <ButtonRow>
          <ButtonLink href={`${here}/deur/nieuw`} icon="plus">
            {t('door.walkIn')}
          </ButtonLink>
          <ButtonLink href={`${here}/deur`} tone="quiet">
            {t('door.reload')}
          </ButtonLink>
        </ButtonRow>
      </div>
    </Page>
  );
}
