import type { Subject } from './subject.ts';

const body = 'eigenaarschap-inclusie-democratie';

export const livingTogether: readonly Subject[] = [
  {
    themes: ['inclusie', 'democratie'],
    body,
    things: ['Taalcafé', 'Taalles', 'Praatgroep', 'Taalmaatjes', 'Leesclub', 'Inburgering', 'Tolken'],
    whys: [
      'Wie de taal niet spreekt, durft niet naar de dokter.',
      'De wachtlijst voor lessen is lang.',
      'Brieven van de gemeente zijn te moeilijk.',
    ],
    whats: [
      '{Group} oefenen Nederlands met een vrijwilliger, {often} in {venue}.',
      'We lezen samen de krant en brieven van school.',
      'Voor de kinderen is er oppas in de kamer ernaast.',
      'Elke deelnemer krijgt een maatje uit de buurt.',
    ],
    results: [
      '{number} deelnemers kunnen zelf een afspraak maken.',
      'Buren leren elkaar kennen.',
      'Mensen vinden sneller werk.',
    ],
  },
  {
    themes: ['inclusie', 'gezondheid'],
    body,
    things: [
      'Koffieochtend',
      'Eettafel',
      'Buurtkeuken',
      'Telefooncirkel',
      'Duofiets',
      'Dansmiddag',
      'Maatjes',
      'Wandelclub',
    ],
    whys: [
      'Veel ouderen spreken dagen achtereen niemand.',
      'Eenzaamheid zit achter elke voordeur.',
      'Wie slecht loopt komt de straat niet meer uit.',
    ],
    whats: [
      '{Group} eten {often} samen in {venue}.',
      'Een vrijwilliger haalt je thuis op.',
      'We wandelen en fietsen door {place}.',
      'Koks uit verschillende landen wisselen elkaar af.',
    ],
    results: ['Ouderen voelen zich minder alleen.', 'Jong en oud leren elkaar kennen.', 'Buren letten op elkaar.'],
  },
  {
    themes: ['cultuur', 'inclusie'],
    body,
    things: [
      'Muurschildering',
      'Buurtfestival',
      'Theaterklas',
      'Wereldkoor',
      'Verhalenhuis',
      'Filmavond',
      'Wijkkrant',
      'Muziekles',
    ],
    whys: [
      'De verhalen van de eerste bewoners gaan verloren.',
      'Er is weinig te doen voor wie geen kaartje kan betalen.',
      'Talent blijft onzichtbaar.',
    ],
    whats: [
      'Kunstenaars en {group} maken samen een voorstelling in {venue}.',
      'Op {day} is er muziek, dans en eten bij {street}.',
      'Kinderen krijgen les en mogen een instrument lenen.',
      'Bewoners vertellen over vroeger en kleinkinderen schrijven het op.',
    ],
    results: [
      'Mensen zijn trots op hun wijk.',
      '{number} bezoekers uit alle hoeken.',
      'Jong talent krijgt een podium.',
    ],
  },
  {
    themes: ['gezondheid'],
    body,
    things: [
      'Zwemles',
      'Fietsles',
      'Valpreventie',
      'Diabetesgroep',
      'Mantelzorgsalon',
      'Yoga',
      'Gezond koken',
      'Inloop',
    ],
    whys: [
      'Een op de acht volwassenen heeft suikerziekte.',
      'Veel vrouwen kunnen niet zwemmen of fietsen.',
      'Mantelzorgers raken uitgeput.',
      'De wachtlijst voor hulp is lang.',
    ],
    whats: [
      '{Group} bewegen {often} onder leiding van een coach.',
      'De huisarts en een diëtist koken mee in {venue}.',
      'Een vrijwilliger neemt de zorg een middag over.',
      'We praten over stress, slapen en piekeren.',
    ],
    results: ['Mensen voelen zich fitter.', 'Minder bezoeken aan de dokter.', '{number} deelnemers houden het vol.'],
  },
  {
    themes: ['inclusie', 'eigenaarschap', 'democratie'],
    body,
    things: [
      'Buurtkamer',
      'Huis van de wijk',
      'Buurthuis',
      'Moedercentrum',
      'Burgerberaad',
      'Buurtbudget',
      'Vrouwenstudio',
      'Ontmoetingsplek',
    ],
    whys: [
      'Sinds de sluiting is er geen plek om elkaar te ontmoeten.',
      'Bewoners worden gehoord maar beslissen niet mee.',
      'Groepen leven langs elkaar heen.',
    ],
    whats: [
      'Bewoners beheren {venue} zelf en zetten de koffie klaar.',
      '{Group} beslissen samen over geld voor {place}.',
      'Er is {often} een inloop met spreekuur en speelhoek.',
      'We leiden bewoners op als gastvrouw en gespreksleider.',
    ],
    results: ['Een huiskamer voor de hele buurt.', 'Plannen komen van bewoners zelf.', '{number} vaste vrijwilligers.'],
  },
];
