import { useTranslation } from 'react-i18next';
import type { VoteFollows } from '#app/modules/voting/winner-views.ts';
import { Written } from '../content/written.tsx';
import { Notice } from '../page/notice.tsx';
import { Section } from '../page/section.tsx';

/** What anybody can do who thinks that something is wrong with an outcome. */
export function VoteDispute({ bodyName }: { bodyName: string }) {
  const { t } = useTranslation('voteFollows');
  const ways = [
    { key: 'recount', href: '#natellen', text: t('dispute.recountText'), link: t('dispute.recount') },
    { key: 'ask', href: '/integriteit/vraag', text: t('dispute.askText'), link: t('dispute.ask') },
    { key: 'object', href: '#besluiten', text: t('dispute.objectText'), link: t('dispute.object') },
  ];
  return (
    <Section id="klopt-er-iets-niet" title={t('dispute.title')}>
      <ul className="flex max-w-prose flex-col gap-4">
        {ways.map(({ key, href, text, link }) => (
          <li key={key}>
            <a href={href} className="font-semibold">
              {link}
            </a>
            <p>{text}</p>
          </li>
        ))}
      </ul>
      <p className="mt-4 max-w-prose text-ink-soft">
        {t('dispute.wrong', { body: bodyName })} {t('dispute.tie')}
      </p>
    </Section>
  );
}

type AnnulledProps = { slug: string; annulled: VoteFollows['annulled']; isCounted: boolean };

/** Counts that were annulled, with the reason and what was published of them; the newest is told where no other stands. */
export function AnnulledCounts({ slug, annulled, isCounted }: AnnulledProps) {
  const { t } = useTranslation('voteFollows');
  return annulled.map(({ attempt, reason }, at) => (
    <Notice key={attempt} tone="warning" title={t('annulled.title', { attempt })}>
      <p>{t(!isCounted && at === 0 ? 'annulled.text' : 'annulled.before')}</p>
      <p className="whitespace-pre-line">
        <Written>{reason}</Written>
      </p>
      <p>
        <a href={`/stemmen/${slug}/stemmen.pb?telling=${String(attempt)}`} download>
          {t('annulled.file')}
        </a>
        {' · '}
        <a href={`/stemmen/${slug}/stemmen/bewijs.json?telling=${String(attempt)}`}>{t('annulled.proof')}</a>
      </p>
    </Notice>
  ));
}
