import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeDraft, mistakesInStep, mistakesInTyped, type KnownChoices } from './completeness.ts';
import { draftFromContent, emptyDraft, readDraft, withStep, type InitiativeDraft, type TypedValues } from './draft.ts';
import { typedSteps } from './steps.ts';

const known: KnownChoices = {
  areaCodes: new Set(['FE', 'FE01', 'FC02']),
  themeSlugs: new Set(['wonen', 'werk', 'cultuur', 'veiligheid']),
  organisations: new Set(['partner', 'mine']),
  ownOrganisations: new Set(['mine']),
};

const complete: InitiativeDraft = {
  shape: 1,
  seen: [],
  removedAttachments: [],
  steps: {
    'wat-en-waarom': {
      title: 'Groene gevels',
      summary: 'Wij maken de gevels van onze straat groen.',
      why: 'Hitte',
      what: 'Planten',
      result: '',
    },
    waar: { scope: 'areas', areas: ['FE01'], place: '' },
    thema: { themes: ['wonen'] },
    wie: { as: 'mine', group: '', partners: ['partner'], otherPartners: '', ownership: 'Buren kiezen' },
    nodig: {
      budget: [{ description: 'Planten', amount: '1.234,56' }],
      people: '',
      space: '',
      knowledge: '',
      material: '',
    },
    aanbod: { people: '', space: '', knowledge: '', material: '' },
    planning: { startsOn: '2027-03-01', endsOn: '', milestones: [{ description: 'Feest', on: '1-5-2027' }] },
    'andere-financiering': { any: 'yes', funding: [{ party: 'Fonds', amount: '500', state: 'asked' }] },
  },
};

