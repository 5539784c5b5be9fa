/** Funds and their ledger. */
export const ledger = {
  list: {
    title: 'Where the money goes',
    lead: 'Every fund with what it holds, what was promised and what is left. Every commitment belongs to a decision that you can read.',
    all: 'All funds together',
    year: 'Funds of {{year}}',
    example: 'example amount',
    exampleTitle: 'Some amounts are examples',
    exampleText:
      'The papers of the programme do not name an amount for every team. Where it says ‘example amount’, the amount was made up to show how it works.',
    look: 'See all entries',
    none: 'There is no fund yet',
    noneText: 'As soon as a team gets money to give, you see here how much.',
  },
  fund: {
    crumb: 'Where the money goes',
    eyebrow: 'Fund {{year}}',
    meter: 'How the fund stands',
    of: 'Of',
    decides: '{{body}} decides on this money.',
    entries: 'All entries',
    entriesLead: 'No entry is ever removed. If something is wrong, a new entry puts the old one right.',
    caption: 'Entries of {{name}}, the oldest first',
    column: { date: 'Date', what: 'What', change: 'In or out', left: 'Left', committed: 'Promised' },
    kind: { opening: 'Start of the fund', commitment: 'Commitment', correction: 'Put right' },
    decision: 'Decision {{number}}: {{title}}',
    exampleTitle: 'This is an example amount',
    exampleText:
      'The papers of the programme name no amount for this team. The amount was made up to show how it works.',
    end: 'Now',
  },
};
