/** Funds and their ledger. */
export const ledger = {
  list: {
    title: 'Waar het geld blijft',
    lead: 'Elk fonds met wat erin zit, wat is toegezegd en wat nog te besteden is. Elke toezegging hoort bij een besluit dat je kunt lezen.',
    all: 'Alle fondsen samen',
    year: 'Fondsen van {{year}}',
    example: 'voorbeeldbedrag',
    exampleTitle: 'Er staan voorbeeldbedragen bij',
    exampleText:
      'De stukken van het programma noemen niet voor elk team een bedrag. Waar ‘voorbeeldbedrag’ staat, is het bedrag verzonnen om te laten zien hoe het werkt.',
    look: 'Bekijk alle boekingen',
    none: 'Er is nog geen fonds',
    noneText: 'Zodra een team geld krijgt om te verdelen, zie je hier hoeveel.',
  },
  fund: {
    crumb: 'Waar het geld blijft',
    eyebrow: 'Fonds {{year}}',
    meter: 'Hoe het fonds ervoor staat',
    of: 'Van',
    decides: '{{body}} besluit over dit geld.',
    entries: 'Alle boekingen',
    entriesLead:
      'Er gaat nooit een boeking weg. Klopt er iets niet, dan komt er een nieuwe boeking bij die de oude rechtzet.',
    caption: 'Boekingen van {{name}}, de oudste eerst',
    column: { date: 'Datum', what: 'Wat', change: 'Erbij of eraf', left: 'Nog te besteden', committed: 'Toegezegd' },
    kind: {
      opening: 'Begin van het fonds',
      pledge: 'Toegezegd door de bron',
      'pledge-lowered': 'Minder van de bron',
      overprogramming: 'Overprogrammering',
      budget: 'Budget uit het bestedingsplan',
      return: 'Terug naar de bron',
      move: 'Verschoven',
      release: 'Vrijgevallen',
      payment: 'Betaald',
      commitment: 'Toezegging',
      correction: 'Rechtgezet',
    },
    decision: 'Besluit {{number}}: {{title}}',
    spending: 'Kleine uitgave {{number}}: {{what}}',
    exampleTitle: 'Dit is een voorbeeldbedrag',
    exampleText:
      'De stukken van het programma noemen geen bedrag voor dit team. Het bedrag is verzonnen om te laten zien hoe het werkt.',
    end: 'Stand nu',
  },
};
