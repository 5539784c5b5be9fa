import type { Mistake, MistakeKind } from '#app/modules/counting/pabulib/file.ts';

const mistakeText: Record<MistakeKind, string> = {
  'no-section': 'this section is missing',
  'outside-section': 'stands before the first section',
  'section-twice': 'this section is here for the second time',
  'no-column': 'this column is missing',
  'column-twice': 'this column is here for the second time',
  'wrong-fields': 'another number of fields than columns',
  'key-twice': 'this key is here for the second time',
  'no-key': 'this key is missing',
  'empty-file': 'the file is empty',
  'no-text': 'this is not a .pb file, because it is not text',
  'no-budget': 'the budget is no amount of at most two decimals',
  'vote-type': 'only the vote types approval and choose-1 can be counted',
  'no-id': 'a project or voter without an id that can be used',
  'project-twice': 'this project is here for the second time',
  'no-cost': 'the cost is no amount above nothing, of at most two decimals',
  'no-selected': 'selected is 0 or 1',
  'voter-twice': 'this voter is here for the second time',
  'no-project': 'a vote for a project that is not in the file',
  'chosen-twice': 'a vote for the same project twice',
  'more-than-one': 'a vote for more than one project',
  'other-voters': 'the number of voters is not that of the ballots',
  'other-projects': 'the number of projects is not that of the list',
  'other-votes': 'the number of votes for this project is not that of the ballots',
};

/** A mistake in a file as a program says it. */
export const sayMistake = ({ line, kind, found }: Mistake) =>
  `  line ${line}: ${mistakeText[kind]}${found === '' ? '' : ` (${found})`}`;
