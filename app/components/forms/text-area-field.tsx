import { getTextareaProps } from '@conform-to/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from './field.tsx';
import type { FieldProps } from './field-metadata.ts';

type TextAreaFieldProps = FieldProps & { rows?: number };

/** Longer text. Grows with what is typed; counts along where the page has JavaScript. */
export function TextAreaField({ field, label, hint, rows = 5 }: TextAreaFieldProps) {
  const { t } = useTranslation('components');
  const [length, setLength] = useState<number | null>(null);
  const { initialValue } = field;
  useEffect(() => setLength(typeof initialValue === 'string' ? initialValue.length : 0), [initialValue]);

  const limit = field.maxLength;
  // Without the browser's own limit: it would cut off a pasted text, and nothing typed may be lost.
  const { maxLength: _limit, ...textarea } = getTextareaProps(field, {
    ariaDescribedBy: hint === undefined ? undefined : field.descriptionId,
  });
  const left = limit === undefined || length === null ? null : limit - length;
  return (
    <Field field={field} label={label} hint={hint}>
      <textarea
        {...textarea}
        rows={rows}
        className="input"
        onInput={(event) => setLength(event.currentTarget.value.length)}
      />
      {limit === undefined ? null : (
        <p className={`text-sm ${left !== null && left < 0 ? 'font-semibold text-brick' : 'text-ink-soft'}`}>
          {left === null
            ? t('field.atMost', { count: limit })
            : left < 0
              ? t('field.tooMany', { count: -left })
              : t('field.left', { count: left })}
        </p>
      )}
    </Field>
  );
}
