import type { Instant } from '#app/kernel/instant.ts';
import type { Answer, DocumentKind, Hit, Question, SearchEngine } from './port.ts';

/** What pages ask of searching, whichever engine answers. Opened once by the server, and handed to every loader. */
export type Searching = {
  search(question: Question): Promise<Answer>;
  similar(text: string, options: { kinds: readonly DocumentKind[]; most: number; exceptId?: string }): Promise<Hit[]>;
};

/** Why Meilisearch does not answer; as an operator can act on it. */
export type Reason = 'starting' | 'down' | 'slow' | 'key' | 'no-index' | 'not-filled' | 'behind' | 'failed';

export type GateState = { answers: boolean; reason: Reason | null; since: Instant };

/** Who answers, for who runs the installation. */
export type SearchStatus = {
  answers: SearchEngine['name'];
  /** Null where it is not set up. */
  meilisearch: GateState | null;
  /** Answers of each since this process began. */
  answered: Record<SearchEngine['name'], number>;
  /** How many of those PostgreSQL gave because Meilisearch did not. */
  instead: number;
};

export type Search = Pick<Searching, 'similar'> & {
  /** All that must be kept up. */
  readonly engines: readonly SearchEngine[];
  search(question: Question): Promise<Answer & { engine: SearchEngine['name'] }>;
  status(): SearchStatus;
};
