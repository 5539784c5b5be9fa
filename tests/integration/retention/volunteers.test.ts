import { beforeEach } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { answerClaims } from '#app/modules/allowances/commands/answer-claims.server.ts';
import { removePastRetention } from '#app/modules/retention/commands/remove-past-retention.server.ts';
import { makePerson, testNow } from '#tests/factories/index.ts';
import {
  approve,
  claim,
  coordinator,
  makeAllowances,
  volunteer,
  type AllowanceScene,
} from '#tests/integration/allowances/scene.ts';
import { backdate, eachGoesAfterItsPeriod, longAgo, recent, useAgingDatabase, type PairsOf } from './aging.ts';

const own = useAgingDatabase();
let scene: AllowanceScene;

beforeEach(async () => {
  await removePastRetention(own.database);
  scene = await makeAllowances(own.database);
});

const thisYear = new Date().getFullYear();
const firstDay = `day = date_trunc('year', now())::date`;

const claimsOf = async () =>
  own.database.allowanceClaim.findMany({ where: { personId: scene.volunteerId }, orderBy: { day: 'asc' } });

const pairs: PairsOf<'volunteers'> = {
  receipts: async () => {
    for (const day of ['2026-11-02', '2026-11-03']) {
      const claimId = newId();
      await own.database.allowanceClaim.create({
        data: {
          id: claimId,
          activityId: scene.activityId,
          personId: scene.volunteerId,
          day: new Date(day),
          kind: 'expense',
          amountCents: 100,
          note: 'Verf',
          claimedById: scene.volunteerId,
          claimedAt: testNow,
          receipt: {
            create: { fileName: 'bon.webp', contentType: 'image/webp', sha256: 'x', bytes: Buffer.from('x') },
          },
        },
      });
    }
    return {
      old: async () =>
        backdate(
          own.database,
          `update allowance_claim set day = '2010-03-04' where ${firstDay} and person_id = '${scene.volunteerId}'`,
        ),
      left: async () => own.database.claimReceipt.count({ where: { claim: { activityId: scene.activityId } } }),
    };
  },
  claims: async () => {
    await claim(own.database, scene, { day: '2026-11-02' });
    await claim(own.database, scene, { day: '2026-11-03' });
    await approve(own.database, scene);
    return {
      old: async () =>
        backdate(
          own.database,
          `update allowance_claim set day = '2010-03-04' where ${firstDay} and person_id = '${scene.volunteerId}'`,
        ),
      left: async () => (await claimsOf()).length,
    };
  },
  'claims-refused': async () => {
    await claim(own.database, scene, { day: '2026-11-02' });
    await claim(own.database, scene, { day: '2026-11-03' });
    const claimIds = (await claimsOf()).map((one) => one.id);
    const order = { activityId: scene.activityId, claimIds, answer: { approve: false, reason: 'Nee' } } as const;
    await answerClaims(order, coordinator(own.database, scene));
    return {
      old: async () =>
        backdate(own.database, `update allowance_claim set answered_at = ${longAgo} where id = '${claimIds[0] ?? ''}'`),
      left: async () => (await claimsOf()).length,
    };
  },
  'claim-notes': async () => {
    await claim(own.database, scene, { day: '2026-11-02' });
    await claim(own.database, scene, { day: '2026-11-03' });
    await approve(own.database, scene);
    return {
      // past its own period, not past that of the claim
      old: async () =>
        backdate(
          own.database,
          `update allowance_claim set day = (date_trunc('year', now()) - interval '3 years')::date
             where ${firstDay} and person_id = '${scene.volunteerId}'`,
        ),
      left: async () => (await claimsOf()).filter(({ note }) => note !== '').length,
    };
  },
  'sign-ups': async () => {
    const other = await volunteer(own.database, scene);
    return {
      old: async () =>
        backdate(
          own.database,
          `insert into activity select (jsonb_populate_record(a, jsonb_build_object('id', '${newId()}', 'slug', 'oud-' || a.slug,
             'begins_on', '2021-02-01', 'ends_on', '2021-03-01'))).* from activity a where id = '${scene.activityId}'`,
          `update activity_volunteer set signed_up_at = ${longAgo},
             activity_id = (select id from activity where slug = 'oud-' || (select slug from activity where id = '${scene.activityId}'))
             where person_id = '${other}'`,
        ),
      left: async () =>
        own.database.activityVolunteer.count({ where: { personId: { in: [scene.volunteerId, other] } } }),
    };
  },
  ages: async () => {
    const people = [await makePerson(own.database), await makePerson(own.database)];
    await own.database.volunteer.createMany({
      data: people.map((personId) => ({ personId, turns21On: new Date(Date.now() + 86_400_000), toldAt: testNow })),
    });
    return {
      old: async () =>
        backdate(
          own.database,
          `update volunteer set turns_21_on = '2011-01-01' where person_id = '${people[0] ?? ''}'`,
        ),
      left: async () => own.database.volunteer.count({ where: { personId: { in: people }, turns21On: { not: null } } }),
    };
  },
  elsewhere: async () => {
    const personId = await makePerson(own.database);
    await own.database.otherAllowance.createMany({
      data: [thisYear - 1, thisYear].map((year) => ({
        id: newId(),
        personId,
        year,
        amountCents: 100,
        toldAt: testNow,
      })),
    });
    return {
      old: async () =>
        backdate(
          own.database,
          'alter table other_allowance drop constraint if exists other_allowance_year',
          `update other_allowance set year = 2010 where year = ${String(thisYear - 1)} and person_id = '${personId}'`,
        ),
      left: async () => own.database.otherAllowance.count({ where: { personId } }),
    };
  },
};

eachGoesAfterItsPeriod(own, 'volunteers', pairs, async () => recent(own.database, scene));
