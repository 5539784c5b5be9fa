import type { Subject } from './subject.ts';

const body = 'werk-en-bestaanszekerheid';

export const work: readonly Subject[] = [
  {
    themes: ['bestaanszekerheid'],
    body,
    things: [
      'Schuldhulp',
      'Formulierenbrigade',
      'Budgetcursus',
      'Geldmaatjes',
      'Spreekuur',
      'Voedselpakketten',
      'Weggeefwinkel',
      'Buurtsuper',
    ],
    whys: [
      'Veel gezinnen houden aan het eind van het geld een stuk maand over.',
      'Toeslagen worden niet aangevraagd.',
      'Mensen schamen zich voor hun schulden.',
    ],
    whats: [
      'Vrijwilligers helpen {group} met brieven, toeslagen en regelingen in {venue}.',
      'Je kunt {often} zonder afspraak binnenlopen.',
      'Samen bellen we de schuldeisers en maken we een plan.',
      'Wat over is van winkels aan {street} delen we uit.',
    ],
    results: [
      '{number} gezinnen hebben weer overzicht.',
      'Minder huisuitzettingen.',
      'Niemand gaat met honger naar bed.',
    ],
  },
  {
    themes: ['werk', 'eigenaarschap'],
    body,
    things: [
      'Leerwerkplaats',
      'Sollicitatiecafé',
      'Stageplekken',
      'Ondernemersloket',
      'Naaiatelier',
      'Buurtbakkerij',
      'Basisbanen',
      'Coöperatie',
    ],
    whys: [
      'Wie geen diploma heeft komt nergens binnen.',
      'Leerlingen vinden geen stage.',
      'Panden staan leeg terwijl starters ruimte zoeken.',
    ],
    whats: [
      '{Group} leren een vak in een echte werkplaats in {venue}.',
      'Een recruiter helpt {often} met een cv en een gesprek.',
      'Ondernemers aan {street} nemen leerlingen aan.',
      'De opbrengst verdelen de leden zelf.',
    ],
    results: ['{number} mensen hebben een betaalde baan.', 'Geld blijft in de wijk.', 'Jongeren zien wat ze kunnen.'],
  },
];
