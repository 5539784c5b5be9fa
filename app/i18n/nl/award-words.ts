/** Rewards of the donutfonds in the register: part of the texts `decisions`. */
export const awardWords = {
  award: {
    sentence: {
      grant: '{{body}} geeft {{recipient}} een beloning van {{amount}}.',
      decline: '{{body}} geeft {{recipient}} geen beloning.',
    },
    applicant: 'Aanvraag van',
    result: 'Waarbij het hoort',
    value: 'Waarde voor de buurt',
    costs: 'Kosten',
    evidence: 'Bewijs',
    evidenceText: '{{evidence}}, {{date}}',
    method: 'Uitgerekend volgens de regels',
    methodMeans: 'Eén persoon stelde de verdeling voor. Een ander bevestigde haar.',
    whoLead:
      'Eén persoon stelde de verdeling voor en een ander bevestigde haar. Wie bij een organisatie hoort die aanvroeg, mocht dat niet doen.',
    how: 'Een organisatie voldoet aan de regels als de waarde hoog genoeg is en hoog genoeg naast de kosten. Wat er in het fonds zat, is gedeeld door het aantal organisaties dat een beloning krijgt, naar beneden afgerond op een hele cent. Wat overblijft, blijft in het fonds.',
  },
};
