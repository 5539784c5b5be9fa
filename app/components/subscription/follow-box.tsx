import { useTranslation } from 'react-i18next';
import { feedPath, followPath, type Subject } from '#app/modules/subscriptions/subject.ts';
import { ButtonLink } from '../forms/buttons.tsx';

/** On the page of what can be followed: the way to mail about it, and its feed. */
export function FollowBox({ subject }: { subject: Subject }) {
  const { t } = useTranslation('subscriptions');
  const feed = feedPath(subject);
  return (
    <section aria-labelledby="volg" className="no-print flex flex-col items-start gap-3 rounded bg-tint-water p-5">
      <h2 id="volg" className="text-xl">
        {t('box.title')}
      </h2>
      <p>{t('box.text')}</p>
      <ButtonLink href={followPath(subject)} tone="quiet" icon="bell">
        {t('box.link')}
      </ButtonLink>
      {feed === null ? null : (
        <a href={feed} className="inline-block py-2 text-sm">
          {t('box.feed')}
        </a>
      )}
    </section>
  );
}
