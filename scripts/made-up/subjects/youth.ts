import type { Subject } from './subject.ts';

const body = 'kansen-voor-de-jeugd';

export const youth: readonly Subject[] = [
  {
    themes: ['kansen-voor-de-jeugd-vanaf-13', 'kansen-voor-de-jeugd-tot-13'],
    body,
    things: [
      'Huiswerkbegeleiding',
      'Studiezaal',
      'Bijles',
      'Huiswerkclub',
      'Leerplek',
      'Mentoren',
      'Toetstraining',
      'Rekenhulp',
    ],
    whys: [
      'Thuis is het te druk om te leren.',
      'Bijles kan niet iedereen betalen.',
      'Leerlingen lopen achter met rekenen en taal.',
      'Er is geen rustige plek voor wie examen doet.',
    ],
    whats: [
      'Studenten begeleiden {group} bij het huiswerk, {often} in {venue}.',
      'Wij openen een stille ruimte met tafels, lampen en wifi in {venue}.',
      'Een mentor helpt elke leerling met plannen en leren.',
      'Voor de toetsweek zijn we ook {day} open.',
    ],
    results: [
      'Meer leerlingen halen hun diploma.',
      'Kinderen gaan met plezier naar school.',
      'Ouders weten hoe zij kunnen helpen.',
    ],
  },
  {
    themes: ['kansen-voor-de-jeugd-vanaf-13', 'veiligheid'],
    body,
    things: [
      'Jongerenhonk',
      'Voetbalkooi',
      'Straatvoetbal',
      'Kickboksen',
      'Muziekstudio',
      'Meidenavond',
      'Jongerenwerk',
      'Basketbalveld',
    ],
    whys: [
      'Jongeren hangen op straat omdat er niets te doen is.',
      'Het hek is kapot en de lampen doen het niet.',
      'Meiden hebben geen eigen plek.',
      'De sportclub is te duur.',
    ],
    whats: [
      'Een jongerenwerker is er {often} voor {group}.',
      'We trainen {often} op het veld bij {street}.',
      'Jongeren maken zelf de regels en hebben zelf de sleutel.',
      'Wie meedoet helpt daarna de jongste groep.',
    ],
    results: [
      'Minder overlast en meer trots.',
      'Jongeren kennen de wijkagent bij naam.',
      '{number} jongeren doen elke week mee.',
    ],
  },
];
