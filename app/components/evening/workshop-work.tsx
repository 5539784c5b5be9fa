import { useTranslation } from 'react-i18next';
import type { WorkshopView } from '#app/modules/gatherings/outcome-views.ts';
import { Written } from '../content/written.tsx';
import { Card } from '../page/card.tsx';

type WorkshopWorkProps = {
  workshop: WorkshopView;
  inIt: readonly { registrationId: string; name: string }[];
  /** Everybody with a place at the gathering. */
  people: readonly { id: string; name: string }[];
  changeHref: string | null;
  mayPlace: boolean;
};

/** A workshop as crew sees it: who is in it, and somebody put in or taken out. */
export function WorkshopWork({ workshop, inIt, people, changeHref, mayPlace }: WorkshopWorkProps) {
  const { t } = useTranslation('eveningWork');
  const { id, title, room, capacity } = workshop;
  const others = people.filter((one) => !inIt.some(({ registrationId }) => registrationId === one.id));
  return (
    <Card>
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h3 className="text-xl">
          <Written>{title}</Written>
        </h3>
        {changeHref === null ? null : (
          <a
            href={changeHref}
            className="inline-flex min-h-11 items-center"
            aria-label={t('workshops.changeOf', { title })}
          >
            {t('workshops.change')}
          </a>
        )}
      </div>
      <p className="tabular">
        {t('workshops.count', { taken: inIt.length, capacity })}
        {room === '' ? null : (
          <>
            {' · '}
            <Written>{room}</Written>
          </>
        )}
      </p>
      <h4 className="mt-4 font-bold">{t('workshops.who')}</h4>
      {inIt.length === 0 ? (
        <p>{t('workshops.nobody')}</p>
      ) : (
        <ul className="mt-1 flex flex-col">
          {inIt.map(({ registrationId, name }) => (
            <li key={registrationId} className="flex flex-wrap items-center justify-between gap-x-4">
              <span>{name}</span>
              {mayPlace ? (
                <form method="post">
                  <input type="hidden" name="workshopId" value={id} />
                  <input type="hidden" name="forId" value={registrationId} />
                  <button type="submit" name="intent" value="take-out" className="button button-text">
                    {t('workshops.takeOut', { name })}
                  </button>
                </form>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {mayPlace && others.length > 0 && workshop.placesLeft > 0 ? (
        <form method="post" className="mt-4 flex flex-wrap items-end gap-3">
          <input type="hidden" name="workshopId" value={id} />
          <div className="flex min-w-0 flex-col gap-1.5">
            <label htmlFor={`erbij-${id}`} className="font-bold">
              {t('workshops.addWho')}
            </label>
            <select id={`erbij-${id}`} name="forId" className="input" defaultValue="" required>
              <option value="">{t('workshops.addChoose')}</option>
              {others.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </div>
          <button type="submit" name="intent" value="put-in" className="button button-quiet">
            {t('workshops.add')}
          </button>
          <p className="w-full text-ink-soft">{t('workshops.addHint')}</p>
        </form>
      ) : null}
    </Card>
  );
}
