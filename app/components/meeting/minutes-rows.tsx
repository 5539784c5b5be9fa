import { useTranslation } from 'react-i18next';
import {
  attendeeTasks,
  lineKinds,
  presences,
  type AnnexLine,
  type Attendee,
  type MinutesLine,
} from '#app/modules/meetings/minutes-content.ts';
import { RowButton, RowButtons, RowField, RowSelect } from './row-field.tsx';
import { useRows } from './use-rows.ts';

export type LineTyped = MinutesLine & { decisionId: string };

type RowsProps<Row> = { formId: string; rows: readonly Row[] };

/** Who was there. */
export function AttendeeRows({ formId, rows: given }: RowsProps<Attendee>) {
  const { t } = useTranslation('meetingWork');
  const { rows, isLive, add, remove, onKeys } = useRows<Attendee>(formId, given, (key) => ({
    ...{ key, name: '', organisation: '', task: 'member', presence: 'present', interest: '' },
  }));
  const fieldOf = (key: string) => `a-${key}-name`;
  return (
    <div className="flex flex-col gap-3">
      {rows.map((row, index) => {
        const name = (field: string) => `attendees[${String(index)}].${field}`;
        const id = (field: string) => `a-${row.key}-${field}`;
        const title = t('minutes.rowAttendee', { number: index + 1 });
        return (
          <fieldset key={row.key} className="rounded bg-surface p-3">
            <legend className="sr-only">{title}</legend>
            {/* keys of the row, from whichever of its fields */}
            <div role="presentation" onKeyDown={onKeys(row.key, fieldOf)}>
              <input type="hidden" name={name('key')} value={row.key} />
              <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-[2fr_2fr_1fr_1fr]">
                <RowField name={name('name')} id={id('name')} label={t('minutes.name')} value={row.name} />
                <RowField
                  name={name('organisation')}
                  id={id('organisation')}
                  label={t('minutes.organisation')}
                  value={row.organisation}
                />
                <RowSelect
                  name={name('task')}
                  id={id('task')}
                  label={t('minutes.task')}
                  value={row.task}
                  choices={attendeeTasks.map((value) => ({ value, label: t(`minutes.taskOf.${value}`) }))}
                />
                <RowSelect
                  name={name('presence')}
                  id={id('presence')}
                  label={t('minutes.presence')}
                  value={row.presence}
                  choices={presences.map((value) => ({ value, label: t(`minutes.presenceOf.${value}`) }))}
                />
              </div>
              <div className="mt-3">
                <RowField
                  name={name('interest')}
                  id={id('interest')}
                  label={t('minutes.interest')}
                  value={row.interest}
                />
              </div>
              {isLive ? (
                <RowButtons>
                  <RowButton label={t('minutes.remove')} row={title} onPress={() => remove(row.key)} />
                </RowButtons>
              ) : null}
            </div>
          </fieldset>
        );
      })}
      {isLive ? (
        <p>
          <button type="button" className="button button-quiet" onClick={() => add(null, fieldOf)}>
            {t('minutes.addAttendee')}
          </button>
        </p>
      ) : null}
    </div>
  );
}

type LineRowsProps = RowsProps<LineTyped> & {
  decisions: readonly { id: string; number: string | null; title: string }[];
};

