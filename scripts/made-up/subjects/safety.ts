import type { Subject } from './subject.ts';

const body = 'veiligheid';

export const safety: readonly Subject[] = [
  {
    themes: ['veiligheid', 'leefomgeving'],
    body,
    things: [
      'Buurtvaders',
      'Buurtpreventie',
      'Verlichting',
      'Buurtbemiddeling',
      'Verkeersveiligheid',
      'Weerbaarheid',
      'Wapens inleveren',
    ],
    whys: [
      'In het donker durven mensen niet over straat.',
      'Er wordt te hard gereden langs de school.',
      'Jongens worden geronseld voor drugs.',
    ],
    whats: [
      'Vaders en moeders lopen {often} een ronde door {place}.',
      'We vragen lampen en een drempel bij {street}.',
      'Op school praten {group} over messen, geld en groepsdruk.',
      'Vrijwilligers helpen buren die ruzie hebben.',
    ],
    results: [
      'Mensen voelen zich veilig op straat.',
      'Minder overlast in portieken.',
      'Kinderen fietsen alleen naar school.',
    ],
  },
];
