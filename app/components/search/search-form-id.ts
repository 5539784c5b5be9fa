/** Filters and order stand outside the form of the search field, and belong to it by this. */
export const searchFormId = 'zoek';
