import { useTranslation } from 'react-i18next';
import type { FollowingView } from '#app/modules/subscriptions/views.ts';
import { rhythms, subjectPath, subjectWord } from '#app/modules/subscriptions/subject.ts';
import { Written } from '../content/written.tsx';
import { SubmitButton } from '../forms/buttons.tsx';
import { Section } from '../page/section.tsx';

/** What somebody follows, with a button beside each to stop, how often mail comes, and one to stop with everything. */
export function FollowingList({ view }: { view: FollowingView }) {
  const { t } = useTranslation('subscriptions');
  return (
    <>
      <Section title={t('now')}>
        <ul className="flex flex-col gap-3">
          {view.followed.map((one) => (
            <li
              key={subjectWord(one)}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded bg-surface p-4"
            >
              <a href={subjectPath(one)} className="inline-block py-2 font-semibold">
                <Written>{one.name}</Written>
                <span className="block text-sm font-normal text-ink-soft">{t(`kind.${one.kind}`)}</span>
              </a>
              <form method="post">
                <input type="hidden" name="wat" value={subjectWord(one)} />
                <SubmitButton name="intent" value="drop" tone="quiet">
                  <span aria-hidden="true">{t('drop')}</span>
                  <span className="sr-only">{t('dropLabel', { name: one.name })}</span>
                </SubmitButton>
              </form>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('rhythm')}>
        <form method="post" className="flex flex-col items-start gap-4">
          <fieldset className="grid w-full max-w-prose gap-2">
            <legend className="sr-only">{t('rhythm')}</legend>
            {rhythms.map((rhythm) => (
              <label key={rhythm} className="choice">
                <input
                  type="radio"
                  name="rhythm"
                  value={rhythm}
                  defaultChecked={view.rhythm === rhythm}
                  className="tick mt-0.5"
                />
                {t(`rhythmChoice.${rhythm}`)}
              </label>
            ))}
          </fieldset>
          <SubmitButton name="intent" value="rhythm" tone="quiet">
            {t('changeRhythm')}
          </SubmitButton>
        </form>
      </Section>
      <Section title={t('stop')} lead={t('stopText')}>
        <form method="post">
          <SubmitButton name="intent" value="stop" tone="danger">
            {t('stop')}
          </SubmitButton>
        </form>
      </Section>
    </>
  );
}
