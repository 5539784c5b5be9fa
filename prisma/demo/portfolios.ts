import type { MakeGroup } from '#app/modules/portfolios/commands/make-group.server.ts';
import type { Direction, ResourceKind } from '#app/modules/portfolios/portfolio.ts';

type DemoLine = { direction: Direction; resource: ResourceKind; text: string };

const need = (resource: ResourceKind, text: string): DemoLine => ({ direction: 'need', resource, text });
const offer = (resource: ResourceKind, text: string): DemoLine => ({ direction: 'offer', resource, text });

export type DemoGroup = Pick<MakeGroup, 'name' | 'about' | 'phase' | 'areas'> & {
  /** Account of the keeper. */
  by: string;
  lines: DemoLine[];
};

/** Invented groups that ask no money. */
export const demoGroups: Record<'cooks' | 'cyclists' | 'gardeners', DemoGroup> = {
  cooks: {
    by: 'buurvrouw',
    name: 'Koken op dinsdag',
    about:
      'Elke dinsdag koken we met tien vrouwen voor wie anders alleen eet. Nu nog bij iemand thuis. (Verzonnen voor de demo)',
    phase: 'running',
    areas: ['FE01'],
    lines: [
      need('space', 'Een keuken op dinsdagavond, voor twintig eters. Liefst op loopafstand van het Plein ’40-’45.'),
      need('people', 'Twee mensen die maaltijden willen rondbrengen.'),
      offer('skills', 'Koks die voor zestig mensen kunnen koken, ook op jullie buurtfeest.'),
      offer('network', 'We kennen veel ouderen die weinig buiten komen.'),
    ],
  },
  cyclists: {
    by: 'bewoner',
    name: 'Fietsclub Slotermeer',
    about: 'We leren elkaar fietsen en knappen oude fietsen op. Iedereen kan meedoen. (Verzonnen voor de demo)',
    phase: 'starting',
    areas: ['FC02'],
    lines: [
      need('space', 'Een droge schuur of box voor vijftien fietsen.'),
      need('material', 'Kinderfietsen en fietshelmen, mogen stuk zijn.'),
      offer('skills', 'We repareren fietsen en leren het je graag.'),
      offer('people', 'Acht vrijwilligers die op zaterdag kunnen helpen sjouwen.'),
    ],
  },
  gardeners: {
    by: 'buurman',
    name: 'Tuinclub Het Groene Plein',
    about: 'Bewoners van drie flats die samen de binnentuin onderhouden. (Verzonnen voor de demo)',
    phase: 'running',
    areas: ['FK'],
    lines: [
      need('permits', 'Wie weet hoe je toestemming krijgt voor een waterpomp in de openbare ruimte?'),
      need('people', 'Handen op zaterdagochtend, ervaring is niet nodig.'),
      offer('space', 'Een buurtkamer met keuken, op dinsdag en donderdag vrij.'),
      offer('material', 'Kruiwagens, schoppen en een partytent om te lenen.'),
      offer('knowledge', 'We weten hoe je met de woningcorporatie afspraken maakt over een binnentuin.'),
    ],
  },
};

/** Invented lines beside organisations of the papers; each says that it is an example. */
export const demoLinesOfOrganisations: Record<string, DemoLine[]> = {
  vuilnisoproer: [
    need('people', 'Buren die een straat willen aanvoeren bij de grote schoonmaak. (Voorbeeld)'),
    offer('material', 'Grijpers, hesjes en handschoenen voor dertig mensen. (Voorbeeld)'),
  ],
  buurthuiskamers: [offer('space', 'Een huiskamer waar groepen overdag kunnen zitten. (Voorbeeld)')],
  weggeefwinkel: [
    offer('material', 'Meubels, kleding en speelgoed die iemand anders niet meer nodig heeft. (Voorbeeld)'),
    need('space', 'Opslag voor grote meubels. (Voorbeeld)'),
  ],
  fixbrigade: [
    offer('skills', 'Jongeren die kieren dichten en lampen vervangen. (Voorbeeld)'),
    need('network', 'Contact met bewoners die een hoge energierekening hebben. (Voorbeeld)'),
  ],
  studiezalen: [need('people', 'Studenten die leerlingen willen begeleiden. (Voorbeeld)')],
  'de-meervaart': [offer('space', 'Een oefenruimte voor theater, in overleg. (Voorbeeld)')],
  meidennetwerk: [need('skills', 'Iemand die een podcast kan leren maken. (Voorbeeld)')],
  'bloei-en-groei': [
    offer('knowledge', 'Hoe je met een tuin mensen bij elkaar brengt. (Voorbeeld)'),
    need('material', 'Stekjes en zaden. (Voorbeeld)'),
  ],
};
