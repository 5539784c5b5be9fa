import { beforeEach, describe, expect, test } from 'vitest';
import { openRound } from '#app/modules/scoring/commands/open-round.server.ts';
import { writeCriteria, type WriteCriteria } from '#app/modules/scoring/commands/write-criteria.server.ts';
import { criteriaDraft, criteriaSetView } from '#app/modules/scoring/queries/criteria-set.query.server.ts';
import { makeBody } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { makeScene, orderFor, signIn, valueOf, type Scene, ruleOf } from './scene.ts';

const own = useTestDatabase();
let scene: Scene;
let slug: string;

beforeEach(async () => {
  scene = await makeScene(own.database);
  ({ slug } = await own.database.criteriaSet.findUniqueOrThrow({ where: { id: scene.criteria.setId } }));
});

const criterion = (title: string) => ({
  slug: null,
  title,
  titleEn: title,
  explanation: 'Uitleg.',
  explanationEn: 'Explanation.',
  scale: ['Nee', 'Een beetje', 'Ja'],
  scaleEn: ['No', 'A little', 'Yes'],
  weight: 3,
  minimum: 150,
});

const order = (given: Partial<WriteCriteria> = {}): WriteCriteria => ({
  setSlug: slug,
  seen: { versionId: scene.criteria.versionId, revision: 1 },
  criteria: [criterion('Van de buurt'), criterion('Haalbaar')],
  ...given,
});

describe('writing criteria', () => {
  test('makes a new version after one that is in use, which itself stays', async () => {
    expect(await writeCriteria(order(), scene.chair)).toEqual({ ok: true, value: 2 });
    const view = await criteriaSetView(own.database, scene.chair.actor, slug, 2, 'nl');
    expect(view).toMatchObject({ shown: { version: 2, frozenOn: null }, canWrite: true });
    expect(view?.criteria).toMatchObject([
      { slug: 'van-de-buurt', maximum: 2, weight: 3, sharePercent: 50, minimumHundredths: 150 },
      { slug: 'haalbaar' },
    ]);
    expect((await criteriaSetView(own.database, scene.chair.actor, slug, null, 'nl'))?.shown.version).toBe(1);
    const [frozen = ''] = scene.criteria.criterionIds;
    const change = own.database.criterion.update({ where: { id: frozen }, data: { weight: 50 } });
    expect(await ruleOf(change)).toBe('criteria_frozen');
  });

  test('changes a version that nobody uses yet, and refuses what started from an older state', async () => {
    valueOf(await writeCriteria(order(), scene.chair));
    const draft = await criteriaDraft(own.database, scene.chair.actor, slug);
    expect(draft).toMatchObject({ version: 2, revision: 1, isDraft: true });
    const seen = { versionId: draft?.versionId ?? '', revision: 1 };
    expect(await writeCriteria(order({ seen, criteria: [criterion('Anders')] }), scene.chair)).toEqual({
      ok: true,
      value: 2,
    });
    expect(await writeCriteria(order({ seen }), scene.chair)).toEqual({ ok: false, reason: 'changed-meanwhile' });
    expect(await writeCriteria(order(), scene.chair)).toEqual({ ok: false, reason: 'changed-meanwhile' });
  });

  test('by two people at the same instant: one version, and the other is told', async () => {
    const editor = await signIn(own.database, 'editor', scene.bodyId);
    const outcomes = await Promise.all([writeCriteria(order(), scene.chair), writeCriteria(order(), editor)]);
    expect(outcomes).toContainEqual({ ok: true, value: 2 });
    expect(outcomes).toContainEqual({ ok: false, reason: 'changed-meanwhile' });
  });

  test('while a round opens with it: the round keeps what it froze', async () => {
    valueOf(await writeCriteria(order(), scene.chair));
    const draft = await criteriaDraft(own.database, scene.chair.actor, slug);
    const seen = { versionId: draft?.versionId ?? '', revision: 1 };
    const [opened] = await Promise.all([
      openRound(orderFor(scene, { criteriaVersionId: seen.versionId }), scene.chair),
      writeCriteria(order({ seen, criteria: [criterion('Op het laatste moment')] }), scene.chair),
    ]);
    const round = await own.database.round.findUniqueOrThrow({
      where: { id: valueOf(opened).roundId },
      include: { criteriaVersion: { include: { criteria: true } } },
    });
    expect(round.criteriaVersion.frozenAt).not.toBeNull();
    expect([1, 2]).toContain(round.criteriaVersion.criteria.length);
  });

  test('two criteria need two names', async () => {
    expect(await writeCriteria(order({ criteria: [criterion('Zelfde'), criterion('Zelfde')] }), scene.chair)).toEqual({
      ok: false,
      reason: 'criterion-twice',
    });
  });

  test.each(['reviewer', 'member', 'loket', 'treasurer'])('is not for a %s', async (role) => {
    const context = await signIn(own.database, role, scene.bodyId);
    expect(await writeCriteria(order(), context)).toEqual({ ok: false, reason: 'role-needed' });
    expect(await criteriaDraft(own.database, context.actor, slug)).toBeNull();
  });

  test('is not for the chair of another body, nor for a set that does not exist', async () => {
    const stranger = await signIn(own.database, 'chair', await makeBody(own.database));
    expect(await writeCriteria(order(), stranger)).toEqual({ ok: false, reason: 'role-needed' });
    expect(await writeCriteria(order({ setSlug: 'bestaat-niet' }), scene.chair)).toEqual({
      ok: false,
      reason: 'criteria-unknown',
    });
    expect(await writeCriteria(order({ seen: { versionId: 'x', revision: 1 } }), scene.chair)).toEqual({
      ok: false,
      reason: 'criteria-unknown',
    });
    expect(await criteriaSetView(own.database, stranger.actor, slug, 99, 'nl')).toBeNull();
  });
});
