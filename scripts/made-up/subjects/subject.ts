/** What plans in the district are about, in parts from which many different plans are composed. */
export type Subject = {
  themes: readonly string[];
  /** Slug of the opgaveteam that it fits. */
  body: string;
  /** What is made or done: the first words of a title. */
  things: readonly string[];
  /** What is wrong now. */
  whys: readonly string[];
  /** What people will do. Words between braces are filled in. */
  whats: readonly string[];
  /** What it leads to. */
  results: readonly string[];
};
