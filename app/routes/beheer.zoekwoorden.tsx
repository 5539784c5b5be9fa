import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { ReadingAlong } from '#app/components/people/reading-along.tsx';
import { PlaceFile } from '#app/components/search-words/place-file.tsx';
import { PlacePart } from '#app/components/search-words/place-part.tsx';
import { SynonymPart } from '#app/components/search-words/synonym-part.tsx';
import { IndexState, WordChanges } from '#app/components/search-words/word-record.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader, type GuardedAction } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage, refusalStatus, refusalText } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { formMessage } from '#app/i18n/message.ts';
import { isId } from '#app/kernel/ids.ts';
import { readsAdministration } from '#app/modules/people/policy.ts';
import {
  importPlaces,
  removePlace,
  removeSynonym,
  savePlace,
  saveSynonym,
} from '#app/modules/search/commands/change-words.server.ts';
import { readPlacesFile } from '#app/modules/search/places-file.server.ts';
import { keepsSearchWords, readsSearchWords } from '#app/modules/search/policy.ts';
import { placeLineOf, searchWords, synonymLine } from '#app/modules/search/queries/search-words.query.server.ts';
import { placeForm, synonymForm } from '#app/modules/search/words-form.ts';

const here = '/beheer/zoekwoorden';

export const loader = guardLoader(readsSearchWords, async ({ database, actor, url }) => {
  const named = (url.searchParams.get('zoek') ?? '').replaceAll('\u0000', '').trim().slice(0, 80);
  const asked = (name: string) => {
    const id = url.searchParams.get(name) ?? '';
    return isId(id) ? id : null;
  };
  const [words, place] = [asked('woorden'), asked('plek')];
  return {
    ...(await searchWords(database, named)),
    named,
    editedWords: words === null ? null : await synonymLine(database, words),
    editedPlace: place === null ? null : await placeLineOf(database, place),
    mayChange: keepsSearchWords(actor).ok,
    administers: readsAdministration(actor).ok,
  };
});

export const action = guardAction(keepsSearchWords, async (args) => {
  switch (formText(args.form, 'intent')) {
    case 'save-words':
      return saveWords(args);
    case 'save-place':
      return saveThePlace(args);
    case 'remove-words':
      return remove(args, removeSynonym);
    case 'remove-place':
      return remove(args, removePlace);
    case 'read-file':
      return readFile(args);
    default:
      throw turnAway(400);
  }
});

const saved = { tone: 'success', message: 'searchWords:form.saved' } as const;
const nothing = { words: undefined, place: undefined, mistakes: [], refusal: null };

async function saveWords({ form, context, platform }: GuardedAction) {
  const submission = parseForm(form, synonymForm);
  if (submission.status !== 'success') return data({ ...nothing, words: submission.reply() }, { status: 422 });
  const outcome = await saveSynonym(submission.value, signedInContext(context));
  if (outcome.ok) return goTo(`${here}#woorden`, platform, saved);
  const words = submission.reply({ formErrors: [refusalMessage('searchWords', outcome)] });
  return data({ ...nothing, words }, { status: refusalStatus(outcome.reason) });
}

async function saveThePlace({ form, context, platform }: GuardedAction) {
  const submission = parseForm(form, placeForm);
  if (submission.status !== 'success') return data({ ...nothing, place: submission.reply() }, { status: 422 });
  const outcome = await savePlace(submission.value, signedInContext(context));
  if (outcome.ok) return goTo(`${here}#plekken`, platform, saved);
  const messages = [refusalMessage('searchWords', outcome)];
  const field = outcome.reason === 'area-unknown' ? 'areas' : outcome.reason === 'place-known' ? 'name' : null;
  const place = submission.reply(field === null ? { formErrors: messages } : { fieldErrors: { [field]: messages } });
  return data({ ...nothing, place }, { status: refusalStatus(outcome.reason) });
}

async function remove({ form, context, platform, t }: GuardedAction, command: typeof removePlace) {
  const id = formText(form, 'id');
  if (!isId(id)) throw turnAway(400);
  const outcome = await command({ id }, signedInContext(context));
  if (outcome.ok) return goTo(here, platform, { tone: 'success', message: 'searchWords:form.removed' });
  const refusal = refusalText(t, 'searchWords', outcome);
  return data({ ...nothing, refusal }, { status: refusalStatus(outcome.reason) });
}

async function readFile({ form, context, database, platform, t }: GuardedAction) {
  const file = form.get('file');
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  const { places, mistakes } = await readPlacesFile(database, bytes);
  if (mistakes.length > 0) return data({ ...nothing, mistakes }, { status: 422 });
  const outcome = await importPlaces(places, signedInContext(context));
  if (outcome.ok) {
    const message = formMessage('searchWords:file.done', { count: outcome.value });
    return goTo(`${here}#plekken`, platform, { tone: 'success', message });
  }
  return data(
    { ...nothing, refusal: refusalText(t, 'searchWords', outcome) },
    { status: refusalStatus(outcome.reason) },
  );
}

export const meta = pageTitle<typeof loader>((t) => t('searchWords:title'));

export default function SearchWords() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation(['searchWords', 'administration', 'programme']);
  const { mayChange } = view;
  const above = view.administers
    ? { label: t('administration:title'), href: '/beheer' }
    : { label: t('programme:desk.title'), href: '/redactie' };
  return (
    <Page width="form">
      <PageHeader breadcrumbs={<Breadcrumbs crumbs={[above]} />} title={t('title')} lead={t('lead')} tone="plain" />
      {mayChange ? null : <ReadingAlong />}
      {answer?.refusal == null ? null : (
        <Notice tone="danger" role="alert">
          {answer.refusal}
        </Notice>
      )}
      <SynonymPart {...{ here, mayChange }} lines={view.synonyms} editing={view.editedWords} reply={answer?.words} />
      <PlacePart
        {...{ here, mayChange }}
        places={view.places}
        placeCount={view.placeCount}
        named={view.named}
        editing={view.editedPlace}
        reply={answer?.place}
      />
      {mayChange ? <PlaceFile mistakes={answer?.mistakes ?? []} /> : null}
      <WordChanges changes={view.changes} />
      <IndexState indexes={view.indexes} />
    </Page>
  );
}
