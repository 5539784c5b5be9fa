import { useForm } from '@conform-to/react';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { FilterBar, FilterSelect } from '#app/components/content/filter-bar.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { BodyRoles } from '#app/components/people/body-roles.tsx';
import { GrantRoleForm, type GrantRoleFields } from '#app/components/people/grant-role-form.tsx';
import { ReadingAlong } from '#app/components/people/reading-along.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader, type GuardedAction } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage, refusalStatus, refusalText } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { endRole } from '#app/modules/people/commands/end-role.server.ts';
import { grantRole } from '#app/modules/people/commands/give-role.server.ts';
import { grantRoleForm } from '#app/modules/people/form.ts';
import { administers, readsAdministration } from '#app/modules/people/policy.ts';
import { roleChoices, rolesByBody } from '#app/modules/people/queries/administration.query.server.ts';

const here = '/beheer/rollen';

export const loader = guardLoader(readsAdministration, async ({ database, actor, now, url }) => {
  const mayChange = administers(actor).ok;
  const [bodies, choices] = await Promise.all([
    rolesByBody(database, actor, now),
    mayChange ? roleChoices(database) : null,
  ]);
  const chosen = url.searchParams.get('team') ?? '';
  const shown = bodies.filter(({ slug }) => slug === chosen);
  return {
    mayChange,
    today: dayInAmsterdam(now),
    choices,
    teams: bodies.map(({ slug, name }) => ({ slug, name })),
    chosen: shown.length === 0 ? '' : chosen,
    // teams without anybody only make the list long; their form is above
    bodies: shown.length > 0 ? shown : bodies.filter(({ roles, past }) => roles.length + past.length > 0),
  };
});

export const action = guardAction(administers, async (args) => {
  switch (args.form.get('intent')) {
    case 'give':
      return give(args);
    case 'end':
      return end(args);
    default:
      throw turnAway(400);
  }
});

/** The page as it was, with the team that was chosen. */
function back(url: URL): string {
  return `${here}${url.search}`;
}

async function give({ form, context, platform, url }: GuardedAction) {
  const submission = parseForm(form, grantRoleForm);
  if (submission.status !== 'success') return data({ reply: submission.reply(), refusal: null }, { status: 422 });
  const { organisationId, endsOn, ...order } = submission.value;
  const granted = await grantRole(
    { ...order, organisationId: organisationId ?? null, endsOn: endsOn ?? null },
    signedInContext(context),
  );
  if (granted.ok) return goTo(back(url), platform, { tone: 'success', message: 'administration:roles.given' });
  const reply = submission.reply({ formErrors: [refusalMessage('administration', granted)] });
  return data({ reply, refusal: null }, { status: 422 });
}

async function end({ form, context, platform, t, url }: GuardedAction) {
  const ended = await endRole({ membershipId: formText(form, 'id') }, signedInContext(context));
  if (ended.ok) return goTo(back(url), platform, { tone: 'success', message: 'administration:roles.ended' });
  return data(
    { reply: null, refusal: refusalText(t, 'administration', ended) },
    { status: refusalStatus(ended.reason) },
  );
}

export const meta = pageTitle<typeof loader>((t) => t('administration:roles.title'));

export default function Roles() {
  const { mayChange, today, choices, teams, chosen, bodies } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const { t } = useTranslation('administration');
  const [form, fields] = useForm<GrantRoleFields>({
    id: 'rol',
    lastResult: outcome?.reply ?? null,
    constraint: {
      email: { required: true },
      bodyId: { required: true },
      role: { required: true },
      beginsOn: { required: true },
    },
    defaultValue: { beginsOn: today },
  });
  return (
    <Page>
      <PageHeader
        title={t('roles.title')}
        lead={t(mayChange ? 'roles.lead' : 'roles.leadReading')}
        tone="plain"
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('title'), href: '/beheer' }]} />}
      />
      {outcome?.refusal ? (
        <Notice tone="danger" role="alert">
          {outcome.refusal}
        </Notice>
      ) : null}
      {choices === null ? (
        <ReadingAlong />
      ) : (
        <Section title={t('roles.give')}>
          <div className="max-w-form">
            <GrantRoleForm form={form} fields={fields} choices={choices} />
          </div>
        </Section>
      )}
      <Section title={t('roles.byBody')}>
        <FilterBar action={here} activeCount={chosen === '' ? 0 : 1}>
          <FilterSelect
            name="team"
            label={t('roles.filter')}
            all={t('roles.all')}
            options={teams.map(({ slug, name }) => ({ value: slug, label: name }))}
            value={chosen}
          />
        </FilterBar>
        <div className="mt-8 flex flex-col gap-10">
          {bodies.map((body) => (
            <BodyRoles key={body.id} body={body} mayEnd={mayChange} />
          ))}
        </div>
      </Section>
    </Page>
  );
}
