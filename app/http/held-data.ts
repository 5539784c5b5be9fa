import type { LoaderFunction } from '@remix-run/node';

/** What loaders of one page answered, by the id of their route. */
type LoaderData = Record<string, unknown>;

// the same in the built pages and in the server around them, which each have this file
const held = Symbol.for('wijkbeurs.held');

/**
 * Remix writes down what loaders answer for scripts in the page, before it is known that the page has none; for a page full of amounts
 * that took a seventh of the time of making it. What a loader answers is held behind a symbol here, which is not written down.
 * `releaseData` gives it to who makes the page.
 */
export function holdData(loader: LoaderFunction): LoaderFunction {
  return async (asked) => {
    const answer: unknown = await loader(asked);
    if (typeof answer !== 'object' || answer === null || answer instanceof Response) return answer;
    // as `data()` makes it: with a status and headers, which Remix reads
    if ('type' in answer && answer.type === 'DataWithResponseInit' && 'data' in answer)
      return Object.assign(Object.create(Object.getPrototypeOf(answer) as object) as object, answer, {
        data: { [held]: answer.data },
      });
    return { [held]: answer };
  };
}

/** What loaders answered, held or not. */
export function releaseData(data: LoaderData): LoaderData {
  return Object.fromEntries(
    Object.entries(data).map(([id, answer]) => [
      id,
      typeof answer === 'object' && answer !== null && held in answer ? answer[held] : answer,
    ]),
  );
}
