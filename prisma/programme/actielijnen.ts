import type { ActielijnFact } from './types.ts';

/** The lines of action that the papers name. */
export const actielijnen: ActielijnFact[] = [
  {
    slug: 'maatschappelijke-voorzieningen',
    title: 'Voorzieningen, winkels en ontmoetingsplekken voor een vitale buurt',
    goal: 'Genoeg voorzieningen, winkels, bedrijfsruimtes en plekken om elkaar te ontmoeten in de buurt.',
    body: 'wonen-en-leefomgeving',
    stage: 'running',
    stateNote:
      'De studie naar het Callandlyceum hoort bij deze actielijn. Het opgaveteam keurde die studie goed op 18 maart 2024.',
    source: 'ot-wonen-2024-03-18',
  },
  {
    slug: 'haalbaarheidsstudie-callandlyceum',
    title: 'Haalbaarheidsstudie Callandlyceum',
    goal: 'Uitzoeken of er bij het Callandlyceum voorzieningen voor de buurt kunnen komen. Bewoners doen vanaf het begin mee.',
    body: 'wonen-en-leefomgeving',
    stage: 'approved',
    stateNote: 'Het opgaveteam keurde de studie goed op 18 maart 2024. De school zelf besliste niet mee.',
    source: 'ot-wonen-2024-03-18',
  },
  {
    slug: 'vocht-en-schimmel',
    title: 'Gerichte aanpak van vocht en schimmel',
    goal: 'Vocht en schimmel per woonblok aanpakken, samen met bewoners die er ervaring mee hebben.',
    body: 'wonen-en-leefomgeving',
    stage: 'paused',
    stateNote:
      'De corporaties zetten de aanpak in maart 2024 stil. Er kwamen veel meer meldingen, en er is te weinig geld en personeel. Het opgaveteam vond dat een teleurstelling en gaat met de bewoners praten.',
    source: 'ot-wonen-2024-03-18',
  },
  {
    slug: 'terugkeer-en-herhuisvesting',
    title: 'Terugkeren naar een passende woning in de buurt',
    goal: 'Iedereen die na sloop of renovatie wil terugkomen, vindt een passende woning in de buurt.',
    body: 'wonen-en-leefomgeving',
    stage: 'preparing',
    stateNote:
      'In maart 2024 is een offerte gevraagd voor extra begeleiding. Ymere en Stadgenoot willen over de opdracht meedenken.',
    source: 'ot-wonen-2024-03-18',
  },
  {
    slug: 'bewoners-in-het-alliantiebestuur',
    title: 'Bewoners in het alliantiebestuur',
    goal: 'Vijf bewoners krijgen een gelijke plek aan tafel in het alliantiebestuur, met goede begeleiding.',
    body: 'eigenaarschap-inclusie-democratie',
    stage: 'preparing',
    stateNote:
      'Een groep bewoners maakt het plan voor werving en begeleiding. Na opmerkingen is het aangepast. Het zou op 10 april 2024 naar het alliantiebestuur gaan.',
    source: 'ot-eid-2024-03-05',
  },
  {
    slug: 'zeggenschap-over-samen-nieuw-west',
    title: 'Zeggenschap over Samen Nieuw-West',
    goal: 'Bewoners praten en beslissen mee over het programma. Het doorlopende gesprek met bewoners hoort hierbij.',
    body: 'eigenaarschap-inclusie-democratie',
    stage: 'running',
    stateNote: 'Deze actielijn staat in het uitvoeringsprogramma. Een werkgroep organiseert de gesprekken.',
    source: 'ot-eid-2024-01-23',
  },
  {
    slug: 'wijkallianties',
    title: 'Wijkallianties',
    goal: 'Bewoners, organisaties en professionals beslissen in hun wijk samen wat nodig is en voeren het uit.',
    body: 'eigenaarschap-inclusie-democratie',
    stage: 'preparing',
    stateNote: 'Het opgaveteam werkt de regels uit. Een vraag is nog wat een wijkalliantie precies is.',
    source: 'ot-eid-2023-12-11',
  },
  {
    slug: 'inzet-wijkverbinders',
    title: 'Inzet van wijkverbinders',
    goal: 'Wijkverbinders inzetten. Het is een van de drie hoofdlijnen van het opgaveteam.',
    body: 'eigenaarschap-inclusie-democratie',
    stage: 'preparing',
    stateNote: 'In januari 2024 zei het team: een werkgroep hiervoor kan iets later komen.',
    source: 'ot-eid-2024-01-09',
  },
  {
    slug: 'sierkwartier',
    title: 'Sierkwartier',
    goal: 'Bewoners van het Sierkwartier helpen om samen hun buurt te verbeteren.',
    body: 'eigenaarschap-inclusie-democratie',
    stage: 'preparing',
    stateNote: 'Dit was een van de drie eerste actielijnen. Ze gingen op 21 december 2023 naar het alliantiebestuur.',
    source: 'ot-eid-2023-12-11',
  },
  {
    slug: 'dichtersbuurt',
    title: 'Dichtersbuurt',
    goal: 'Bewoners van de Dichtersbuurt helpen om samen hun buurt te verbeteren.',
    body: 'eigenaarschap-inclusie-democratie',
    stage: 'preparing',
    stateNote:
      'Dit was een van de drie eerste actielijnen voor het alliantiebestuur van 21 december 2023. In maart 2024 vertelde de wijkalliantie over haar plannen.',
    source: 'ot-eid-2023-12-11',
  },
  {
    slug: 'lodewijk-van-deysselbuurt',
    title: 'Lodewijk van Deysselbuurt',
    goal: 'Bewoners van de Lodewijk van Deysselbuurt helpen om samen hun buurt te verbeteren.',
    body: 'eigenaarschap-inclusie-democratie',
    stage: 'preparing',
    stateNote: 'Het opgaveteam noemde deze buurt in december 2023 als voorbeeld om samen uit te werken.',
    source: 'ot-eid-2023-12-11',
  },
];
