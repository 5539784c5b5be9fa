import type { Subject } from './subject.ts';

const body = 'wonen-en-leefomgeving';

export const living: readonly Subject[] = [
  {
    themes: ['leefomgeving', 'gezondheid'],
    body,
    things: [
      'Moestuin',
      'Geveltuinen',
      'Buurttuin',
      'Speeltuin',
      'Natuurspeelplek',
      'Bijenlint',
      'Tegelwippen',
      'Bomenplan',
    ],
    whys: [
      'In de zomer wordt het hier veertig graden.',
      'Het veldje ligt er kaal en vies bij.',
      'Kinderen spelen tussen de auto’s.',
      'Na een bui staan de kelders vol water.',
    ],
    whats: [
      'Bewoners planten bomen, struiken en bloemen langs {street}.',
      'We maken {number} bakken, ook op rolstoelhoogte.',
      'Kinderen van de basisschool zaaien en oogsten mee.',
      'Een tuinman leert {group} snoeien en composteren.',
    ],
    results: ['Een koele, groene straat.', 'Meer vogels, egels en bijen.', 'Buren ontmoeten elkaar in de tuin.'],
  },
  {
    themes: ['leefomgeving', 'eigenaarschap'],
    body,
    things: [
      'Prikploeg',
      'Afvalcoaches',
      'Repair Café',
      'Kringloop',
      'Kledingruil',
      'Fietsenwerkplaats',
      'Spullenbieb',
    ],
    whys: [
      'Naast de containers ligt altijd grofvuil.',
      'Er wordt te veel weggegooid.',
      'Ratten komen af op brood dat op straat ligt.',
    ],
    whats: [
      'Elke {day} ruimen {group} zwerfafval op rond {street}.',
      'Handige buren repareren lampen, fietsen en kleding in {venue}.',
      'Coaches leggen uit wat bij welk afval hoort.',
      'Spullen die je zelden gebruikt leen je van elkaar.',
    ],
    results: [
      'Een schone straat waar je trots op bent.',
      'Minder spullen bij het grofvuil.',
      '{number} fietsen rijden weer.',
    ],
  },
  {
    themes: ['bestaanszekerheid', 'wonen', 'leefomgeving'],
    body,
    things: ['Energiecoaches', 'Fixbrigade', 'Zonnepanelen', 'Buurtwarmte', 'Isolatie', 'Kierenjacht', 'Buurtbatterij'],
    whys: [
      'De energierekening is te hoog.',
      'De woningen tochten en zijn vochtig.',
      'Huurders mogen zelf niets veranderen.',
    ],
    whats: [
      'Een klusteam plakt tochtstrips en radiatorfolie bij {group}.',
      'Bewoners worden samen eigenaar van panelen op het dak aan {street}.',
      'Coaches komen thuis langs en kijken naar de meter.',
      'We onderzoeken warmte uit de Sloterplas.',
    ],
    results: [
      'Gezinnen betalen minder voor stroom en gas.',
      '{number} woningen zijn warm en droog.',
      'De opbrengst blijft in de buurt.',
    ],
  },
  {
    themes: ['wonen', 'democratie'],
    body,
    things: [
      'Huurteam',
      'Bewonerscommissie',
      'Woningruil',
      'Woongroep',
      'Doorstroming',
      'Wooncoöperatie',
      'Portiekaanpak',
    ],
    whys: [
      'Er is schimmel en de verhuurder doet niets.',
      'Jongeren kunnen geen huis vinden.',
      'Ouderen wonen te groot en te hoog.',
      'Niemand vroeg ons wat wij van de sloop vinden.',
    ],
    whats: [
      'Wij geven {group} advies over huur, onderhoud en rechten.',
      'Bewoners van {street} praten mee over renovatie en terugkeer.',
      'Een makelaar helpt met verhuizen binnen {place}.',
      'We knappen het trappenhuis zelf op.',
    ],
    results: ['Gezonde woningen.', 'Huurders staan samen sterk.', '{number} gezinnen wonen passend.'],
  },
];
