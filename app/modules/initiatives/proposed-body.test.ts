import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents } from '#app/kernel/money.ts';
import { proposeBody, receivingKinds, smallAmount, type CandidateBody, type PlanForBody } from './proposed-body.ts';

const body = (id: string, kind: string, areas: string[], themes: string[]): CandidateBody => ({
  id,
  kind,
  name: id,
  areas,
  themes,
});

const bodies = [
  body('ab', 'alliantiebestuur', [], []),
  body('office', 'programme', [], []),
  body('eid', 'opgaveteam', [], ['democratie', 'eigenaarschap', 'inclusie', 'cultuur']),
  body('veiligheid', 'opgaveteam', [], ['veiligheid']),
  body('wonen', 'opgaveteam', [], ['wonen', 'leefomgeving', 'gezondheid']),
  body('group', 'werkgroep', [], ['wonen']),
  body('dichters', 'wijkalliantie', ['FE01'], []),
  body('slotermeer', 'wijkalliantie', ['FC'], []),
];
const parents = new Map([
  ['FE01', 'FE'],
  ['FE02', 'FE'],
  ['FC02', 'FC'],
]);
const plan = (given: Partial<PlanForBody>): PlanForBody => ({
  themes: ['wonen'],
  wholeDistrict: false,
  areas: [],
  requested: cents(50_000_00),
  ...given,
});

describe('the proposed body', () => {
  it.each([
    [
      'only in the area of a wijkalliantie, whatever it costs',
      plan({ areas: ['FE01'] }),
      'dichters',
      'local',
      ['FE01'],
    ],
    [
      'in a buurt of the wijk of a wijkalliantie',
      plan({ areas: ['FC02', 'FC'] }),
      'slotermeer',
      'local',
      ['FC02', 'FC'],
    ],
    [
      'small and partly in the area',
      plan({ areas: ['FE02', 'FE01'], requested: smallAmount }),
      'dichters',
      'small-and-nearby',
      ['FE01'],
    ],
    [
      'a cent more than small and partly in the area',
      plan({ areas: ['FE02', 'FE01'], requested: cents(smallAmount + 1) }),
      'wonen',
      'themes',
      ['wonen'],
    ],
    ['in the whole wijk around the area', plan({ areas: ['FE'] }), 'wonen', 'themes', ['wonen']],
    [
      'small and mostly in one of two',
      plan({ areas: ['FE01', 'FC', 'FC02'], requested: cents(1) }),
      'slotermeer',
      'small-and-nearby',
      ['FC', 'FC02'],
    ],
    ['for the whole district', plan({ wholeDistrict: true, areas: ['FE01'] }), 'wonen', 'themes', ['wonen']],
    [
      'with most themes of one team',
      plan({ themes: ['wonen', 'democratie', 'inclusie'] }),
      'eid',
      'themes',
      ['democratie', 'inclusie'],
    ],
    [
      'with one theme of each: the team whose work it is most',
      plan({ themes: ['democratie', 'veiligheid'] }),
      'veiligheid',
      'themes',
      ['veiligheid'],
    ],
    ['with a theme of nobody', plan({ themes: ['sport'] }), 'office', 'loket-decides', []],
    ['without themes', plan({ themes: [] }), 'office', 'loket-decides', []],
  ])('for a plan %s', (_, given, bodyId, reason, matched) => {
    expect(proposeBody(given, bodies, parents)).toEqual({ bodyId, reason, matched });
  });

  it('is nobody when there are no bodies', () => {
    expect(proposeBody(plan({}), [], parents)).toBeNull();
  });

  it('is always one that can receive a plan, whatever the order of areas and themes', () => {
    const areas = fc.subarray(['FE', 'FE01', 'FE02', 'FC', 'FC02', 'ZZ']);
    const themes = fc.subarray(['wonen', 'leefomgeving', 'democratie', 'inclusie', 'veiligheid', 'sport']);
    fc.assert(
      fc.property(areas, themes, fc.boolean(), fc.nat(10_000_000), (someAreas, someThemes, wholeDistrict, amount) => {
        const given = { areas: someAreas, themes: someThemes, wholeDistrict, requested: cents(amount) };
        const proposal = proposeBody(given, bodies, parents);
        const turned = proposeBody(
          { ...given, areas: someAreas.toReversed(), themes: someThemes.toReversed() },
          bodies,
          parents,
        );
        expect(receivingKinds).toContain(bodies.find(({ id }) => id === proposal?.bodyId)?.kind);
        expect(turned?.bodyId).toBe(proposal?.bodyId);
      }),
    );
  });
});
