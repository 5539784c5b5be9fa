/** A search was broken off because it took too long: nothing is wrong with it, and another try may be quicker. */
export class SearchTooSlow extends Error {
  constructor(cause: unknown) {
    super('the search took too long', { cause });
  }
}
