/** Rewards of the donutfonds in the register: part of the texts `decisions`. */
export const awardWords = {
  award: {
    sentence: {
      grant: '{{body}} gives {{recipient}} a reward of {{amount}}.',
      decline: '{{body}} gives {{recipient}} no reward.',
    },
    applicant: 'Application by',
    result: 'Belongs to',
    value: 'Value for the neighbourhood',
    costs: 'Costs',
    evidence: 'Evidence',
    evidenceText: '{{evidence}}, {{date}}',
    method: 'Computed by the rules',
    methodMeans: 'One person proposed the split. Another confirmed it.',
    whoLead:
      'One person proposed the split and another confirmed it. Who belongs to an organisation that applied was not allowed to.',
    how: 'An organisation meets the rules when the value is high enough, and high enough beside the costs. What the fund held was divided by the number of organisations that get a reward, rounded down to a whole cent. What is left stays in the fund.',
  },
};
