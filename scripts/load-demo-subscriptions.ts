import { follow } from '#app/modules/subscriptions/commands/follow.server.ts';
import { sendDigests } from '#app/modules/subscriptions/commands/send-digests.server.ts';
import { foundNow } from '#app/modules/search/queries/found-now.query.server.ts';
import { demoBody, type DemoWorld, expectAccepted } from './demo-world.ts';

/** Somebody of the demo follows a team by the week for a month, so that a digest waits in their mail. */
export async function loadDemoSubscriptions(world: DemoWorld, secret: string): Promise<void> {
  const { database, now: then } = await world.as('bewoner', 35);
  const who = { personId: world.personId('bewoner') };
  const wish = { subject: { kind: 'body', key: demoBody }, rhythm: 'weekly', locale: 'nl' } as const;
  expectAccepted(await follow({ who, ...wish }, { database, now: then, secret }));
  await sendDigests(database, world.now, foundNow);
}
