import type { InitiativeFact } from '../types.ts';

/** What Kracht van Nieuw-West and its partners do. */
export const krachtVanNieuwWest: InitiativeFact[] = [
  {
    slug: 'meet-en-match',
    title: 'Meet & Match',
    summary:
      'Twee keer per jaar ontmoeten initiatieven uit een gebied elkaar. Ze kijken wie elkaar kan helpen en werken samen plannen uit. Heb je een nieuw idee? Dan ben je ook welkom.',
    stage: 'exploring',
    stateNote:
      'Het begon als plan voor het najaar van 2023, in Osdorp of Slotervaart. Later komen er meer gebieden bij.',
    themes: ['eigenaarschap', 'democratie'],
    areas: [],
    body: 'eigenaarschap-inclusie-democratie',
    organisation: 'kracht-van-nieuw-west',
    partners: [],
    source: 'kvnw-projectplan-2023-06-02',
  },
  {
    slug: 'app-met-initiatieven',
    title: 'Een app met alle initiatieven',
    summary:
      'Meer dan honderd projecten staan op een lijst die nu wordt rondgestuurd. De wens is een app waarin je ze allemaal kunt vinden. Zo zie je welk project jou kan helpen en wie jij kunt helpen.',
    stage: 'exploring',
    stateNote: 'De lijst is er. De app was in juni 2023 nog een wens.',
    themes: ['eigenaarschap'],
    areas: [],
    body: 'eigenaarschap-inclusie-democratie',
    organisation: 'kracht-van-nieuw-west',
    partners: [],
    source: 'kvnw-projectplan-2023-06-02',
  },
  {
    slug: 'grassroots-community-building',
    title: 'Van deur tot deur: wie nog niet gehoord wordt',
    summary:
      'Mensen uit de buurt spreken bewoners aan die zich niet gehoord voelen. Samen zoeken ze uit wat er moet veranderen. Wie tijd geeft, zou daar een vergoeding voor moeten krijgen.',
    stage: 'exploring',
    stateNote: 'Dit is een plan uit 2023. Per gebied is twintig uur per week nodig.',
    themes: ['inclusie', 'democratie'],
    areas: [],
    body: 'eigenaarschap-inclusie-democratie',
    organisation: 'kracht-van-nieuw-west',
    partners: [],
    source: 'kvnw-projectplan-2023-06-02',
  },
  {
    slug: 'donutfonds',
    title: 'Donutfonds',
    summary:
      'Het Donutfonds beloont elk jaar kleine organisaties in de buurt. Ze moeten minstens twee keer zoveel waarde maken als hun omzet. Het geld wordt gelijk verdeeld. Je krijgt het op een buurtconferentie aan het einde van het jaar, met pizza.',
    stage: 'running',
    stateNote:
      'In 2022 kregen tien organisaties in Slotervaart een beloning. Het plan was om in 2024 in drie buurten door te gaan.',
    themes: ['eigenaarschap', 'bestaanszekerheid'],
    areas: ['FL', 'FN'],
    body: 'eigenaarschap-inclusie-democratie',
    organisation: 'donut-coalitie',
    partners: ['mensen-maken-amsterdam', 'kracht-van-nieuw-west'],
    source: 'kvnw-projectplan-2023-06-02',
  },
  {
    slug: 'donut-coalitie',
    title: 'Donut Coalitie: op bezoek bij buurtorganisaties',
    summary:
      'De Donut Coalitie gaat langs bij kleine organisaties in de buurt. Samen vullen ze in wat de organisatie oplevert voor de buurt. Ze vraagt ook wat er nodig is en waar het knelt.',
    stage: 'running',
    stateNote: 'De coalitie kiest elk jaar welke organisaties passen.',
    themes: ['eigenaarschap'],
    areas: [],
    body: 'eigenaarschap-inclusie-democratie',
    organisation: 'donut-coalitie',
    partners: ['mensen-maken-amsterdam'],
    source: 'kvnw-projectplan-2023-06-02',
  },
  {
    slug: 'expertteams',
    title: 'Expertteams van bewoners',
    summary:
      'Bewoners die veel weten van een onderwerp, vormen samen een team. Ze doen namens bewoners mee in de opgaveteams. Er zijn tien onderwerpen, van wonen tot werk.',
    stage: 'exploring',
    stateNote: 'Dit is een plan uit 2023.',
    themes: ['democratie', 'inclusie'],
    areas: [],
    body: 'eigenaarschap-inclusie-democratie',
    organisation: 'kracht-van-nieuw-west',
    partners: [],
    source: 'kvnw-projectplan-2023-06-02',
  },
  {
    slug: 'leren-in-de-wijk',
    title: 'Leren in je eigen gebied',
    summary:
      'Bewoners, gemeente en organisaties leren van elkaar in bijeenkomsten. Het moet er veilig zijn voor iedereen. Na afloop weet je wat er met je inbreng gebeurt.',
    stage: 'exploring',
    stateNote: 'Dit is een plan uit 2023. Er is gepraat met de Hogeschool van Amsterdam.',
    themes: ['democratie', 'inclusie'],
    areas: [],
    body: 'eigenaarschap-inclusie-democratie',
    organisation: 'kracht-van-nieuw-west',
    partners: ['hogeschool-van-amsterdam'],
    source: 'kvnw-projectplan-2023-06-02',
  },
  {
    slug: 'basis-kracht-van-nieuw-west',
    title: 'Vaste ondersteuning voor Kracht van Nieuw-West',
    summary:
      'Het netwerk wil vaste mensen die alles regelen: contact, verslagen, een website. Het liefst zijn dat bewoners die ervoor betaald worden.',
    stage: 'exploring',
    stateNote: 'In november 2023 hield het opgaveteam er rekening mee in de conceptbegroting voor 2024.',
    themes: ['democratie'],
    areas: [],
    body: 'eigenaarschap-inclusie-democratie',
    organisation: 'kracht-van-nieuw-west',
    partners: ['woon', 'combiwel', 'eigenwijks', 'samenwonen-samenleven'],
    source: 'mail-ondersteuning-kvnw-2023-11-29',
  },
  {
    slug: 'pannenkoek-en-prikkeldraad',
    title: 'Pannenkoek en Prikkeldraad',
    summary:
      'Een diner voor mensen die elkaar niet meer goed vertrouwen. Je praat niet over de ruzie, maar leert elkaar echt kennen. Daarna spreek je af hoe het verder gaat.',
    stage: 'running',
    stateNote:
      'Kracht van Nieuw-West nodigde het opgaveteam in januari 2024 uit voor zo’n diner. De organisator doet het zonder loon.',
    themes: ['inclusie', 'democratie'],
    areas: [],
    body: 'eigenaarschap-inclusie-democratie',
    organisation: 'kracht-van-nieuw-west',
    partners: ['nationaal-programma-samen-nieuw-west'],
    source: 'mail-diner-2023-12-20',
  },
];
