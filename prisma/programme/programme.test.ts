import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import * as programme from './index.ts';

const {
  actielijnen,
  areaLabels,
  areaPaths,
  areaViewBox,
  areas,
  bodies,
  callandDecision,
  criteriaSets,
  eligibilityRules,
  initiatives,
  organisations,
  sources,
  themes,
} = programme;

const slugsOf = (items: readonly { slug: string }[]) => items.map((item) => item.slug);
const missing = (wanted: readonly string[], known: readonly string[]) => wanted.filter((one) => !known.includes(one));
const twice = (list: readonly string[]) => list.filter((one, index) => list.indexOf(one) !== index);
const present = (list: readonly (string | null)[]) => list.filter((one) => one !== null);

const wijken = areas.filter((area) => area.level === 'wijk');
const buurten = areas.filter((area) => area.level === 'buurt');

/** Every text in the data, with where it stands. */
function textsIn(value: unknown, where = ''): [string, string][] {
  if (typeof value === 'string') return [[where, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${where}/${key}`));
}
const { areaPaths: _paths, ...written } = programme;
const texts = textsIn(written);

describe('areas', () => {
  it('are the 15 wijken and 73 buurten, each once', () => {
    expect(wijken).toHaveLength(15);
    expect(buurten).toHaveLength(73);
    expect(twice(areas.map((area) => area.code))).toEqual([]);
    expect(twice(areas.map((area) => `${area.level} ${area.name}`))).toEqual([]);
  });

  it('put every buurt in an existing wijk', () => {
    const codes = wijken.map((wijk) => wijk.code);
    expect(
      missing(
        buurten.map((buurt) => buurt.parent ?? 'none'),
        codes,
      ),
    ).toEqual([]);
    expect(wijken.every((wijk) => wijk.parent === null)).toBe(true);
    expect(buurten.every((buurt) => buurt.code.startsWith(buurt.parent ?? 'none'))).toBe(true);
    expect(codes.filter((code) => !buurten.some((buurt) => buurt.parent === code))).toEqual([]);
  });

  it('have a shape and a label inside the view box for every buurt', () => {
    const codes = buurten.map((buurt) => buurt.code);
    expect(Object.keys(areaPaths)).toEqual(codes);
    expect(Object.keys(areaLabels)).toEqual(codes);
    for (const path of Object.values(areaPaths)) expect(path).toMatch(/^(M[\d. -]+l[\d. -]+z)+$/);
    for (const { x, y, lon, lat } of Object.values(areaLabels)) {
      expect(x > 0 && x < areaViewBox.width && y > 0 && y < areaViewBox.height).toBe(true);
      expect(lon > 4.75 && lon < 4.86 && lat > 52.32 && lat < 52.41).toBe(true);
    }
  });
});

describe('slugs', () => {
  it.each([
    ['bodies', slugsOf(bodies)],
    ['themes', slugsOf(themes)],
    ['organisations', slugsOf(organisations)],
    ['initiatives', slugsOf(initiatives)],
    ['actielijnen', slugsOf(actielijnen)],
    ['criteria sets', slugsOf(criteriaSets)],
    ['eligibility rules', slugsOf(eligibilityRules)],
    ['sources', sources.map((source) => source.key)],
    ...criteriaSets.map((set) => [`criteria ${set.slug}`, slugsOf(set.criteria)] as [string, string[]]),
  ])('of %s are unique and plain', (_name, slugs) => {
    expect(twice(slugs)).toEqual([]);
    expect(slugs.filter((slug) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))).toEqual([]);
  });
});

describe('numbers', () => {
  it('cover what the papers name', () => {
    expect(organisations.length).toBeGreaterThanOrEqual(30);
    expect(initiatives.length).toBeGreaterThanOrEqual(50);
    expect(themes).toHaveLength(12);
    expect(bodies.filter((body) => body.kind === 'opgaveteam')).toHaveLength(6);
    expect(bodies.filter((body) => body.kind === 'alliantiebestuur')).toHaveLength(1);
    expect(bodies.filter((body) => body.kind === 'programme')).toHaveLength(1);
  });
});

describe('references', () => {
  it('name an existing paper', () => {
    const facts = [
      ...bodies,
      ...themes,
      ...organisations,
      ...initiatives,
      ...actielijnen,
      ...criteriaSets,
      ...eligibilityRules,
    ];
    const used = [...facts, callandDecision].map((fact) => fact.source);
    const keys = sources.map((source) => source.key);
    expect(missing(used, keys)).toEqual([]);
  });

  it('name existing themes, and every theme falls to one opgaveteam', () => {
    const used = [...initiatives, ...bodies].flatMap((fact) => fact.themes);
    expect(missing(used, slugsOf(themes))).toEqual([]);
    expect(initiatives.filter((initiative) => initiative.themes.length === 0)).toEqual([]);
    const opgaveteams = bodies.filter((body) => body.kind === 'opgaveteam');
    expect(opgaveteams.flatMap((body) => body.themes).sort()).toEqual(slugsOf(themes).sort());
  });

  it('name existing areas', () => {
    const used = [...initiatives, ...bodies].flatMap((fact) => fact.areas);
    expect(
      missing(
        used,
        areas.map((area) => area.code),
      ),
    ).toEqual([]);
  });

  it('name existing bodies, and only the alliantiebestuur reports to nobody', () => {
    const used = [...initiatives, ...actielijnen, ...criteriaSets, callandDecision].map((fact) => fact.body);
    const parents = present(bodies.map((body) => body.parent));
    expect(missing([...used, ...parents], slugsOf(bodies))).toEqual([]);
    expect(slugsOf(bodies.filter((body) => body.parent === null))).toEqual(['alliantiebestuur']);
  });

  it('name existing organisations', () => {
    const used = [
      ...bodies.flatMap((body) => body.organisations),
      ...bodies.map((body) => body.chairOrganisation),
      ...initiatives.flatMap((initiative) => [initiative.organisation, ...initiative.partners]),
      ...callandDecision.participants,
      ...callandDecision.recused.map((one) => one.organisation),
    ];
    expect(missing(present(used), slugsOf(organisations))).toEqual([]);
    const own = initiatives.filter((one) => one.organisation !== null && one.partners.includes(one.organisation));
    expect(slugsOf(own)).toEqual([]);
  });
});

describe('criteria', () => {
  it('describe every point in both languages, and weigh something', () => {
    for (const criterion of criteriaSets.flatMap((set) => set.criteria)) {
      expect(criterion.scale.length).toBeGreaterThanOrEqual(3);
      expect(criterion.scaleEn).toHaveLength(criterion.scale.length);
      expect(Number.isInteger(criterion.weight) && criterion.weight > 0).toBe(true);
    }
  });
});

describe('the Calland decision', () => {
  it('is motivated on each of the seven criteria of its set', () => {
    const set = criteriaSets.find((one) => one.slug === callandDecision.criteriaSet);
    expect(set?.criteria).toHaveLength(7);
    expect(Object.keys(callandDecision.motivation)).toEqual(slugsOf(set?.criteria ?? []));
    expect(Object.values(callandDecision.motivation).every((text) => text.length > 20)).toBe(true);
  });

  it('belongs to an actielijn of the body that took it, without the organisation concerned', () => {
    const actielijn = actielijnen.find((one) => one.slug === callandDecision.actielijn);
    expect(actielijn?.body).toBe(callandDecision.body);
    const recused = callandDecision.recused.map((one) => one.organisation);
    expect(callandDecision.participants.filter((one) => recused.includes(one))).toEqual([]);
  });
});

describe('texts', () => {
  it('are never empty', () => {
    expect(texts.filter(([, text]) => text.trim() === '')).toEqual([]);
    expect(texts.length).toBeGreaterThan(1000);
  });

  it('hold no mark of a blacked-out name, e-mail address or telephone number', () => {
    const blackedOut = /5[.,]\s?1[.,]\s?2/;
    const email = /[\w.+-]+@[\w-]+\.\w+/;
    const telephone = /(\+31|\b0)[\s-]?\d([\s-]?\d){7,8}\b/;
    const found = texts.filter(([, text]) => [blackedOut, email, telephone].some((pattern) => pattern.test(text)));
    expect(found).toEqual([]);
  });

  it('name persons only as chair of a body', () => {
    const chairs = present(bodies.map((body) => body.chairName));
    const elsewhere = texts.filter(
      ([where, text]) => !where.endsWith('/chairName') && chairs.some((name) => text.includes(name)),
    );
    expect(elsewhere).toEqual([]);
    const unchaired = bodies.filter(
      (body) => body.chairName !== null && !['alliantiebestuur', 'opgaveteam'].includes(body.kind),
    );
    expect(slugsOf(unchaired)).toEqual([]);
  });

  it('give calendar dates', () => {
    const dates = [
      ...sources.map((source) => source.date),
      ...organisations.map((organisation) => organisation.alliancePartnerSince),
      callandDecision.takenOn,
    ];
    expect(present(dates).filter((date) => !/^20\d\d-[01]\d-[0-3]\d$/.test(date))).toEqual([]);
  });
});

describe('files', () => {
  it('stay under 300 lines and hold no mark of a blacked-out name', () => {
    const folder = fileURLToPath(new URL('.', import.meta.url));
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    for (const name of names.filter((one) => !one.endsWith('.test.ts'))) {
      const content = readFileSync(folder + name, 'utf8');
      expect(content.split('\n').length, name).toBeLessThan(300);
      expect(content, name).not.toContain('5.1' + '.2');
    }
  });
});
