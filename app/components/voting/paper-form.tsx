import { useTranslation } from 'react-i18next';
import { addCents } from '#app/kernel/money.ts';
import type { PaperTyped } from '#app/modules/voting/paper-form.ts';
import { seenReasons, type PaperContent } from '#app/modules/voting/paper.ts';
import type { PaperTableView } from '#app/modules/voting/views.ts';
import { Money } from '../content/money.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Written } from '../content/written.tsx';
import { SubmitButton } from '../forms/buttons.tsx';
import { FieldErrors } from '../forms/field-errors.tsx';
import { focusOnArrival, messageOnArrival } from '../forms/focus-on-arrival.ts';
import { hintOf, LabelledField } from '../forms/labelled-field.tsx';
import { Notice } from '../page/notice.tsx';

/** What came back: with a mistake, or to look at before it is saved. */
export type PaperReply = { typed: PaperTyped; content: PaperContent | null; seen: string; mistake: string | null };

type Props = { table: PaperTableView; reply: PaperReply | null };

/** One paper: typed (number, Enter, plans, Enter), looked at, saved with Enter. Works the same without JavaScript. */
export function PaperForm({ table, reply }: Props) {
  const { t } = useTranslation('votingPaper');
  const { money } = useFormats();
  const typed = reply?.typed ?? { paper: '', numbers: '', plans: [], invalid: '' };
  const isLook = reply !== null && reply.content !== null && reply.mistake === null;
  const mistake = reply?.mistake ?? null;
  return (
    <form method="post" action={`/stemwerk/${table.id}/tafel`} className="flex flex-col gap-5">
      {mistake === null ? null : (
        <div role="alert" {...messageOnArrival}>
          <FieldErrors id="biljet-fout" errors={[mistake]} />
        </div>
      )}
      {isLook && reply.content !== null ? <Look table={table} reply={reply} content={reply.content} /> : null}
      <LabelledField id="biljet" label={t('table.number')} hint={t('table.numberHint')}>
        <input
          id="biljet"
          name="paper"
          className="input tabular max-w-60 uppercase"
          defaultValue={typed.paper}
          maxLength={20}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
          aria-describedby={hintOf('biljet')}
          {...(reply === null ? focusOnArrival : {})}
        />
      </LabelledField>
      <LabelledField id="nummers" label={t('table.choices')} hint={t('table.choicesHint')}>
        <input
          id="nummers"
          name="numbers"
          className="input tabular"
          defaultValue={typed.numbers}
          maxLength={400}
          autoComplete="off"
          aria-describedby={hintOf('nummers')}
        />
      </LabelledField>
      <fieldset>
        <legend className="mb-2 font-semibold">{t('table.plans')}</legend>
        <div className="grid gap-2">
          {table.projects.map(({ number, title, cost }) => (
            <label key={number} className="choice">
              <input
                type="checkbox"
                name="plan"
                value={number}
                defaultChecked={typed.plans.includes(number)}
                className="tick mt-0.5"
              />
              <span className="min-w-0">
                {number}. <Written>{title}</Written>
                <span className="block text-ink-soft">{money(cost)}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <LabelledField id="ongeldig" label={t('table.invalid')}>
        <select id="ongeldig" name="invalid" className="input" defaultValue={typed.invalid}>
          <option value="">{t('table.valid')}</option>
          {seenReasons.map((reason) => (
            <option key={reason} value={reason}>
              {t(`reason.${reason}`)}
            </option>
          ))}
        </select>
      </LabelledField>
      <div>
        <SubmitButton name="intent" value="look" tone={isLook ? 'quiet' : 'main'}>
          {t('table.look')}
        </SubmitButton>
      </div>
    </form>
  );
}

/** What is about to be saved. Its button comes first in the form, so that Enter saves. */
function Look({ table, reply, content }: { table: PaperTableView; reply: PaperReply; content: PaperContent }) {
  const { t } = useTranslation('votingPaper');
  const { money } = useFormats();
  const isInvalid = content.is === 'invalid';
  const chosen = table.projects.filter(({ number }) => reply.typed.plans.includes(number));
  const showsPlans = content.is === 'choices' || content.reason === 'too-many' || content.reason === 'over-budget';
  return (
    <section className="card flex flex-col gap-3 rounded bg-tint-water p-5" aria-labelledby="nakijken">
      <h2 id="nakijken" className="text-xl font-bold">
        {t('table.seen')}
      </h2>
      <p className="tabular font-semibold uppercase">{t('table.seenPaper', { paper: reply.typed.paper.trim() })}</p>
      {showsPlans ? (
        <>
          <ul className="flex flex-col gap-1">
            {chosen.map(({ number, title, cost }) => (
              <li key={number} className="flex flex-wrap justify-between gap-x-4">
                <span>
                  {number}. <Written>{title}</Written>
                </span>
                <span className="tabular">
                  <Money cents={cost} />
                </span>
              </li>
            ))}
          </ul>
          <p className="tabular font-bold">
            {t('table.sum', { amount: money(addCents(...chosen.map(({ cost }) => cost))) })}
          </p>
        </>
      ) : null}
      {isInvalid ? (
        <Notice tone="warning" title={t('table.isInvalid', { reason: t(`reason.${content.reason}`) })}>
          <p>{t('table.isInvalidText')}</p>
        </Notice>
      ) : null}
      <input type="hidden" name="seen" value={reply.seen} />
      <button type="submit" name="intent" value="save" className="button button-main self-start" {...focusOnArrival}>
        {t(isInvalid ? 'table.saveInvalid' : 'table.save')}
      </button>
    </section>
  );
}
