import { DateField } from '#app/components/forms/date-field.tsx';
import type { FieldProps } from '#app/components/forms/field-metadata.ts';
import { TextField } from '#app/components/forms/text-field.tsx';
import { parseCalendarDate } from '#app/kernel/calendar-date.ts';

/** A day. What was typed and is no day stays in sight as text: a date field would show nothing of it. */
export function DayField(props: FieldProps) {
  const typed = props.field.initialValue;
  const isDay = typeof typed !== 'string' || typed === '' || parseCalendarDate(typed) !== null;
  return isDay ? <DateField {...props} /> : <TextField {...props} />;
}
