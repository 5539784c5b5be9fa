/** The index was emptied, as a new release may do, and is being filled: what is there cannot be found yet, and "nothing" would be untrue. */
export class SearchBeingFilled extends Error {
  constructor() {
    super('the search index is being filled');
  }
}
