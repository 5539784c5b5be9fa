import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Quoting } from '#app/components/content/written.tsx';
import { SubmitButton } from '#app/components/forms/buttons.tsx';
import { AreaForm } from '#app/components/gathering/area-form.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader, type Guarded } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { removeArea, saveArea } from '#app/modules/gatherings/commands/change-areas.server.ts';
import { areaForm } from '#app/modules/gatherings/form.ts';
import { isAreaYear, yearOf } from '#app/modules/gatherings/gathering.ts';
import { organises } from '#app/modules/gatherings/policy.ts';
import { areasOfYear, areaWithYear } from '#app/modules/gatherings/queries/areas.query.server.ts';
import { wijken } from '#app/modules/programme/queries/areas.query.server.ts';

/** Under `nieuw` a new area of a year stands, under an id one that is there. */
async function areaOf({ database, params, url, now }: Pick<Guarded, 'database' | 'params' | 'url' | 'now'>) {
  const id = params.id ?? '';
  if (id !== 'nieuw') {
    const area = await areaWithYear(database, id);
    if (area === null) throw notFound();
    return { id, year: area.year, revision: area.revision, name: area.name, area };
  }
  const asked = Number(url.searchParams.get('jaar'));
  return { id: null, year: isAreaYear(asked) ? asked : yearOf(now), revision: 0, name: '', area: null };
}

export const loader = guardLoader(organises, async (args) => {
  const { id, year, revision, name, area } = await areaOf(args);
  const others = (await areasOfYear(args.database, year)).filter((one) => one.id !== id);
  const elsewhere = others.flatMap((one) => one.buurten.map(({ code }) => [code, one.name] as const));
  return {
    ...{ id, year, revision, name },
    mayRemove: area?.gatherings === 0,
    buurten: area?.buurten.map(({ code }) => code) ?? [],
    wijken: await wijken(args.database),
    elsewhere: Object.fromEntries(elsewhere),
  };
});

export const action = guardAction(organises, async (args) => {
  const { form, context, platform } = args;
  const { id, year } = await areaOf(args);
  const back = `/ontmoet-werk/gebieden?jaar=${String(year)}`;
  const mine = signedInContext(context);
  if (id !== null && formText(form, 'intent') === 'remove') {
    const removed = await removeArea({ areaId: id, revision: Number(formText(form, 'revision')) || 0 }, mine);
    return removed.ok
      ? goTo(back, platform, { tone: 'success', message: 'gatheringWork:area.removed' })
      : goTo(back, platform, { tone: 'warning', message: refusalMessage('gatheringWork', removed) });
  }
  const submission = parseForm(form, areaForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const saved = await saveArea({ areaId: id, year, ...submission.value }, mine);
  if (saved.ok) return goTo(back, platform, { tone: 'success', message: 'gatheringWork:area.saved' });
  const message = refusalMessage('gatheringWork', saved);
  const where = saved.reason === 'area-name-taken' ? { fieldErrors: { name: [message] } } : { formErrors: [message] };
  return data(submission.reply(where), { status: refusalStatus(saved.reason) });
});

export const meta = pageTitle<typeof loader>((t, { name, year }) =>
  name === '' ? t('gatheringWork:area.newTitle', { year }) : t('gatheringWork:area.changeTitle', { name }),
);

export default function WorkOnArea() {
  const { id, year, revision, name, mayRemove, buurten, wijken: all, elsewhere } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('gatheringWork');
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: t('crumb'), href: '/ontmoet-werk' },
              { label: t('area.title', { year }), href: `/ontmoet-werk/gebieden?jaar=${String(year)}` },
            ]}
          />
        }
        title={
          id === null ? t('area.newTitle', { year }) : <Quoting text={t('area.changeTitle', { name })} written={name} />
        }
        lead={t('area.changeLead')}
        tone="plain"
      />
      <AreaForm wijken={all} elsewhere={elsewhere} revision={revision} filledIn={{ name, buurten }} reply={reply} />
      {mayRemove ? (
        <form method="post" className="mt-8">
          <input type="hidden" name="revision" value={revision} />
          <SubmitButton tone="danger" name="intent" value="remove">
            {t('area.remove')}
          </SubmitButton>
        </form>
      ) : null}
    </Page>
  );
}
