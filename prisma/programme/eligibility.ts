import type { EligibilityRuleFact } from './types.ts';

/**
 * Rules of the loket: who can bring a plan and what must be in it. The loket answers each of them about a plan with yes or
 * no; how the programme itself decides (interests, never alone, in public) is no question about a plan and stands on
 * /zo-werkt-het.
 */
export const eligibilityRules: EligibilityRuleFact[] = [
  {
    slug: 'iedereen-mag-indienen',
    text: 'Iedereen mag een plan indienen: bewoners, groepen en organisaties. Je hoeft nog niet bekend te zijn bij het programma.',
    textEn:
      'Anybody may submit a plan: residents, groups and organisations. You need not be known to the programme yet.',
    source: 'ot-eid-2024-02-06',
  },
  {
    slug: 'ambtenaar-of-commissielid',
    text: 'Ben je ambtenaar of lid van de stadsdeelcommissie? Zeg dat in je aanvraag.',
    textEn: 'Are you a civil servant or a member of the district committee? Say so in your application.',
    source: 'ot-eid-2024-02-06',
  },
  {
    slug: 'ander-geld',
    text: 'Vraag je voor dit plan ook ergens anders geld aan? Zeg waar en hoeveel. We betalen dezelfde kosten niet dubbel.',
    textEn:
      'Do you ask for money for this plan elsewhere too? Say where and how much. We do not pay the same costs twice.',
    source: 'ot-eid-2024-02-06',
  },
  {
    slug: 'in-nieuw-west',
    text: 'Je plan gebeurt in Nieuw-West en is goed voor mensen die er wonen.',
    textEn: 'Your plan takes place in Nieuw-West and is good for people who live there.',
    source: 'kvnw-projectplan-2023-06-02',
  },
  {
    slug: 'bewoners-zijn-eigenaar',
    text: 'Je vertelt hoe bewoners vanaf het begin meedoen en meebeslissen.',
    textEn: 'You tell how residents take part and share in decisions from the start.',
    source: 'ot-wonen-2024-03-18',
  },
  {
    slug: 'meer-dan-gewoon',
    text: 'Je plan vult aan wat er al gebeurt. Het komt er niet voor in de plaats.',
    textEn: 'Your plan adds to what is already done. It does not replace it.',
    source: 'ot-eid-2023-10-30',
  },
];