/** What was agreed, done or decided, subject by subject. */
export function LineRows({ formId, rows: given, decisions }: LineRowsProps) {
  const { t } = useTranslation('meetingWork');
  const { rows, isLive, add, move, remove, onKeys } = useRows<LineTyped>(formId, given, (key) => ({
    ...{ key, kind: 'agreement', subject: '', text: '', explanation: '', who: '', when: '', decisionId: '' },
  }));
  const fieldOf = (key: string) => `l-${key}-subject`;
  const choices = [
    { value: '', label: t('minutes.noDecision') },
    ...decisions.map(({ id, number, title }) => ({ value: id, label: `${number ?? t('agenda.prepared')}: ${title}` })),
  ];
  return (
    <div className="flex flex-col gap-4">
      {rows.map((row, index) => {
        const name = (field: string) => `lines[${String(index)}].${field}`;
        const id = (field: string) => `l-${row.key}-${field}`;
        const title = t('minutes.row', { number: index + 1 });
        return (
          <fieldset key={row.key} className="group rounded bg-surface p-3">
            <legend className="sr-only">{title}</legend>
            {/* keys of the row, from whichever of its fields */}
            <div role="presentation" onKeyDown={onKeys(row.key, fieldOf)}>
              <input type="hidden" name={name('key')} value={row.key} />
              <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-[1fr_2.5fr_1.5fr_1.5fr]">
                <RowSelect
                  name={name('kind')}
                  id={id('kind')}
                  label={t('minutes.kind')}
                  value={row.kind}
                  choices={lineKinds.map((value) => ({ value, label: t(`minutes.kindOf.${value}`) }))}
                />
                <RowField name={name('subject')} id={id('subject')} label={t('minutes.subject')} value={row.subject} />
                <RowField name={name('who')} id={id('who')} label={t('minutes.who')} value={row.who} />
                <RowField name={name('when')} id={id('when')} label={t('minutes.when')} value={row.when} />
              </div>
              <div className="mt-3 grid gap-3 lg:grid-cols-2">
                <RowField name={name('text')} id={id('text')} label={t('minutes.text')} value={row.text} rows={2} />
                <RowField
                  name={name('explanation')}
                  id={id('explanation')}
                  label={t('minutes.explanation')}
                  value={row.explanation}
                  rows={2}
                />
              </div>
              {decisions.length === 0 ? null : (
                <div className="mt-3 hidden group-has-[option[value=decision]:checked]:block">
                  <RowSelect
                    name={name('decisionId')}
                    id={id('decision')}
                    label={t('minutes.decision')}
                    value={row.decisionId}
                    choices={choices}
                  />
                </div>
              )}
              {isLive ? (
                <RowButtons>
                  <RowButton label={t('minutes.up')} row={title} onPress={() => move(row.key, -1, id('subject'))} />
                  <RowButton label={t('minutes.down')} row={title} onPress={() => move(row.key, 1, id('subject'))} />
                  <RowButton label={t('minutes.remove')} row={title} onPress={() => remove(row.key)} />
                </RowButtons>
              ) : null}
            </div>
          </fieldset>
        );
      })}
      {isLive ? (
        <p>
          <button type="button" className="button button-quiet" onClick={() => add(null, fieldOf)}>
            {t('minutes.addLine')}
          </button>
        </p>
      ) : null}
    </div>
  );
}

/** By which criteria each decision was taken, and that nobody with an interest took part. */
export function AnnexRows({ formId, rows: given }: RowsProps<AnnexLine>) {
  const { t } = useTranslation('meetingWork');
  const { rows, isLive, add, remove } = useRows<AnnexLine>(formId, given, (key) => ({
    ...{ key, subject: '', criteria: '', interests: '' },
  }));
  const fieldOf = (key: string) => `b-${key}-subject`;
  return (
    <div className="flex flex-col gap-4">
      {rows.map((row, index) => {
        const name = (field: string) => `annex[${String(index)}].${field}`;
        const id = (field: string) => `b-${row.key}-${field}`;
        const title = t('minutes.rowAnnex', { number: index + 1 });
        return (
          <fieldset key={row.key} className="rounded bg-surface p-3">
            <legend className="sr-only">{title}</legend>
            <input type="hidden" name={name('key')} value={row.key} />
            <RowField name={name('subject')} id={id('subject')} label={t('minutes.subject')} value={row.subject} />
            <div className="mt-3 grid gap-3 lg:grid-cols-2">
              <RowField
                name={name('criteria')}
                id={id('criteria')}
                label={t('minutes.criteria')}
                value={row.criteria}
                rows={3}
              />
              <RowField
                name={name('interests')}
                id={id('interests')}
                label={t('minutes.interests')}
                value={row.interests}
                rows={3}
              />
            </div>
            {isLive ? (
              <RowButtons>
                <RowButton label={t('minutes.remove')} row={title} onPress={() => remove(row.key)} />
              </RowButtons>
            ) : null}
          </fieldset>
        );
      })}
      {isLive ? (
        <p>
          <button type="button" className="button button-quiet" onClick={() => add(null, fieldOf)}>
            {t('minutes.addAnnex')}
          </button>
        </p>
      ) : null}
    </div>
  );
}
