import { calendarDate, dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { openPurpose } from '#app/modules/donations/commands/set-purpose.server.ts';
import { openMoneySource } from '#app/modules/ledger/commands/open-money-source.server.ts';
import { expectAccepted, type DemoWorld } from './demo-world.ts';

/** The wijkalliantie of the demo. */
const alliance = 'wijkalliantie-dichtersbuurt';

/**
 * What people could give to online. Gifts themselves come by Stripe, which a demo has only when it is told of one (docs/operations.md).
 */
export async function loadDemoGifts(world: DemoWorld): Promise<void> {
  const { database } = world;
  const { id: bodyId } = await database.body.findUniqueOrThrow({ where: { slug: alliance } });
  const donutfonds = await database.moneySource.findUniqueOrThrow({ where: { slug: 'giften-donutfonds' } });
  const year = dayInAmsterdam(world.now).slice(0, 4);
  const ofAlliance = await database.$transaction((tx) =>
    openMoneySource(tx, {
      slug: 'giften-dichtersbuurt',
      kind: 'donation',
      form: 'money',
      name: 'Giften voor de Dichtersbuurt',
      nameEn: 'Gifts to the Dichtersbuurt',
      conditions: 'Gegeven aan de wijkalliantie (voorbeeld).',
      conditionsEn: 'Given to the wijkalliantie (example).',
      beginsOn: calendarDate(`${year}-01-01`),
      endsOn: calendarDate(`${String(Number(year) + 1)}-12-31`),
      overprogrammingBps: 0,
      isExample: true,
      amount: null,
      at: world.now,
    }),
  );
  const office = await world.as('programmabureau', 2);
  for (const purpose of [
    { bodyId: null, moneySourceId: donutfonds.id },
    { bodyId, moneySourceId: ofAlliance },
  ])
    expectAccepted(await openPurpose({ formKey: newId(), ...purpose }, office));
}
