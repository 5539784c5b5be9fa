/**
 * How money is given (constraint `decision_instrument`). A subsidy helps somebody do what they themselves want to do
 * (Algemene wet bestuursrecht, article 4:21); an assignment buys what the programme wants done, and then procurement law
 * counts (Aanbestedingswet 2012); an award is given afterwards, for what was done already.
 */
export const instruments = ['subsidy', 'assignment', 'award'] as const;

export type Instrument = (typeof instruments)[number];

/** What a body chooses from when it grants money to a plan; an award rests on an application of its own. */
export const planInstruments = ['subsidy', 'assignment'] as const satisfies readonly Instrument[];
