import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ActionHistory } from '#app/components/action/action-history.tsx';
import { OriginOfAction } from '#app/components/action/action-origin.tsx';
import { ActionStateBadge } from '#app/components/action/action-state-badge.tsx';
import { ActionOwner, ActionWhen } from '#app/components/action/action-words.tsx';
import { MoveForm } from '#app/components/action/move-form.tsx';
import { Facts } from '#app/components/content/facts.tsx';
import { Written } from '#app/components/content/written.tsx';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { newId } from '#app/kernel/ids.ts';
import {
  dropAction,
  finishAction,
  handOverAction,
  reopenAction,
  reportProgress,
} from '#app/modules/actions/commands/move-action.server.ts';
import { moveForm, type Move } from '#app/modules/actions/form.ts';
import { ownerChoices, workAction } from '#app/modules/actions/queries/action-work.query.server.ts';
import type { WorkAction } from '#app/modules/actions/views.ts';
import { signedIn } from '#app/modules/people/policy.ts';

export const loader = guardLoader(signedIn, async ({ database, actor, params, now }) => {
  const action = await workAction(database, actor, params.id ?? '', now);
  if (action === null) throw notFound();
  const { bodies } = action.mayKeep ? await ownerChoices(database, action.bodyId, now) : { bodies: [] };
  return { action, bodies, moves: movesFor(action), formKey: newId() };
});

/** What the reader may say of it now. */
function movesFor({ state, writesAs, mayKeep }: WorkAction): Move[] {
  if (writesAs === null || state === 'handed') return [];
  if (state !== 'open') return mayKeep ? ['reopened'] : [];
  return mayKeep ? ['progress', 'done', 'dropped', 'handed'] : ['progress', 'done'];
}

const commands = { progress: reportProgress, done: finishAction, dropped: dropAction, reopened: reopenAction };

export const action = guardAction(signedIn, async ({ database, actor, params, form, context, now, platform }) => {
  const known = await workAction(database, actor, params.id ?? '', now);
  if (known === null) throw notFound();
  const submission = parseForm(form, moveForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const { move, revision, text, toBodyId, newId: followUp } = submission.value;
  const seen = { id: known.id, revision, text };
  const mine = signedInContext(context);
  const moved =
    move === 'handed'
      ? await handOverAction({ ...seen, bodyId: toBodyId ?? '', newId: followUp }, mine)
      : await commands[move](seen, mine);
  const message = known.isPublic ? 'actions:move.sent' : 'actions:move.sentColleagues';
  if (moved.ok) return goTo(`/actiewerk/${known.id}`, platform, { tone: 'success', message });
  return data(submission.reply({ formErrors: [refusalMessage('actions', moved)] }), {
    status: refusalStatus(moved.reason),
  });
});

export const meta = pageTitle<typeof loader>((_t, { action: { title } }) => title);

export default function WorkOnAction() {
  const { action: known, bodies, moves, formKey } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation(['actions', 'people']);
  const { id, number, title, body, owner, ownerName, origin, state, due, explanation, updates, isPublic } = known;
  const crumb = known.writesAs === 'owner' ? '/mijn/acties' : '/actiewerk';
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={
          <Breadcrumbs crumbs={[{ label: t(crumb === '/actiewerk' ? 'work.title' : 'mine.title'), href: crumb }]} />
        }
        eyebrow={<Written>{t('page.eyebrow', { number, body: body.name })}</Written>}
        title={<Written>{title}</Written>}
        tone="plain"
      >
        <p className="mt-4">
          <ActionStateBadge state={state} isLate={due.isLate} />
        </p>
      </PageHeader>
      {isPublic ? null : <Notice title={t('work.notPublic')}>{t('work.notPublicText')}</Notice>}
      <Facts
        layout="beside"
        facts={[
          { term: t('page.who'), value: <ActionOwner owner={owner} /> },
          { term: t('work.ownerAccount'), value: ownerName ?? t('work.ownerNobody') },
          { term: t('page.when'), value: <ActionWhen {...known} /> },
          { term: t('page.from'), value: <OriginOfAction origin={origin} /> },
        ]}
      />
      {explanation === '' ? null : (
        <div className="prose whitespace-pre-line">
          <Written>{explanation}</Written>
        </div>
      )}
      <div className="flex flex-wrap gap-3">
        {known.mayKeep && state === 'open' ? (
          <ButtonLink href={`/actiewerk/${id}/wijzig`} tone="quiet" icon="edit">
            {t('work.edit')}
          </ButtonLink>
        ) : null}
        {isPublic ? (
          <ButtonLink href={`/acties/${String(number)}`} tone="text">
            {t('work.publicPage')}
          </ButtonLink>
        ) : null}
      </div>
      {moves.length === 0 ? (
        known.writesAs === null ? (
          <Notice>{t('work.readsOnly')}</Notice>
        ) : null
      ) : (
        <Section title={t('move.title')}>
          <MoveForm formKey={formKey} revision={known.revision} reply={reply} moves={moves} bodies={bodies} />
        </Section>
      )}
      <Section title={t('page.history')}>
        <ActionHistory updates={updates} />
      </Section>
    </Page>
  );
}
