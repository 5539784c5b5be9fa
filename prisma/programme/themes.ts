import type { ThemeFact } from './types.ts';

/**
 * The ten subjects for which Kracht van Nieuw-West forms expert teams, and the two that the opgaveteam
 * Eigenaarschap, Inclusie en Democratie missed in the programme: health and culture.
 */
export const themes: ThemeFact[] = [
  {
    slug: 'bestaanszekerheid',
    name: 'Bestaanszekerheid',
    nameEn: 'Security of livelihood',
    description: 'Rondkomen, een lage energierekening, geen schulden. Ook armoede die van ouder op kind gaat.',
    descriptionEn:
      'Making ends meet, an affordable energy bill, no debts. Also poverty that passes from parent to child.',
    source: 'kvnw-projectplan-2023-06-02',
  },
  {
    slug: 'democratie',
    name: 'Democratie',
    nameEn: 'Democracy',
    description: 'Meepraten en meebeslissen over je buurt en over het programma.',
    descriptionEn: 'Having a say and a vote in your neighbourhood and in the programme.',
    source: 'kvnw-projectplan-2023-06-02',
  },
  {
    slug: 'eigenaarschap',
    name: 'Eigenaarschap',
    nameEn: 'Ownership',
    description: 'Bewoners bedenken het plan, voeren het uit en sturen het. Niet alleen meepraten, ook zelf doen.',
    descriptionEn: 'Residents design a plan, carry it out and steer it. Not only talking, also doing.',
    source: 'kvnw-projectplan-2023-06-02',
  },
  {
    slug: 'inclusie',
    name: 'Inclusie',
    nameEn: 'Inclusion',
    description: 'Iedereen hoort erbij. Ook wie nu niet wordt gehoord of is afgehaakt.',
    descriptionEn: 'Everybody belongs. Also those who are not heard now or have given up.',
    source: 'kvnw-projectplan-2023-06-02',
  },
  {
    slug: 'kansen-voor-de-jeugd-tot-13',
    name: 'Kansen voor de jeugd tot 13 jaar',
    nameEn: 'Opportunities for children under 13',
    description: 'Opgroeien, leren en spelen voor kinderen tot 13 jaar.',
    descriptionEn: 'Growing up, learning and playing for children under 13.',
    source: 'kvnw-projectplan-2023-06-02',
  },
  {
    slug: 'kansen-voor-de-jeugd-vanaf-13',
    name: 'Kansen voor de jeugd vanaf 13 jaar',
    nameEn: 'Opportunities for young people from 13',
    description: 'School, stage, vrije tijd en een stem voor jongeren vanaf 13 jaar.',
    descriptionEn: 'School, internships, free time and a voice for young people from 13.',
    source: 'kvnw-projectplan-2023-06-02',
  },
  {
    slug: 'leefomgeving',
    name: 'Leefomgeving',
    nameEn: 'Living environment',
    description: 'Een schone, groene en duurzame buurt met plekken om elkaar te ontmoeten.',
    descriptionEn: 'A clean, green and sustainable neighbourhood with places to meet.',
    source: 'kvnw-projectplan-2023-06-02',
  },
  {
    slug: 'veiligheid',
    name: 'Veiligheid',
    nameEn: 'Safety',
    description: 'Je veilig voelen, thuis en op straat.',
    descriptionEn: 'Feeling safe, at home and in the street.',
    source: 'kvnw-projectplan-2023-06-02',
  },
  {
    slug: 'werk',
    name: 'Werk',
    nameEn: 'Work',
    description: 'Een baan, een vak leren, ondernemen in je eigen buurt.',
    descriptionEn: 'A job, learning a trade, running a business in your own neighbourhood.',
    source: 'kvnw-projectplan-2023-06-02',
  },
  {
    slug: 'wonen',
    name: 'Wonen',
    nameEn: 'Housing',
    description: 'Een goed huis zonder vocht en schimmel, verhuizen als het past, terugkomen na sloop.',
    descriptionEn: 'A good home without damp and mould, moving when it suits you, coming back after demolition.',
    source: 'kvnw-projectplan-2023-06-02',
  },
  {
    slug: 'gezondheid',
    name: 'Gezondheid',
    nameEn: 'Health',
    description: 'Gezond leven en bewegen. Het opgaveteam miste dit onderwerp in het programma.',
    descriptionEn: 'Healthy living and exercise. The task team found this subject missing in the programme.',
    source: 'ot-eid-2023-09-25',
  },
  {
    slug: 'cultuur',
    name: 'Cultuur',
    nameEn: 'Culture',
    description: 'Kunst, verhalen en feest in de buurt. Het opgaveteam miste dit onderwerp in het programma.',
    descriptionEn:
      'Art, stories and celebration in the neighbourhood. The task team found this subject missing in the programme.',
    source: 'ot-eid-2023-09-25',
  },
];
