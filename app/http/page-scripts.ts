/** What a route says in its `handle` under this word, of each route that says it. */
export function saidByRoutes(handles: readonly unknown[], word: string): unknown[] {
  return handles.flatMap((handle) =>
    typeof handle === 'object' && handle !== null && word in handle ? [(handle as Record<string, unknown>)[word]] : [],
  );
}

/**
 * Whether a page comes with scripts (docs/decisions/0001): where a route asks for them always (`hydrate: true`), or when a word stands in
 * the address (`hydrate: 'controle'`), for what few readers do.
 * @param handles of the routes of a page
 * @param search of its address
 */
export function hasPageScripts(handles: readonly unknown[], search: string): boolean {
  const when = saidByRoutes(handles, 'hydrate');
  if (when.length === 0) return false;
  const asked = new URLSearchParams(search);
  return when.some((word) => word === true || (typeof word === 'string' && asked.has(word)));
}
