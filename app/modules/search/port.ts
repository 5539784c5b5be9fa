/**
 * What search promises, whichever engine does it: PostgreSQL (always there) or Meilisearch (where it is set up).
 * Both give the same answers in the same shape, so nothing above this file knows which one answered.
 */

/** What can be found. Each has a page of its own for everybody. */
export const documentKinds = [
  'initiative',
  'portfolio',
  'organisation',
  'opgaveteam',
  'wijkalliantie',
  'actielijn',
  'decision',
  'minutes',
  'action',
  'gathering',
] as const;

export type DocumentKind = (typeof documentKinds)[number];

/** One thing that can be found, made from public view types only. What is not in here cannot leak from an index. */
export type SearchDocument = {
  /** `<kind>-<key>`, of letters, digits, `-` and `_`. */
  id: string;
  kind: DocumentKind;
  /** Address of its page, without the site's. */
  path: string;
  title: string;
  /** Shown under the title. */
  summary: string;
  /** Searched besides title and summary; fragments of it are shown. At most 20,000 characters. */
  text: string;
  /** Slugs of themes. */
  themes: string[];
  /** Codes of wijken and buurten; with each buurt also its wijk. */
  areas: string[];
  wholeDistrict: boolean;
  /** Slugs of the bodies it is with. */
  bodies: string[];
  /** As a group of stages that people ask for (`stageGroups`); null for what has none. */
  stage: string | null;
  /** Kinds of what is needed and offered, of portfolios. */
  needs: string[];
  offers: string[];
  /** Money asked or decided, in cents; null for what has none. */
  cents: number | null;
  year: number | null;
  /** For sorting by newest: a calendar date, null for what has none. */
  date: string | null;
  /** SHA-256 of everything above: how the checker sees that an index lags behind. */
  stamp: string;
};

export const facets = ['kind', 'theme', 'area', 'body', 'stage', 'need', 'offer', 'year'] as const;

export type Facet = (typeof facets)[number];

export const sorts = ['relevance', 'newest', 'money', 'near'] as const;

export type Sort = (typeof sorts)[number];

export type Question = {
  /** As typed, at most 200 characters; empty finds everything. */
  text: string;
  /** Within a facet one of the values, over facets all. Area: a wijk also finds its buurten. */
  filters: Partial<Record<Facet, readonly string[]>>;
  /** Both ends included, in cents. */
  money: { from: number | null; to: number | null };
  /** Codes of buurten from near to far, for `near`; never stored, never logged. */
  near: readonly string[] | null;
  sort: Sort;
  /** Of an earlier answer; one that cannot be read starts at the first page. */
  cursor: string | null;
  /** 1 to 100. */
  limit: number;
  /** Whose counts to give. A facet counts as if its own filter were not set, so that another value can be chosen. */
  facets: readonly Facet[];
};

/** A piece of text; `isHit` where it is what was looked for. Never HTML. */
export type Fragment = { text: string; isHit: boolean };

export type Hit = Omit<SearchDocument, 'text' | 'stamp'> & {
  titleFragments: Fragment[];
  /** Of the summary, or of the text where that tells more. At most 240 characters. */
  textFragments: Fragment[];
};

export type Count = { value: string; count: number };

export type Answer = {
  hits: Hit[];
  /** Not exact above what an engine counts: then "more than". */
  total: { count: number; isExact: boolean };
  /** Highest count first. */
  facets: Partial<Record<Facet, Count[]>>;
  /** For the next page; null at the end. */
  next: string | null;
  /** What was looked for instead, when what was typed is nowhere. */
  corrected: string | null;
  /** Nothing surely says what tells most of what was asked: what was found has to do with it. */
  isNear: boolean;
  /** Areas that a name in the text stands for ("osdorp", a street). */
  places: string[];
};

/** Words that an editor keeps: each row means one thing ("KvNW", "Kracht van Nieuw-West"). */
export type Synonyms = readonly (readonly string[])[];

/** A name of a street, square or neighbourhood and the areas where it is. */
export type Place = { name: string; areas: readonly string[] };

/** Words of the programme that both engines understand. */
export type ProgrammeWords = { synonyms: Synonyms; places: readonly Place[] };

export type SearchEngine = {
  readonly name: 'postgresql' | 'meilisearch';
  /** @throws when the engine is down, slow or rebuilding: whoever calls falls back */
  search(question: Question, words: ProgrammeWords): Promise<Answer>;
  /**
   * What resembles a text, the most alike first.
   * @param exceptId the document that is being read or written
   */
  similar(text: string, options: { kinds: readonly DocumentKind[]; most: number; exceptId?: string }): Promise<Hit[]>;
  /** Adds or replaces. Done when it can be found. */
  put(documents: readonly SearchDocument[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** Fills a fresh index beside the one in use and swaps it in; the old one answers until then. */
  rebuild(batches: AsyncIterable<readonly SearchDocument[]>, words: ProgrammeWords): Promise<void>;
  /** What the index holds, in order of id, for the checker. */
  stamps(): AsyncIterable<readonly { id: string; stamp: string }[]>;
};
