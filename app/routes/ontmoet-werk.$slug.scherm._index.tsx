import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { BigScreen } from '#app/components/gathering/rounds/big-screen.tsx';
import { Clock } from '#app/components/gathering/rounds/clock.tsx';
import { useChanges } from '#app/components/gathering/rounds/use-changes.ts';
import { useGatheringWords } from '#app/components/gathering/use-gathering-words.ts';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { notFound } from '#app/http/respond.server.ts';
import { liveNumber } from '#app/modules/gatherings/queries/live.query.server.ts';
import { workGathering } from '#app/modules/gatherings/queries/organiser.query.server.ts';
import { bigScreen } from '#app/modules/gatherings/queries/screen.query.server.ts';
import { signedIn } from '#app/modules/people/policy.ts';

/** Follows the evening by itself: nobody stands at it. */
export const handle = { hydrate: true };

export const loader = guardLoader(signedIn, async ({ database, actor, params, platform, now }) => {
  const gathering = await workGathering(database, actor, params.slug ?? '');
  if (gathering === null || gathering.access === 'read') throw notFound();
  const { id, slug, title, state, startsAt } = gathering;
  const since = await liveNumber(database, id);
  const address = `${platform.env.publicUrl.replace(/^https?:\/\//, '')}/ontmoet/${slug}/mee`;
  return { slug, title, state, startsAt, since, now, address, ...(await bigScreen(database, id)) };
});

export const meta = pageTitle<typeof loader>((t) => t('tonight:screen.title'));

export default function ScreenPage() {
  const { slug, title, state, startsAt, since, now, address, round, next, tables, clusters } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation('tonight');
  const words = useGatheringWords();
  useChanges(slug, since, { isScreen: true });
  return (
    <BigScreen
      title={<Written>{round?.title ?? title}</Written>}
      says={
        round !== null
          ? t(`now.kinds.${round.kind}`)
          : state === 'closed'
            ? t('screen.over')
            : state === 'begun'
              ? t('screen.between')
              : t('screen.begins', { time: words.clock(startsAt) })
      }
      clock={round?.endsAt == null ? null : <Clock endsAt={round.endsAt} now={now} large />}
      next={next === null ? null : <Quoting text={t('screen.next', { title: next.title })} written={next.title} />}
      join={t('screen.join', { address })}
      backHref={`/ontmoet-werk/${slug}/programma`}
      tables={tables}
      clusters={clusters}
    />
  );
}
