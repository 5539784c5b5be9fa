import { describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { confirmSplit } from '#app/modules/donutfonds/commands/confirm-split.server.ts';
import { discardSplit } from '#app/modules/donutfonds/commands/discard-split.server.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import {
  afterClosing,
  by,
  confirmAs,
  propose,
  proposed,
  threeAppliedIn,
  type DonutScene,
  type Who,
} from './donut-scene.ts';

const own = useTestDatabase();

const confirm = async (scene: DonutScene, splitId: string, who?: Who) => confirmAs(own.database, scene, splitId, who);
const threeApplied = async () => threeAppliedIn(own.database);

describe('who proposes and confirms the split of the donutfonds', () => {
  test('is not confirmed by the proposer, a wrong role or without a second factor', async () => {
    const { scene } = await threeApplied();
    const splitId = await proposed(own.database, scene);
    for (const who of ['manager', 'chair', 'loket', 'outsider', 'one'] as const)
      expect(await confirm(scene, splitId, who)).toEqual({ ok: false, reason: 'role-needed' });
    const plain = await by(own.database, scene, 'budgetHolder', { ...afterClosing, secondFactor: false });
    expect(await confirmSplit({ splitId }, plain)).toEqual({ ok: false, reason: 'second-factor-needed' });
    await own.database.bodyMembership.create({
      data: {
        id: newId(),
        bodyId: scene.bodyId,
        personId: scene.people.manager,
        role: 'budget_holder',
        beginsOn: new Date('2026-01-01'),
      },
    });
    expect(await confirm(scene, splitId, 'manager')).toEqual({ ok: false, reason: 'same-person' });
    await expect(
      own.database.donutSplit.update({
        where: { id: splitId },
        data: { state: 'confirmed', confirmerId: scene.people.manager, confirmedAt: new Date() },
      }),
    ).rejects.toThrow(/donut_split_two_persons/);
  });

  test.each(['manager', 'budgetHolder'] as const)(
    'keeps a %s of an applying organisation out, though it does not qualify',
    async (who) => {
      const { scene } = await threeApplied();
      const splitId = who === 'budgetHolder' ? await proposed(own.database, scene) : '';
      // left again before the split: it looks back
      await own.database.organisationMember.create({
        data: {
          id: newId(),
          organisationId: scene.organisations.three,
          personId: scene.people[who],
          beginsOn: new Date('2026-01-01'),
          endsOn: new Date(`${scene.opensOn}T00:00:00Z`),
        },
      });
      const outcome = who === 'manager' ? await propose(own.database, scene) : await confirm(scene, splitId);
      expect(outcome).toEqual({ ok: false, reason: 'interest' });
      if (who === 'budgetHolder')
        await expect(
          own.database.donutSplit.update({
            where: { id: splitId },
            data: { state: 'confirmed', confirmerId: scene.people.budgetHolder, confirmedAt: new Date() },
          }),
        ).rejects.toThrow(/donut_split_without_interest/);
    },
  );

  test('keeps out who sits in a body for an applying organisation', async () => {
    const { scene } = await threeApplied();
    const splitId = await proposed(own.database, scene);
    await own.database.bodyMembership.create({
      data: {
        id: newId(),
        bodyId: scene.bodyId,
        personId: scene.people.manager,
        role: 'member',
        organisationId: scene.organisations.one,
        beginsOn: new Date('2026-01-01'),
      },
    });
    expect(await confirm(scene, splitId)).toEqual({ ok: false, reason: 'proposer-interest' });
    const chair = await by(own.database, scene, 'chair', afterClosing);
    expect(await discardSplit({ splitId, reason: '' }, chair)).toMatchObject({ reason: 'text-length' });
    expect(await discardSplit({ splitId, reason: 'Belang van de voorsteller.' }, chair)).toMatchObject({ ok: true });
    expect(await confirm(scene, splitId)).toMatchObject({ reason: 'already-discarded' });
    expect(await confirm(scene, await proposed(own.database, scene, {}, 'chair'))).toMatchObject({ ok: true });
  });
});
