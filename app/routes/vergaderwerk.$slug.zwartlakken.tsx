import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { SubmitButton } from '#app/components/forms/buttons.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { RedactionWork } from '#app/components/redaction/redaction-work.tsx';
import { firstMistake } from '#app/http/first-mistake.ts';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader, type GuardedAction } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { sayMessage } from '#app/i18n/message.ts';
import type { RefusalOf } from '#app/i18n/texts.ts';
import type { Outcome } from '#app/kernel/outcome.ts';
import { minutesToRedact } from '#app/modules/meetings/queries/minutes-to-redact.query.server.ts';
import { beginRedaction } from '#app/modules/redaction/commands/begin-redaction.server.ts';
import { acceptTheRest, decideMarks } from '#app/modules/redaction/commands/decide-marks.server.ts';
import { markByHand, takeOffList } from '#app/modules/redaction/commands/mark-by-hand.server.ts';
import {
  offerRedaction,
  releaseRedaction,
  sendBackRedaction,
} from '#app/modules/redaction/commands/release-redaction.server.ts';
import { decideForm, offWordForm, ownMarkForm, revisionForm, sendBackForm } from '#app/modules/redaction/form.ts';
import { readsRedaction, redactionAccess, redacts } from '#app/modules/redaction/policy.ts';
import { redactionDesk } from '#app/modules/redaction/queries/redaction-desk.query.server.ts';

async function minutesHere({ database, params, actor }: Pick<GuardedAction, 'database' | 'params' | 'actor'>) {
  const minutes = await minutesToRedact(database, params.slug ?? '');
  if (minutes === null || redactionAccess(actor, minutes.bodyId) === null) throw notFound();
  return minutes;
}

export const loader = guardLoader(readsRedaction, async (args) => {
  const minutes = await minutesHere(args);
  const { slug, title, bodyName, version, isPublished, passages, bodyId } = minutes;
  const desk = await redactionDesk(args.database, args.actor, minutes);
  const mayBegin = redactionAccess(args.actor, bodyId) === 'work';
  return { meeting: { slug, title, bodyName, version, isPublished, count: passages.length, mayBegin }, desk };
});

type Answer = Outcome<unknown, RefusalOf<'redaction'>>;

export const action = guardAction(redacts, async (args) => {
  const { actor, database, form, context, platform } = args;
  const minutes = await minutesHere(args);
  const here = `/vergaderwerk/${minutes.slug}/zwartlakken`;
  const mine = signedInContext(context);
  const intent = formText(form, 'intent');
  const done = (message: string, place = '') => goTo(`${here}${place}`, platform, { tone: 'success', message });
  const warn = (message: string) => goTo(here, platform, { tone: 'warning', message });
  const answer = (outcome: Answer, message: string, place = '') =>
    outcome.ok ? done(`redaction:${message}`, place) : warn(refusalMessage('redaction', outcome));
  if (intent === 'begin') {
    return answer(await beginRedaction(minutes, mine), 'begun');
  }
  const desk = await redactionDesk(database, actor, minutes);
  if (desk === null) throw notFound();
  const redactionId = desk.id;
  switch (intent) {
    case 'decide': {
      const submission = parseForm(form, decideForm);
      if (submission.status !== 'success') return warn(firstMistake(submission.reply()));
      // back to where the editor was in a long list
      const place = /^\d{1,4}$/u.exec(formText(form, 'place'))?.[0];
      const at = place === undefined ? '' : `#woord-${place}`;
      return answer(await decideMarks({ redactionId, ...submission.value }, mine), 'decided', at);
    }
    case 'rest':
      return answer(await acceptTheRest(redactionId, mine), 'restDone');
    case 'own': {
      const submission = parseForm(form, ownMarkForm);
      const typed = formText(form, 'word');
      if (submission.status !== 'success')
        return data({ intent, typed, mistake: firstMistake(submission.reply()) }, { status: 422 });
      const marked = await markByHand({ redactionId, ...submission.value }, mine);
      if (marked.ok) return done('redaction:own.done');
      const mistake = refusalMessage('redaction', marked);
      return data({ intent, typed, mistake }, { status: refusalStatus(marked.reason) });
    }
    case 'off-word': {
      const submission = parseForm(form, offWordForm);
      if (submission.status !== 'success') return warn(firstMistake(submission.reply()));
      return answer(await takeOffList({ redactionId, ...submission.value }, mine), 'words.removed');
    }
    case 'offer':
    case 'release': {
      const submission = parseForm(form, revisionForm);
      if (submission.status !== 'success') return warn(firstMistake(submission.reply()));
      const step = { redactionId, ...submission.value };
      return intent === 'offer'
        ? answer(await offerRedaction(step, mine), 'offered')
        : answer(await releaseRedaction(step, mine), 'released');
    }
    case 'back': {
      const submission = parseForm(form, sendBackForm);
      if (submission.status !== 'success')
        return data(
          { intent, typed: formText(form, 'why'), mistake: firstMistake(submission.reply()) },
          { status: 422 },
        );
      return answer(await sendBackRedaction({ redactionId, ...submission.value }, mine), 'backDone');
    }
    default:
      throw turnAway(400);
  }
});

/** JavaScript only for selecting text in the minutes; everything else works without. */
export const handle = { hydrate: true };

export const meta = pageTitle<typeof loader>((t, { meeting }) => `${t('redaction:title')}: ${meeting.title}`);

export default function Redact() {
  const { meeting, desk } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('redaction');
  const said = reply === undefined ? null : { ...reply, mistake: sayMessage(t as never, reply.mistake) };
  return (
    <Page width="wide">
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            crumbs={[
              { label: t('crumb'), href: '/vergaderwerk' },
              { label: <Written>{meeting.title}</Written>, href: `/vergaderwerk/${meeting.slug}` },
            ]}
          />
        }
        eyebrow={<Written>{meeting.bodyName}</Written>}
        title={t('title')}
        lead={t('lead')}
        tone="plain"
      />
      {meeting.isPublished ? <Notice tone="success">{t('published')}</Notice> : null}
      {desk === null ? (
        <div className="flex flex-col items-start gap-4">
          <p className="max-w-prose">{t('beginText', { count: meeting.count })}</p>
          {meeting.mayBegin ? (
            <form method="post">
              <SubmitButton name="intent" value="begin">
                {t('begin')}
              </SubmitButton>
            </form>
          ) : (
            <p>{t('readOnly')}</p>
          )}
        </div>
      ) : (
        <RedactionWork desk={desk} version={meeting.version} reply={said} />
      )}
    </Page>
  );
}
