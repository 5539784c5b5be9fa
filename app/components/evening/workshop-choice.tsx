import { useTranslation } from 'react-i18next';
import type { WorkshopView } from '#app/modules/gatherings/outcome-views.ts';
import { Written } from '../content/written.tsx';
import { Card, CardGrid } from '../page/card.tsx';
import { Section } from '../page/section.tsx';

type WorkshopChoiceProps = {
  workshops: readonly WorkshopView[];
  /** Ids of the workshops in which the reader has a place. */
  mine: readonly string[];
  mayChoose: boolean;
};

/** Workshops by turn, each with one press to take or give back a place. */
export function WorkshopChoice({ workshops, mine, mayChoose }: WorkshopChoiceProps) {
  const { t } = useTranslation('evening');
  const turns = [...new Set(workshops.map(({ turn }) => turn))];
  return (
    <>
      {turns.map((turn) => {
        const inTurn = workshops.filter((one) => one.turn === turn);
        const hasPlace = inTurn.some(({ id }) => mine.includes(id));
        return (
          <Section key={turn} title={t('workshops.turn', { turn })}>
            <CardGrid label={t('workshops.turn', { turn })}>
              {inTurn.map((workshop) => (
                <li key={workshop.id} id={`workshop-${workshop.id}`}>
                  <WorkshopCard
                    workshop={workshop}
                    isMine={mine.includes(workshop.id)}
                    hasPlace={hasPlace}
                    mayChoose={mayChoose}
                  />
                </li>
              ))}
            </CardGrid>
          </Section>
        );
      })}
    </>
  );
}

type WorkshopCardProps = { workshop: WorkshopView; isMine: boolean; hasPlace: boolean; mayChoose: boolean };

function WorkshopCard({ workshop, isMine, hasPlace, mayChoose }: WorkshopCardProps) {
  const { t } = useTranslation('evening');
  const { id, title, about, room, placesLeft } = workshop;
  const isFull = placesLeft === 0;
  return (
    <Card tone={isMine ? 'garden' : isFull ? 'sand' : 'surface'}>
      <h3 className="text-xl">
        <Written>{title}</Written>
      </h3>
      {about === '' ? null : (
        <p className="mt-2 whitespace-pre-line">
          <Written>{about}</Written>
        </p>
      )}
      {room === '' ? null : (
        <p className="mt-2 text-ink-soft">
          <Written>{t('workshops.room', { room })}</Written>
        </p>
      )}
      <p className="tabular mt-2 font-semibold">
        {isMine ? t('workshops.mine') : isFull ? t('workshops.full') : t('workshops.placesLeft', { count: placesLeft })}
      </p>
      {mayChoose && (isMine || !isFull) ? (
        <form method="post" className="mt-4">
          <input type="hidden" name="workshopId" value={id} />
          <button
            type="submit"
            name="intent"
            value={isMine ? 'give-back' : 'take'}
            className={`button ${isMine ? 'button-quiet' : 'button-main'}`}
            aria-label={t(isMine ? 'workshops.giveBackOf' : hasPlace ? 'workshops.switchOf' : 'workshops.takeOf', {
              title,
            })}
          >
            {t(isMine ? 'workshops.giveBack' : hasPlace ? 'workshops.switchTo' : 'workshops.take')}
          </button>
        </form>
      ) : null}
    </Card>
  );
}
