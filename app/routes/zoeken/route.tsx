import { data } from '@remix-run/node';
import { isRouteErrorResponse, useLoaderData, useNavigate, type ClientLoaderFunctionArgs } from '@remix-run/react';
import { type FormEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { ChosenFilters } from '#app/components/search/chosen-filters.tsx';
import { FilterColumn } from '#app/components/search/filter-column.tsx';
import { FoundHeading } from '#app/components/search/found-heading.tsx';
import { KeptChoices, KeptFilters } from '#app/components/search/kept-choices.tsx';
import { searchFormId } from '#app/components/search/search-form-id.ts';
import { SearchField } from '#app/components/search/search-field.tsx';
import { SearchResults } from '#app/components/search/search-results.tsx';
import { SearchToolbar } from '#app/components/search/search-toolbar.tsx';
import { SearchTooSlow } from '#app/components/search/search-too-slow.tsx';
import { SearchUnreached } from '#app/components/search/search-unreached.tsx';
import { SignpostLinks } from '#app/components/search/signpost-links.tsx';
import { useLiveSearch } from '#app/components/search/use-live-search.ts';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { nearFrom } from '#app/modules/programme/near.ts';
import { changed, questionOf, readSearch, searchHref, searchPath } from '#app/modules/search/address.ts';
import { SearchBeingFilled } from '#app/modules/search/being-filled.ts';
import { foundView } from '#app/modules/search/found.ts';
import type { FilterNames } from '#app/modules/search/views.ts';
import { filterNames } from '#app/modules/search/queries/filter-names.query.server.ts';

export const loader = guardLoader(everyone, async ({ database, search, platform, url, locale }) => {
  const state = readSearch(url.searchParams);
  const names = await filterNames(database, locale);
  const tiles = platform.env.mapTiles;
  try {
    const answer = await search.search(questionOf(state, nearFrom(state.near)));
    return data({
      ...{ state, names, found: foundView(answer, state, names), tiles },
      isUnreached: false,
      isBeingFilled: false,
    });
  } catch (error) {
    const isBeingFilled = error instanceof SearchBeingFilled;
    // what somebody looks for is theirs: it is not in the log
    if (!isBeingFilled) platform.log.error({ err: error }, 'searching failed');
    return data(
      { state, names, found: null, tiles, isUnreached: false, isBeingFilled },
      { status: 503, headers: { 'Retry-After': '60' } },
    );
  }
});

/** Names for what was chosen, when the server cannot be asked. */
let lastNames: FilterNames = { theme: {}, area: {}, body: {} };

/** Without a network, or where somebody in between answers instead, the page stays with what was typed: not an error page. */
export async function clientLoader({ request, serverLoader }: ClientLoaderFunctionArgs) {
  try {
    const answer = await serverLoader<typeof loader>();
    lastNames = answer.names;
    return answer;
  } catch (error) {
    if (request.signal.aborted || isRouteErrorResponse(error)) throw error;
    const state = readSearch(new URL(request.url).searchParams);
    // fetch says so when nothing came back at all; anything else was no answer of a search
    const isUnreached = error instanceof TypeError;
    return { state, names: lastNames, found: null, tiles: null, isUnreached, isBeingFilled: false };
  }
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;

export const meta = pageTitle<typeof loader>(
  (t, { state }) => (state.text === '' ? t('search:title') : t('search:titleFor', { text: state.text })),
  (t) => t('search:lead'),
);

/** Searches while somebody types. */
export const handle = { hydrate: true };

export default function Search() {
  const { state, names, found, tiles, isUnreached, isBeingFilled } = useLoaderData<typeof loader>();
  useEffect(() => {
    lastNames = names;
  }, [names]);
  const { t } = useTranslation('search');
  const form = useRef<HTMLFormElement>(null);
  const navigate = useNavigate();
  const { text, type, choose, shown, isBusy } = useLiveSearch(form, state);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    choose();
  };
  return (
    <Page>
      <PageHeader tone="plain" title={t('title')}>
        <form
          ref={form}
          id={searchFormId}
          method="get"
          action={searchPath}
          role="search"
          aria-label={t('title')}
          onSubmit={submit}
          className="no-print mt-6 pb-2"
        >
          <SearchField text={text} onType={type} />
        </form>
      </PageHeader>
      {found === null ? (
        <>
          <KeptFilters state={state} />
          <KeptChoices state={state} isEmpty />
          {isUnreached ? (
            <SearchUnreached />
          ) : (
            <SearchTooSlow again={searchHref(state)} isBeingFilled={isBeingFilled} />
          )}
        </>
      ) : (
        <div className="grid gap-x-12 gap-y-6 max-lg:-mt-4 lg:grid-cols-[17rem_minmax(0,1fr)]">
          <FilterColumn state={shown} options={found.options} onChoose={choose} />
          <section aria-labelledby="gevonden" aria-busy={isBusy} className="flex min-w-0 flex-col gap-5">
            <FoundHeading
              total={found.total}
              text={found.asked}
              corrected={found.corrected}
              isNear={found.isNear}
              unsearchable={found.unsearchable}
            />
            <SignpostLinks keys={found.signposts} />
            <ChosenFilters state={state} names={names} />
            <KeptChoices state={shown} isEmpty={found.hits.length === 0} />
            {found.hits.length === 0 ? null : (
              <SearchToolbar
                state={shown}
                onChoose={choose}
                onNear={(near) => navigate(searchHref(changed(shown, { near })))}
              />
            )}
            <SearchResults state={state} found={found} tiles={tiles} />
          </section>
        </div>
      )}
    </Page>
  );
}
