import { useTranslation } from 'react-i18next';
import { useLocale } from '#app/i18n/use-locale.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { noMoney } from '#app/kernel/money.ts';
import type { ChangeKind } from '#app/modules/budgets/change.ts';
import type { ChangeChoice } from '#app/modules/budgets/new-change.ts';
import { useFormats } from '../content/use-formats.ts';
import { Written } from '../content/written.tsx';
import { RadioCards } from '../forms/choice-fields.tsx';
import type { FieldProps } from '../forms/field-metadata.ts';
import { SelectField } from '../forms/select-field.tsx';

/** More than this and a list that folds open is easier. */
const mostInSight = 8;

type ChoiceFieldProps = FieldProps & { kind: ChangeKind | 'target'; choices: readonly ChangeChoice[] };

/** What a change is about, each choice with how it stands now. */
export function ChoiceField({ field, label, hint, kind, choices }: ChoiceFieldProps) {
  const { t } = useTranslation(['changes', 'byStripe']);
  const { money } = useFormats();
  const locale = useLocale();
  const nameOf = (one: ChangeChoice) => (locale === 'en' ? one.nameEn : one.name);
  const nowOf = (one: ChangeChoice) => {
    const now = t(`new.choice.${kind}`, {
      now: money(one.now),
      most: money(one.most ?? noMoney),
      source: locale === 'en' ? one.sourceNameEn : one.sourceName,
      place: one.place === '' ? (locale === 'en' ? one.sourceNameEn : one.sourceName) : one.place,
      kind: one.undoes === null ? '' : t(`kind.${one.undoes.kind}`),
      reason: one.undoes?.reason.split('\n', 1)[0]?.slice(0, 120) ?? '',
      date: one.undoes === null ? '' : dateText(one.undoes.on, 'short', locale),
    });
    return one.byStripe ? `${now} ${t('byStripe:way.can')}` : now;
  };
  const text = hint === undefined ? {} : { hint };
  return choices.length <= mostInSight ? (
    <RadioCards
      field={field}
      label={label}
      {...text}
      choices={choices.map((one) => ({ value: one.id, label: <Written>{nameOf(one)}</Written>, hint: nowOf(one) }))}
    />
  ) : (
    <SelectField
      field={field}
      label={label}
      {...text}
      emptyLabel={t('new.chooseEmpty')}
      choices={choices.map((one) => ({ value: one.id, label: `${nameOf(one)}. ${nowOf(one)}` }))}
    />
  );
}
