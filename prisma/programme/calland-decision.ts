import type { PaperDecisionFact } from './types.ts';

/** The decision as the task team recorded it; the paper gives no amount. */
export const callandDecision: PaperDecisionFact = {
  slug: 'haalbaarheidsstudie-callandlyceum-2024',
  takenOn: '2024-03-18',
  body: 'wonen-en-leefomgeving',
  actielijn: 'haalbaarheidsstudie-callandlyceum',
  criteriaSet: 'wonen-en-leefomgeving',
  title: 'Akkoord met de haalbaarheidsstudie Callandlyceum',
  summary:
    'Het opgaveteam is akkoord met een studie bij het Callandlyceum. De studie hoort bij de actielijn over voorzieningen, winkels en ontmoetingsplekken in de buurt. Het verslag noemt geen bedrag.',
  motivation: {
    opbrengsten: 'De studie helpt bij wat het uitvoeringsprogramma op middellange en lange termijn wil bereiken.',
    eigenaarschap:
      'Bewoners doen vanaf het begin mee met de studie. Ook met initiatieven die er later misschien uit komen.',
    samenwerking: 'Voor deze studie moeten partners van het programma samenwerken.',
    'meer-dan-regulier':
      'De studie gaat verder dan wat er al gebeurt. Bewoners kunnen er meer aan hebben: meer meedoen, en voorzieningen die passen bij wat de buurt nodig heeft.',
    'werkend-leren': 'Al werkend leren hoort bij de studie. Zo wil het team ook de manier van werken veranderen.',
    blijvend: 'Het is meer dan een proef. Lukt het, dan kunnen een of meer partners het blijvend overnemen.',
    'meerdere-domeinen':
      'Meer onderwerpen doen mee: kansen voor de jeugd, werk en bestaanszekerheid, community wealth building, en eigenaarschap, inclusie en democratie.',
  },
  interestStatement: 'Het Callandlyceum heeft niet deelgenomen aan het besluit.',
  participants: [
    'vuilnisoproer',
    'ymere',
    'lieven-de-key',
    'gemeente-amsterdam',
    'saaam',
    'stadgenoot',
    'stadsdeelcommissie-nieuw-west',
    'woon',
    'ministerie-bzk',
    'nationaal-programma-samen-nieuw-west',
  ],
  recused: [{ organisation: 'callandlyceum', reason: 'De studie gaat over de school zelf.' }],
  source: 'ot-wonen-2024-03-18',
};
