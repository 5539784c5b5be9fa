import { useLoaderData } from '@remix-run/react';
import { BigWall } from '#app/components/gathering/live/big-wall.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { qrSquares } from '#app/http/qr.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { wallOf } from '#app/modules/gatherings/queries/live.query.server.ts';
import { workGathering } from '#app/modules/gatherings/queries/organiser.query.server.ts';
import { signedIn } from '#app/modules/people/policy.ts';

/** Hangs on a wall of the hall: what changes comes by itself. */
export const handle = { hydrate: true, bigScreen: true };

export const loader = guardLoader(signedIn, async ({ database, actor, params, platform }) => {
  const gathering = await workGathering(database, actor, params.slug ?? '');
  if (gathering === null || gathering.state === 'concept' || gathering.state === 'cancelled') throw notFound();
  const { id, slug, title } = gathering;
  const address = `${platform.env.publicUrl}/ontmoet/${slug}/mee`;
  return { slug, title, wall: await wallOf(database, id), address, squares: qrSquares(address) };
});

export const meta = pageTitle<typeof loader>((t, { title }) => `${t('gatheringRoom:wall.title')}: ${title}`);

export default function BigWallPage() {
  return <BigWall {...useLoaderData<typeof loader>()} />;
}
