import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#app/components/content/use-formats.ts';
import { SubmitButton } from '#app/components/forms/buttons.tsx';
import { GiftFacts } from '#app/components/giving/gift-facts.tsx';
import { RefundForm } from '#app/components/giving/refund-form.tsx';
import { RefundList } from '#app/components/giving/refund-list.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Page } from '#app/components/page/page.tsx';
import { Section } from '#app/components/page/section.tsx';
import { TwoColumns } from '#app/components/page/two-columns.tsx';
import { ReadingAlong } from '#app/components/people/reading-along.tsx';
import { guardAction, guardLoader, type GuardedAction } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, notFound, refusalMessage, refusalStatus, refusalText, rejected } from '#app/http/respond.server.ts';
import { turnAway } from '#app/http/turn-away.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { formatCents } from '#app/kernel/money.ts';
import { answerRefund } from '#app/modules/donations/commands/answer-refund.server.ts';
import { hideName } from '#app/modules/donations/commands/hide-name.server.ts';
import { proposeRefund } from '#app/modules/donations/commands/propose-refund.server.ts';
import { answerForm, refundForm } from '#app/modules/donations/form.ts';
import { readsGifts, worksOnGifts } from '#app/modules/donations/policy.ts';
import { giftWork } from '#app/modules/donations/queries/gift-work.query.server.ts';

export const loader = guardLoader(readsGifts, async ({ database, actor, params }) => {
  const gift = await giftWork(database, actor, params.id ?? '');
  if (gift === null) throw notFound();
  return { gift, formKey: newId() };
});

const nothing = { reply: null, answer: null };

export const action = guardAction(worksOnGifts, async (args) => {
  if (args.form.has('refundId')) return answered(args);
  return args.form.get('intent') === 'hide' ? hidden(args) : proposed(args);
});

const here = ({ params }: GuardedAction) => `/penningmeester/giften/${params.id ?? ''}`;

async function proposed(args: GuardedAction) {
  const { form, context, database, actor, params, platform, locale } = args;
  const gift = await giftWork(database, actor, params.id ?? '');
  if (gift === null) throw notFound();
  const submission = parseForm(form, refundForm(gift.refundable, locale));
  if (submission.status !== 'success') return rejected({ ...nothing, reply: submission.reply() });
  const outcome = await proposeRefund({ ...submission.value, giftId: gift.id }, context);
  if (outcome.ok) return goTo(here(args), platform, { tone: 'success', message: 'giftWork:refund.done' });
  const reply = submission.reply({ formErrors: [refusalMessage('giving', outcome)] });
  return data({ ...nothing, reply }, { status: refusalStatus(outcome.reason) });
}

async function answered(args: GuardedAction) {
  const { form, context, platform, t } = args;
  const submission = parseForm(form, answerForm);
  if (submission.status !== 'success') {
    const id = form.get('refundId');
    const why = submission.error?.reason === undefined ? t('giving:mistake.form') : t('giving:refusal.reason-missing');
    return rejected({ ...nothing, answer: { id: typeof id === 'string' ? id : '', text: why } });
  }
  const outcome = await answerRefund(submission.value, context);
  const { answer, refundId } = submission.value;
  if (outcome.ok) return goTo(here(args), platform, { tone: 'success', message: `giftWork:refund.answered.${answer}` });
  const text = refusalText(t, 'giving', outcome);
  return data({ ...nothing, answer: { id: refundId, text } }, { status: refusalStatus(outcome.reason) });
}

async function hidden(args: GuardedAction) {
  const { context, platform, params } = args;
  const outcome = await hideName({ giftId: params.id ?? '' }, context);
  if (!outcome.ok) throw turnAway(outcome.reason === 'gift-unknown' ? 404 : 403);
  return goTo(here(args), platform, { tone: 'success', message: 'giftWork:gift.hidden' });
}

export const meta = pageTitle<typeof loader>((t, { gift }) =>
  t('giftWork:gift.title', { amount: formatCents(gift.amount) }),
);

export default function Gift() {
  const { gift, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation('giftWork');
  const { money } = useFormats();
  const { refunds, mayPropose } = gift;
  return (
    <Page>
      <PageHeader
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('crumb'), href: '/penningmeester/giften' }]} />}
        title={t('gift.title', { amount: money(gift.amount) })}
        tone="plain"
      />
      {mayPropose ? null : <ReadingAlong />}
      <TwoColumns asideLabel={t('gift.facts')} aside={<GiftFacts gift={gift} />}>
        {gift.dispute === 'open' ? (
          <Notice tone="warning" title={t('gift.disputeOpen')}>
            <p>{t('gift.disputeOpenText')}</p>
          </Notice>
        ) : gift.dispute === 'won' ? (
          <Notice>
            <p>{t('gift.disputeWon')}</p>
          </Notice>
        ) : null}
        {gift.refundedElsewhere === 0 ? null : (
          <Notice tone="warning">
            <p>{t('gift.elsewhereText')}</p>
          </Notice>
        )}
        <Section title={t('refund.title')}>
          {refunds.length === 0 ? (
            <p>{t('refund.none')}</p>
          ) : (
            <RefundList refunds={refunds} mistake={answer?.answer ?? null} />
          )}
        </Section>
        {mayPropose && gift.refundable > 0 ? (
          <Section title={t('refund.propose')}>
            <RefundForm most={gift.refundable} formKey={formKey} reply={answer?.reply} />
          </Section>
        ) : null}
        {mayPropose && gift.name !== '' ? (
          <form method="post" className="flex flex-col items-start gap-3">
            <p className="max-w-prose">{t('gift.hideText')}</p>
            <SubmitButton tone="danger" name="intent" value="hide">
              {t('gift.hide')}
            </SubmitButton>
          </form>
        ) : null}
      </TwoColumns>
    </Page>
  );
}
