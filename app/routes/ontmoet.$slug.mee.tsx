import { useForm } from '@conform-to/react';
import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { ButtonLink, ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { TextField } from '#app/components/forms/text-field.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { countRightCode, countWrongCode, mayTryCode } from '#app/http/code-tries.server.ts';
import { formText } from '#app/http/form-text.ts';
import { guardLoader, guardSensitiveAction } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage, rejected } from '#app/http/respond.server.ts';
import { inRoom } from '#app/http/room.server.ts';
import { clearSeat, readSeat, writeSeat } from '#app/http/session.server.ts';
import { refused } from '#app/kernel/outcome.ts';
import type { GatheringForm } from '#app/modules/gatherings/gathering.ts';
import { seatOfCode } from '#app/modules/gatherings/queries/taker.query.server.ts';
import { joinForm } from '#app/modules/gatherings/room-form.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** Where to go on: a page of the same gathering. */
function nextOf({ slug, form }: { slug: string; form: GatheringForm }, asked: string | null): string {
  const isOurs = asked !== null && asked.startsWith(`/ontmoet/${slug}/`) && /^[\w/-]+$/.test(asked);
  return isOurs ? asked : `/ontmoet/${slug}/${form === 'rounds' ? 'vanavond' : 'muur'}`;
}

export const loader = guardLoader(everyone, async (args) => {
  const { gathering, taker } = await inRoom(args);
  const { url, actor, request, platform } = args;
  const { slug, title, state } = gathering;
  const here = `${url.pathname}${url.search}`;
  return {
    ...{ slug, title },
    isUnderWay: state !== 'announced',
    // a code in the address is filled in, and taken only when somebody presses: a link alone gives no phone a seat
    code: (url.searchParams.get('code') ?? '').slice(0, 12),
    next: nextOf(gathering, url.searchParams.get('naar')),
    isIn: taker !== null,
    hasCookie: (await readSeat(request, platform, gathering.id)) !== null,
    signInHref: actor.person === null ? `/inloggen?${new URLSearchParams({ naar: here }).toString()}` : null,
  };
});

export const action = guardSensitiveAction(everyone, async (args) => {
  const { form, database, platform, clientAddress, url } = args;
  const { gathering } = await inRoom(args);
  const { id: gatheringId, slug, endsAt } = gathering;
  if (formText(form, 'intent') === 'leave') {
    const flash = { tone: 'success', message: 'gatheringRoom:join.left' } as const;
    return goTo(`/ontmoet/${slug}/mee`, platform, flash, [await clearSeat(platform, gatheringId)]);
  }
  const submission = parseForm(form, joinForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const because = (reason: 'code-unknown' | 'code-early' | 'too-many-codes', status: number) =>
    data(submission.reply({ fieldErrors: { code: [refusalMessage('gatheringRoom', refused(reason))] } }), { status });
  const tried = { clientAddress, gatheringId };
  if (!(await mayTryCode(tried))) return because('too-many-codes', 429);
  const found = await seatOfCode(database, gathering, submission.value.code);
  if (found.is === 'early') return because('code-early', 422);
  if (found.is === 'unknown') {
    await countWrongCode(tried);
    return because('code-unknown', 422);
  }
  await countRightCode(tried);
  const cookie = await writeSeat(platform, { gatheringId, registrationId: found.registrationId, endsAt });
  const next = nextOf(gathering, url.searchParams.get('naar'));
  return goTo(next, platform, { tone: 'success', message: 'gatheringRoom:join.joined' }, [cookie]);
});

export const meta = pageTitle<typeof loader>((t) => t('gatheringRoom:join.title'));

export default function JoinPage() {
  const { slug, title, isUnderWay, code, next, isIn, hasCookie, signInHref } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('gatheringRoom');
  const [form, fields] = useForm<{ code: string }>({
    id: 'meedoen',
    lastResult: reply,
    constraint: { code: { required: true, maxLength: 12 } },
    defaultValue: { code },
  });
  return (
    <Page width="form">
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: <Written>{title}</Written>, href: `/ontmoet/${slug}` }]} />}
        title={t('join.title')}
        tone="plain"
      />
      {isIn ? (
        <Notice tone="success" title={t('join.already')}>
          <ButtonRow>
            <ButtonLink href={next}>{t(next.endsWith('/muur') ? 'join.toWall' : 'join.goOn')}</ButtonLink>
            {hasCookie ? (
              <form method="post">
                <SubmitButton tone="text" name="intent" value="leave">
                  {t('join.leave')}
                </SubmitButton>
              </form>
            ) : null}
          </ButtonRow>
        </Notice>
      ) : (
        <>
          {isUnderWay ? null : <Notice title={t('join.early')}>{t('join.earlyText')}</Notice>}
          <FormFrame form={form} labels={{ code: t('join.code') }}>
            <TextField field={fields.code} label={t('join.code')} hint={t('join.codeHint')} autoComplete="off" />
            <ButtonRow>
              <SubmitButton>{t('join.submit')}</SubmitButton>
            </ButtonRow>
          </FormFrame>
          <p className="mt-6 text-ink-soft">{t('join.notIn')}</p>
          <p className="mt-2 text-ink-soft">{t('join.noCode')}</p>
          {signInHref === null ? null : (
            <p className="mt-2">
              {t('join.account')} <a href={signInHref}>{t('join.signIn')}</a>
            </p>
          )}
        </>
      )}
    </Page>
  );
}
