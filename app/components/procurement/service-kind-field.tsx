import { useTranslation } from 'react-i18next';
import { inLocale } from '#app/modules/programme/locale.ts';
import type { KindChoice } from '#app/modules/procurement/kind-choice.ts';
import { useFormats } from '../content/use-formats.ts';
import type { FormField } from '../forms/field-metadata.ts';
import { SelectField } from '../forms/select-field.tsx';
import { Notice } from '../page/notice.tsx';

type ServiceKindFieldProps = { field: FormField; kinds: readonly KindChoice[] };

/** What kind of work an assignment is, with where the party stands for each kind before this one. */
export function ServiceKindField({ field, kinds }: ServiceKindFieldProps) {
  const { t } = useTranslation('procurement');
  const { locale, money } = useFormats();
  const nameOf = ({ name, nameEn }: KindChoice) => inLocale(locale, name, nameEn);
  const lowest = ({ limits }: KindChoice) =>
    limits.reduce<(typeof limits)[number] | null>(
      (least, one) => (one.limit !== null && (least?.limit == null || one.limit < least.limit) ? one : least),
      null,
    );
  const tight = kinds.filter(({ limits }) => limits.some(({ state }) => state === 'near' || state === 'over'));
  const label = (kind: KindChoice) => {
    const [name, limit] = [nameOf(kind), lowest(kind)?.limit ?? null];
    if (kind.earlier === 0) return t('kindNothing', { name });
    const earlier = money(kind.earlier);
    return limit === null
      ? t('kindNoLimit', { name, earlier })
      : t('kindSoFar', { name, earlier, limit: money(limit) });
  };
  const isOneToOneMissing = kinds.some(({ limits }) => limits.some(({ state }) => state === 'unknown'));
  // a plan of residents: an assignment to them is refused, and the field above says so
  if (kinds.length === 0) return null;
  return (
    <div className="flex flex-col gap-5">
      {tight.length === 0 ? null : (
        <Notice tone="warning" title={t('kindNear')}>
          <ul>
            {tight.map((kind) => (
              <li key={kind.id}>
                {t('kindNearLine', {
                  name: nameOf(kind),
                  earlier: money(kind.earlier),
                  limit: money(lowest(kind)?.limit ?? kind.earlier),
                })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <SelectField
        field={field}
        label={t('kindLabel')}
        hint={t('kindHint')}
        emptyLabel={t('kindEmpty')}
        choices={kinds.map((kind) => ({ value: kind.id, label: label(kind) }))}
      />
      {isOneToOneMissing ? <p className="text-ink-soft">{t('oneToOneMissing')}</p> : null}
    </div>
  );
}
