import { expect, test } from 'vitest';
import { removePastRetention } from '#app/modules/retention/commands/remove-past-retention.server.ts';
import { compose, makePayouts, treasurer } from '#tests/integration/payouts/scene.ts';
import { today } from '#tests/integration/allowances/scene.ts';
import { backdate, useAgingDatabase } from './aging.ts';

const own = useAgingDatabase();

test.each(['sepa', 'stripe'] as const)(
  'what nobody was paid for in time waits for nobody any more, by %s',
  async (rail) => {
    const scene = await makePayouts(own.database);
    const payable = async () =>
      own.database.$queryRaw<{ waits: string | null; amount_cents: number }[]>`
      select waits, amount_cents from payable_claims(${scene.team.bodyId}::uuid, ${today}::date, ${scene.treasurerId}::uuid, ${rail})`;
    expect(await payable()).toEqual([{ waits: rail === 'sepa' ? null : 'no-account', amount_cents: 560 }]);
    await backdate(
      own.database,
      `update allowance_claim set day = '2010-03-04' where activity_id = '${scene.activityId}'`,
    );
    expect((await removePastRetention(own.database)).get('claims')).toBe(1);
    expect(await payable()).toEqual([]);
    expect(await compose(treasurer(own.database, scene), scene, { rail })).toMatchObject({ reason: 'nothing-to-pay' });
  },
);
