import { useTranslation } from 'react-i18next';
import type { OwnRegistration } from '#app/modules/gatherings/views.ts';
import { ButtonLink, ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { Card } from '../page/card.tsx';
import { QrCode } from '../people/qr-code.tsx';
import { useGatheringWords } from './use-gathering-words.ts';

type RegistrationStandingProps = {
  mine: OwnRegistration;
  squares: { size: number; path: string };
  againHref: string;
};

/** How it stands with one's own registration, and the one thing to do now. */
export function RegistrationStanding({ mine, squares, againHref }: RegistrationStandingProps) {
  const { t } = useTranslation(['gatherings', 'gatheringRoom']);
  const words = useGatheringWords();
  const { state, keptUntil, waitBefore, doorCode, arrivedAt } = mine;
  const until = keptUntil === null ? '' : words.moment(keptUntil);
  const says =
    arrivedAt !== null
      ? t('mine.text.arrived')
      : state === 'waiting'
        ? waitBefore === 0
          ? t('mine.text.waitingFirst')
          : t('mine.text.waiting', { count: waitBefore ?? 0 })
        : t(`mine.text.${state}`, { until });
  const asks = state === 'held' || state === 'asked' || state === 'offered' || state === 'lapsed';
  return (
    <Card tone={state === 'confirmed' ? 'garden' : state === 'cancelled' || state === 'lapsed' ? 'sand' : 'water'}>
      <h2 className="text-2xl">{t(`mine.state.${state}`)}</h2>
      <p className="mt-2 max-w-prose">{says}</p>
      {asks ? (
        <form method="post" className="mt-4">
          <ButtonRow>
            <SubmitButton name="intent" value="come">
              {t(state === 'asked' ? 'mine.comeWaiting' : 'mine.come')}
            </SubmitButton>
          </ButtonRow>
        </form>
      ) : null}
      {state === 'cancelled' && mine.gathering.isOpen ? (
        <p className="mt-4">
          <ButtonLink href={againHref}>{t('mine.again')}</ButtonLink>
        </p>
      ) : null}
      {state === 'confirmed' && (arrivedAt !== null || mine.gathering.state === 'begun') ? (
        <form method="post" action={`/ontmoet/${mine.gathering.slug}/mee`} className="mt-4">
          <input type="hidden" name="code" value={doorCode} />
          <SubmitButton>{t('gatheringRoom:join.mine')}</SubmitButton>
        </form>
      ) : null}
      {state === 'confirmed' ? (
        <>
          <p className="mt-4">
            {t('mine.code')}
            <strong className="tabular block text-3xl tracking-widest">{doorCode}</strong>
          </p>
          <QrCode squares={squares} label={t('mine.qr')} />
        </>
      ) : null}
    </Card>
  );
}
