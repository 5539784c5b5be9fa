import type { BodyFact } from '../types.ts';

/** Working groups and neighbourhood alliances under the opgaveteams. */
export const werkgroepenAndWijkallianties: BodyFact[] = [
  {
    slug: 'werkgroep-wijkallianties',
    kind: 'werkgroep',
    name: 'Werkgroep Wijkallianties',
    shortName: 'Wijkallianties',
    parent: 'eigenaarschap-inclusie-democratie',
    chairName: null,
    chairOrganisation: null,
    remit:
      'Deze werkgroep helpt wijkallianties op weg. Het opgaveteam ziet haar als een loket voor alle teams: je komt binnen en wordt naar de goede plek verwezen.',
    remitEn:
      'This working group helps neighbourhood alliances get going. The task team sees it as a desk for all teams: you come in and are referred to the right place.',
    areas: [],
    themes: [],
    organisations: [],
    source: 'ot-eid-2024-02-06',
  },
  {
    slug: 'werkgroep-permanente-dialoog',
    kind: 'werkgroep',
    name: 'Werkgroep Permanente dialoog en bewonersberaden',
    shortName: 'Permanente dialoog',
    parent: 'eigenaarschap-inclusie-democratie',
    chairName: null,
    chairOrganisation: null,
    remit:
      'Deze werkgroep organiseert het doorlopende gesprek met bewoners, zoals de bewonersberaden. Ze kijkt ook hoe nieuwe groepen kunnen meedoen. Op 27 februari 2024 kwam ze bij elkaar.',
    remitEn:
      'This working group organises the continuing conversation with residents, such as the residents’ assemblies. It also looks for ways to involve new groups. It met on 27 February 2024.',
    areas: [],
    themes: ['democratie'],
    organisations: ['kracht-van-nieuw-west', 'nationaal-programma-samen-nieuw-west'],
    source: 'ot-eid-2024-03-05',
  },
  {
    slug: 'werkgroep-diversiteit-en-inclusie',
    kind: 'werkgroep',
    name: 'Werkgroep Diversiteit en Inclusie',
    shortName: 'Diversiteit en inclusie',
    parent: 'eigenaarschap-inclusie-democratie',
    chairName: null,
    chairOrganisation: null,
    remit:
      'Deze werkgroep let erop dat iedereen in Nieuw-West kan meedoen. In maart 2024 zocht het opgaveteam mensen voor de start.',
    remitEn:
      'This working group sees to it that everybody in Nieuw-West can take part. In March 2024 the task team was recruiting people for its start.',
    areas: [],
    themes: ['inclusie'],
    organisations: [],
    source: 'ot-eid-2024-03-05',
  },
  {
    slug: 'werkgroep-community-wealth-building',
    kind: 'werkgroep',
    name: 'Werkgroep Community Wealth Building',
    shortName: 'CWB',
    parent: 'eigenaarschap-inclusie-democratie',
    chairName: null,
    chairOrganisation: null,
    remit:
      'Deze werkgroep wil dat geld in de buurt blijft. Bijvoorbeeld met coöperaties, sociale ondernemingen en inkoop dichtbij. Twee opgaveteams doen samen: Eigenaarschap, Inclusie en Democratie, en Werk en Bestaanszekerheid.',
    remitEn:
      'This working group wants money to stay in the neighbourhood, for example through cooperatives, social enterprises and local purchasing. Two task teams share it: Ownership, Inclusion and Democracy, and Work and Security of Livelihood.',
    areas: [],
    themes: ['werk', 'eigenaarschap'],
    organisations: [],
    source: 'ot-eid-2023-05-01',
  },
  {
    slug: 'werkgroep-doorstroming',
    kind: 'werkgroep',
    name: 'Werkgroep Doorstroming',
    shortName: 'Doorstroming',
    parent: 'wonen-en-leefomgeving',
    chairName: null,
    chairOrganisation: 'stadgenoot',
    remit:
      'Deze werkgroep helpt mensen verhuizen naar een huis dat beter past. Zo komt er ruimte vrij voor anderen. Woningcorporaties zetten doorstroommakelaars en bewonerscoaches in.',
    remitEn:
      'This working group helps people move to a home that suits them better, which frees space for others. Housing corporations deploy relocation brokers and resident coaches.',
    areas: [],
    themes: ['wonen'],
    organisations: ['stadgenoot', 'de-alliantie'],
    source: 'ot-wonen-2024-03-18',
  },
  {
    slug: 'wijkalliantie-dichtersbuurt',
    kind: 'wijkalliantie',
    name: 'Wijkalliantie Dichtersbuurt',
    shortName: 'Dichtersbuurt',
    parent: 'eigenaarschap-inclusie-democratie',
    chairName: null,
    chairOrganisation: null,
    remit:
      'Bewoners, organisaties en professionals in de Dichtersbuurt pakken samen problemen in hun buurt aan. Op 5 maart 2024 vertelden ze het opgaveteam over hun plannen.',
    remitEn:
      'Residents, organisations and professionals in the Dichtersbuurt tackle problems in their neighbourhood together. On 5 March 2024 they told the task team about their plans.',
    areas: ['FE01'],
    themes: [],
    organisations: [],
    source: 'ot-eid-2024-03-05',
  },
  {
    slug: 'wijkalliantie-lodewijk-van-deysselbuurt',
    kind: 'wijkalliantie',
    name: 'Wijkalliantie Lodewijk van Deysselbuurt',
    shortName: 'Van Deysselbuurt',
    parent: 'eigenaarschap-inclusie-democratie',
    chairName: null,
    chairOrganisation: null,
    remit:
      'Bewoners, organisaties en professionals in de Lodewijk van Deysselbuurt pakken samen problemen in hun buurt aan. Op 5 maart 2024 hoorde het opgaveteam over de plannen.',
    remitEn:
      'Residents, organisations and professionals in the Lodewijk van Deysselbuurt tackle problems in their neighbourhood together. On 5 March 2024 the task team heard about the plans.',
    areas: ['FC02'],
    themes: [],
    organisations: [],
    source: 'ot-eid-2024-03-05',
  },
  {
    slug: 'wijkalliantie-wildemanbuurt',
    kind: 'wijkalliantie',
    name: 'Wijkalliantie Wildemanbuurt',
    shortName: 'Wildemanbuurt',
    parent: 'eigenaarschap-inclusie-democratie',
    chairName: null,
    chairOrganisation: null,
    remit:
      'Bewoners, organisaties en professionals in de Wildemanbuurt. Het opgaveteam gebruikte deze buurt in januari 2024 als voorbeeld om regels voor wijkallianties te bedenken.',
    remitEn:
      'Residents, organisations and professionals in the Wildemanbuurt. In January 2024 the task team used this neighbourhood as a case to work out rules for neighbourhood alliances.',
    areas: ['FK01'],
    themes: [],
    organisations: [],
    source: 'ot-eid-2024-01-09',
  },
];
