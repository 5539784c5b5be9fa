import { useTranslation } from 'react-i18next';
import { grounds } from '#app/modules/redaction/ground.ts';
import { Written } from '../content/written.tsx';
import { SubmitButton } from '../forms/buttons.tsx';
import { Card } from '../page/card.tsx';
import type { ShownGroup } from './shown.ts';

type MarkListProps = { groups: readonly ShownGroup[]; mayChange: boolean; placeName: (passage: string) => string };

/** Everything that was found, word by word, each with its answer: works by keyboard and without JavaScript. */
export function MarkList({ groups, mayChange, placeName }: MarkListProps) {
  const { t } = useTranslation('redaction');
  return (
    <ol className="flex flex-col gap-5" aria-label={t('listLabel')}>
      {groups.map((group) => (
        <li key={group.number} id={`woord-${String(group.number)}`} className="scroll-mt-6">
          <Card tone={group.open > 0 ? 'sand' : 'surface'}>
            <h3 className="text-lg break-words">
              <Written>{group.word}</Written>
            </h3>
            <p className="text-ink-soft">
              {t(`kind.${group.kind}`)} · {t('times', { count: group.places.length })}
              {group.open > 0 ? ` · ${t('markState.found')}` : null}
            </p>
            {mayChange ? (
              <GroupForm group={group} placeName={placeName} />
            ) : (
              <Places group={group} placeName={placeName} />
            )}
          </Card>
        </li>
      ))}
    </ol>
  );
}

/** Where the word stands, with a little of what is around it. */
function Places({
  group,
  placeName,
  isChoice = false,
}: {
  group: ShownGroup;
  placeName: (passage: string) => string;
  isChoice?: boolean;
}) {
  const { t } = useTranslation('redaction');
  return (
    <ul className="mt-2 flex flex-col gap-3">
      {group.places.map(({ id, passage, before, after, state }) => (
        <li key={id} className="flex items-start gap-3">
          {isChoice ? (
            <input
              type="checkbox"
              name="mark"
              value={id}
              defaultChecked
              id={`kies-${id}`}
              className="mt-1 size-6 shrink-0"
            />
          ) : null}
          <span className="min-w-0 break-words">
            <label htmlFor={isChoice ? `kies-${id}` : undefined}>
              <Written>
                …{before}
                <strong>{group.word}</strong>
                {after}…
              </Written>
              <span className="block text-sm text-ink-soft">
                {placeName(passage)}: {t(`markState.${state}`)}
              </span>
            </label>
            <a href={`#plek-${id}`} className="text-sm">
              {t('toText')}
            </a>
          </span>
        </li>
      ))}
    </ul>
  );
}

function GroupForm({ group, placeName }: { group: ShownGroup; placeName: (passage: string) => string }) {
  const { t } = useTranslation('redaction');
  const id = `groep-${String(group.number)}`;
  return (
    <form method="post" className="mt-3 flex flex-col gap-3">
      <input type="hidden" name="place" value={String(group.number)} />
      {group.places.length === 1 ? (
        <input type="hidden" name="mark" value={group.places[0]?.id} />
      ) : (
        <details open={new Set(group.places.map(({ state }) => state)).size > 1}>
          <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t('places')}</summary>
          <Places group={group} placeName={placeName} isChoice />
        </details>
      )}
      {group.places.length === 1 ? <Places group={group} placeName={placeName} /> : null}
      <details>
        <summary className="min-h-11 cursor-pointer py-2">
          {group.replacement === '' ? `■ ${group.ground}` : `${group.replacement} (${group.ground})`}: {t('fields')}
        </summary>
        <div className="mt-2 flex flex-col gap-3">
          <div className="flex flex-col gap-1">
            <label htmlFor={`${id}-vervang`} className="font-semibold">
              {t('replacement')}
            </label>
            <input
              id={`${id}-vervang`}
              name="replacement"
              className="input w-full"
              defaultValue={group.replacement}
              maxLength={120}
              autoComplete="off"
              aria-describedby="vervang-uitleg"
            />
          </div>
          <GroundField id={`${id}-grond`} value={group.ground} />
        </div>
      </details>
      <input type="hidden" name="intent" value="decide" />
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="answer" value="accept" tone="quiet">
          <span aria-hidden>{t('accept')}</span>
          <span className="sr-only">{t('acceptOf', { word: group.word })}</span>
        </SubmitButton>
        <SubmitButton name="answer" value="reject" tone="text">
          <span aria-hidden>{t('reject')}</span>
          <span className="sr-only">{t('rejectOf', { word: group.word })}</span>
        </SubmitButton>
      </div>
    </form>
  );
}

/** The grounds of the act, each in plain words. */
export function GroundField({ id, value }: { id: string; value: string }) {
  const { t } = useTranslation('redaction');
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-semibold">
        {t('ground')}
      </label>
      <select id={id} name="ground" className="input w-full" defaultValue={value}>
        {grounds.map(({ code }) => (
          <option key={code} value={code}>
            {code} · {t(`grounds.${code}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
