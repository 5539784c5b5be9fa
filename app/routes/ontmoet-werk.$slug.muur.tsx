import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { WorkWall } from '#app/components/gathering/live/work-wall.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { ReadingAlong } from '#app/components/people/reading-along.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader, type GuardedAction } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalText } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import type { Outcome } from '#app/kernel/outcome.ts';
import { newId } from '#app/kernel/ids.ts';
import { sayMessage } from '#app/i18n/message.ts';
import type { RefusalOf } from '#app/i18n/texts.ts';
import { hideNote, withdrawNote } from '#app/modules/gatherings/commands/change-note.server.ts';
import { changePile, makePile, moveNote } from '#app/modules/gatherings/commands/sort-notes.server.ts';
import { writeNote } from '#app/modules/gatherings/commands/write-note.server.ts';
import { workGathering } from '#app/modules/gatherings/queries/organiser.query.server.ts';
import { workWall } from '#app/modules/gatherings/queries/wall.query.server.ts';
import * as forms from '#app/modules/gatherings/room-form.ts';
import { signedIn } from '#app/modules/people/policy.ts';

/** Notes are typed over one after the other, moved by mouse and keyboard, and come from phones meanwhile. */
export const handle = { hydrate: true };

export const loader = guardLoader(signedIn, async ({ database, actor, params }) => {
  const gathering = await workGathering(database, actor, params.slug ?? '');
  if (gathering === null || gathering.state === 'concept') throw notFound();
  const { id, slug, title, access, state } = gathering;
  const wall = await workWall(database, id);
  return {
    ...{ id, slug, title },
    mayWork: access !== 'read' && state !== 'cancelled',
    formKey: newId(),
    // what was hidden, and why, is for who helps
    wall: access === 'read' ? { ...wall, hidden: [] } : wall,
  };
});

type Done = Outcome<unknown, RefusalOf<'gatheringRoom'>>;

/** Every change of the wall. A page with JavaScript asks for a short answer (`kort`) and says itself what happened. */
export const action = guardAction(signedIn, async (args) => {
  const { database, actor, params, form, platform, t } = args;
  const gathering = await workGathering(database, actor, params.slug ?? '');
  if (gathering === null || gathering.access === 'read') throw notFound();
  const here = `/ontmoet-werk/${gathering.slug}/muur`;
  const intent = formText(form, 'intent');
  const done = await change(intent, gathering.id, args);
  if (formText(form, 'kort') === '1') {
    if (typeof done === 'string') return { refused: sayMessage(t, done) };
    return { refused: done.ok ? null : refusalText(t, 'gatheringRoom', done) };
  }
  if (typeof done === 'string') return goTo(here, platform, { tone: 'warning', message: done });
  if (!done.ok) return goTo(here, platform, { tone: 'warning', message: refusalMessage('gatheringRoom', done) });
  return goTo(here, platform, { tone: 'success', message: `gatheringRoom:work.done.${intent}` });
});

/** @returns what became of it, or the key of a mistake */
async function change(intent: string, gatheringId: string, args: GuardedAction): Promise<Done | string> {
  const context = signedInContext(args.context);
  const { form } = args;
  switch (intent) {
    case 'note': {
      const read = parseForm(form, forms.noteForm);
      if (read.status !== 'success') return firstMistake(read.error);
      return writeNote({ ...read.value, gatheringId, from: 'crew' }, context);
    }
    case 'move': {
      const read = parseForm(form, forms.moveNoteForm);
      return read.status === 'success' ? moveNote({ ...read.value, gatheringId }, context) : firstMistake(read.error);
    }
    case 'hide': {
      const read = parseForm(form, forms.hideNoteForm);
      return read.status === 'success' ? hideNote({ ...read.value, gatheringId }, context) : firstMistake(read.error);
    }
    case 'show': {
      const read = parseForm(form, forms.showNoteForm);
      if (read.status !== 'success') return firstMistake(read.error);
      return hideNote({ ...read.value, gatheringId, reason: null }, context);
    }
    case 'withdraw':
      return withdrawNote(
        { gatheringId, noteId: formText(form, 'noteId'), taker: { registrationId: null, access: 'door' } },
        context,
      );
    case 'pile-add': {
      const read = parseForm(form, forms.newPileForm);
      return read.status === 'success' ? makePile({ ...read.value, gatheringId }, context) : firstMistake(read.error);
    }
    case 'pile-rename': {
      const read = parseForm(form, forms.renamePileForm);
      return read.status === 'success' ? changePile({ ...read.value, gatheringId }, context) : firstMistake(read.error);
    }
    case 'pile-remove': {
      const read = parseForm(form, forms.removePileForm);
      if (read.status !== 'success') return firstMistake(read.error);
      return changePile({ ...read.value, gatheringId, name: null }, context);
    }
    default:
      throw turnAway(400);
  }
}

function firstMistake(error: Record<string, string[] | null> | null | undefined): string {
  return (
    Object.values(error ?? {}).find((messages) => messages !== null && messages.length > 0)?.[0] ??
    'gatheringRoom:mistake.form'
  );
}

export const meta = pageTitle<typeof loader>((t, { title }) => `${t('gatheringRoom:wall.title')}: ${title}`);

export default function WorkWallPage() {
  const { id, slug, title, mayWork, formKey, wall } = useLoaderData<typeof loader>();
  const { t } = useTranslation('gatheringRoom');
  const here = `/ontmoet-werk/${slug}`;
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: <Written>{title}</Written>, href: here }]} />}
        title={t('wall.title')}
        tone="plain"
      >
        <p className="flex flex-wrap gap-x-6">
          <a href={`${here}/scherm/muur`} className="inline-flex min-h-11 items-center">
            {t('work.screen')}
          </a>
          <a href={`/ontmoet/${slug}/muur`} className="inline-flex min-h-11 items-center">
            {t('work.phone')}
          </a>
        </p>
      </PageHeader>
      {mayWork ? null : <ReadingAlong />}
      <WorkWall gatheringId={id} slug={slug} wall={wall} formKey={formKey} mayWork={mayWork} />
    </Page>
  );
}