describe('a draft', () => {
  it('is complete as it was typed, and can be typed again from its content', () => {
    const outcome = completeDraft(complete, known, []);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.mistakes));
    expect(outcome.content).toMatchObject({
      budget: [{ amount: 123456 }],
      milestones: [{ on: '2027-05-01' }],
      organisationId: 'mine',
      wholeDistrict: false,
    });
    const again = completeDraft(
      draftFromContent({ ...outcome.content, declaration: { position: 'none', disclosure: '' } }),
      known,
      [],
    );
    expect(again).toEqual(outcome);
  });

  it('that is empty misses something in each step but what can be offered', () => {
    const outcome = completeDraft(emptyDraft(), known, []);
    expect(outcome.ok ? [] : Object.keys(outcome.mistakes)).toEqual(typedSteps.filter((step) => step !== 'aanbod'));
  });

  it('is never told off for what was not typed yet', () => {
    for (const step of typedSteps) expect(mistakesInTyped(step, emptyDraft().steps[step], known)).toEqual({});
  });

  it.each<[string, keyof TypedValues, object, string, string]>([
    [
      'an amount for nothing',
      'nodig',
      { budget: [{ description: '', amount: '5' }] },
      'budget[0].description',
      'forms:required',
    ],
    [
      'something without its amount',
      'nodig',
      { budget: [{ description: 'Verf', amount: '' }] },
      'budget[0].amount',
      'initiatives:mistake.amountRequired',
    ],
    [
      'a day without a milestone',
      'planning',
      { milestones: [{ description: '', on: '2027-05-01' }] },
      'milestones[0].description',
      'forms:required',
    ],
    ['certain areas, and none of them', 'waar', { scope: 'areas' }, 'areas', 'initiatives:mistake.chooseArea'],
    [
      'other money, and none of it',
      'andere-financiering',
      { any: 'yes' },
      'funding',
      'initiatives:mistake.fundingLine',
    ],
  ])('is told at its step of %s', (_, step, typed, field, message) => {
    const values = { ...emptyDraft().steps[step], ...typed };
    expect(mistakesInTyped(step, values as never, known)).toEqual({ [field]: [message] });
  });

  const steps = complete.steps;
  it.each<[string, keyof TypedValues, TypedValues[keyof TypedValues], string, string]>([
    [
      'a title of two letters',
      'wat-en-waarom',
      { ...steps['wat-en-waarom'], title: 'Hé' },
      'title',
      'forms:tooShort?count=3',
    ],
    [
      'a title of 121',
      'wat-en-waarom',
      { ...steps['wat-en-waarom'], title: 'x'.repeat(121) },
      'title',
      'forms:tooLong?count=120',
    ],
    ['spaces for a title', 'wat-en-waarom', { ...steps['wat-en-waarom'], title: '   ' }, 'title', 'forms:required'],
    ['no area', 'waar', { ...steps.waar, areas: [] }, 'areas', 'initiatives:mistake.chooseArea'],
    ['a forged area', 'waar', { ...steps.waar, areas: ['FE01', 'ZZ'] }, 'areas', 'initiatives:mistake.unknownArea'],
    ['a forged scope', 'waar', { ...steps.waar, scope: 'everywhere' }, 'scope', 'initiatives:mistake.chooseScope'],
    [
      'four themes',
      'thema',
      { themes: ['wonen', 'werk', 'cultuur', 'veiligheid'] },
      'themes',
      'initiatives:mistake.tooManyThemes',
    ],
    ['a forged theme', 'thema', { themes: ['__proto__'] }, 'themes', 'initiatives:mistake.unknownTheme'],
    ['another organisation', 'wie', { ...steps.wie, as: 'partner' }, 'as', 'initiatives:mistake.notYourOrganisation'],
    [
      'a forged partner',
      'wie',
      { ...steps.wie, partners: ['nobody'] },
      'partners',
      'initiatives:mistake.unknownPartner',
    ],
    [
      'words for an amount',
      'nodig',
      { ...steps.nodig, budget: [{ description: 'Verf', amount: 'tien' }] },
      'budget[0].amount',
      'initiatives:mistake.amount',
    ],
    [
      'a negative amount',
      'nodig',
      { ...steps.nodig, budget: [{ description: 'Verf', amount: '-5' }] },
      'budget[0].amount',
      'initiatives:mistake.amountPositive',
    ],
    [
      'a billion',
      'nodig',
      { ...steps.nodig, budget: [{ description: 'Verf', amount: '1000000000' }] },
      'budget[0].amount',
      'initiatives:mistake.amountTooLarge',
    ],
    [
      'an amount for nothing',
      'nodig',
      { ...steps.nodig, budget: [{ description: '', amount: '5' }] },
      'budget[0].description',
      'forms:required',
    ],
    ['no need at all', 'nodig', { ...steps.nodig, budget: [] }, 'budget', 'initiatives:mistake.needSomething'],
    ['31 February', 'planning', { ...steps.planning, startsOn: '2027-02-31' }, 'startsOn', 'forms:date'],
    ['the year 27', 'planning', { ...steps.planning, startsOn: '0027-02-01' }, 'startsOn', 'forms:date'],
    [
      'an end before the start',
      'planning',
      { ...steps.planning, endsOn: '2027-02-28' },
      'endsOn',
      'initiatives:mistake.endBeforeStart',
    ],
    [
      'no answer on other money',
      'andere-financiering',
      { any: '', funding: [] },
      'any',
      'initiatives:mistake.chooseFunding',
    ],
    [
      'other money without lines',
      'andere-financiering',
      { any: 'yes', funding: [] },
      'funding',
      'initiatives:mistake.fundingLine',
    ],
    [
      'a forged state',
      'andere-financiering',
      { any: 'yes', funding: [{ party: 'Fonds', amount: '1', state: 'x' }] },
      'funding[0].state',
      'initiatives:mistake.chooseState',
    ],
  ])('with %s is not complete', (_, step, values, field, message) => {
    expect(mistakesInStep(step, values as never, known)).toEqual({ [field]: [message] });
  });

  it('leaves out lines of other money when there is none, and keeps them typed', () => {
    const draft = withStep(complete, 'andere-financiering', {
      any: 'no',
      funding: [{ party: 'Fonds', amount: 'x', state: '' }],
    });
    const outcome = completeDraft(draft, known, []);
    expect(outcome).toMatchObject({ ok: true, content: { otherFunding: [] } });
    expect(draft.steps['andere-financiering'].funding).toHaveLength(1);
  });

  it('can be read whatever was stored, and reads the same after it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (anything, values) => {
        for (const stored of [
          anything,
          { shape: 1, steps: { nodig: values, thema: values, 'wat-en-waarom': values }, seen: anything },
        ]) {
          const draft = readDraft(stored);
          expect(readDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
          completeDraft(draft, known, []);
        }
      }),
      { numRuns: 30 },
    );
  });
});
