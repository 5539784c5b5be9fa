import { useForm } from '@conform-to/react';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { PhoneWall } from '#app/components/gathering/live/phone-wall.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage, refusalStatus, rejected } from '#app/http/respond.server.ts';
import { takingPart } from '#app/http/room.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { writeNote } from '#app/modules/gatherings/commands/write-note.server.ts';
import { wallOf } from '#app/modules/gatherings/queries/live.query.server.ts';
import { ownNotes } from '#app/modules/gatherings/queries/wall.query.server.ts';
import { noteForm } from '#app/modules/gatherings/room-form.ts';
import { isWallOpen, noteKinds } from '#app/modules/gatherings/wall.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** Notes come and go while somebody looks, and wait on the phone while the network is away. */
export const handle = { hydrate: true };

export const loader = guardLoader(everyone, async (args) => {
  const { gathering, taker } = await takingPart(args);
  const { database, url } = args;
  const { id, slug, title, state } = gathering;
  const helps = taker.access === 'run' || taker.access === 'door';
  const kind = noteKinds.find((one) => one === url.searchParams.get('soort')) ?? null;
  return {
    ...{ id, slug, title },
    formKey: newId(),
    mayWrite: isWallOpen(state) && (taker.registrationId !== null || helps),
    isClosed: state === 'closed',
    isReading: taker.registrationId === null && !helps,
    helps,
    filter: { kind, pile: url.searchParams.get('stapel') },
    wall: await wallOf(database, id),
    own: await ownNotes(database, taker.registrationId),
  };
});

/** A note of a page without JavaScript. */
export const action = guardAction(everyone, async (args) => {
  const { gathering, taker } = await takingPart(args);
  const { form, context, platform } = args;
  const submission = parseForm(form, noteForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const from = taker.registrationId === null ? 'crew' : { registrationId: taker.registrationId };
  const note = { ...submission.value, gatheringId: gathering.id, from, pileId: null } as const;
  const written = await writeNote(note, context);
  if (written.ok)
    return goTo(`/ontmoet/${gathering.slug}/muur`, platform, { tone: 'success', message: 'gatheringRoom:wall.hangs' });
  return data(submission.reply({ formErrors: [refusalMessage('gatheringRoom', written)] }), {
    status: refusalStatus(written.reason),
  });
});

export const meta = pageTitle<typeof loader>((t, { title }) => `${t('gatheringRoom:wall.title')}: ${title}`);

export default function WallPage() {
  const loaded = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('gatheringRoom');
  const { slug, title } = loaded;
  const [form, fields] = useForm<{ kind: string; text: string; byline: string }>({
    id: 'briefje',
    lastResult: reply,
    constraint: { text: { required: true, maxLength: 400 }, byline: { maxLength: 60 } },
    defaultValue: { kind: 'idea' },
  });
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: <Written>{title}</Written>, href: `/ontmoet/${slug}` }]} />}
        title={t('wall.title')}
        tone="plain"
      />
      <PhoneWall {...loaded} form={form} fields={fields} />
    </Page>
  );
}
