import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { ButtonLink, ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { Door } from '#app/components/gathering/door.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { allowCodesAgain, areCodesHeld } from '#app/http/code-tries.server.ts';
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

export const loader = guardLoader(signedIn, async ({ database, actor, params, url, clientAddress }) => {
  const gathering = await workGathering(database, actor, params.slug ?? '');
  if (gathering === null || gathering.access === 'read') throw notFound();
  const { id, slug, title, confirmed } = gathering;
  return {
    ...{ id, slug, title },
    expected: confirmed,
    search: (url.searchParams.get('code') ?? '').slice(0, 80),
    lines: await doorList(database, id),
    areCodesHeld: await areCodesHeld({ clientAddress, gatheringId: id }),
  };
});

/** One mark of a page without JavaScript, or codes that may be tried again. */
export const action = guardAction(signedIn, async (args) => {
  const { database, actor, params, form, context, platform, clientAddress } = args;
  const gathering = await workGathering(database, actor, params.slug ?? '');
  if (gathering === null || gathering.access === 'read') throw notFound();
  const here = `/ontmoet-werk/${gathering.slug}/deur`;
  if (formText(form, 'intent') === 'codes-again') {
    await allowCodesAgain({ clientAddress, gatheringId: gathering.id });
    return goTo(here, platform, { tone: 'success', message: 'gatheringWork:door.codesAgain' });
  }
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
  const { id, slug, title, expected, search, lines, areCodesHeld: isHeld } = useLoaderData<typeof loader>();
  const { t } = useTranslation('gatheringWork');
  const here = `/ontmoet-werk/${slug}`;
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: <Written>{title}</Written>, href: here }]} />}
        title={t('door.title')}
        tone="plain"
      />
      {isHeld ? (
        <div className="mb-6">
          <Notice tone="warning" title={t('door.codesHeld')}>
            <p>{t('door.codesHeldText')}</p>
            <form method="post" className="mt-3">
              <SubmitButton tone="quiet" name="intent" value="codes-again">
                {t('door.codesAllow')}
              </SubmitButton>
            </form>
          </Notice>
        </div>
      ) : null}
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
