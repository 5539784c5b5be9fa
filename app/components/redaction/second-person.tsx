import { useTranslation } from 'react-i18next';
import { SubmitButton } from '../forms/buttons.tsx';
import { Notice } from '../page/notice.tsx';

type SecondPersonProps = {
  state: 'open' | 'offered' | 'released';
  revision: number;
  open: number;
  mayWork: boolean;
  mayRelease: boolean;
  mistake: string | null;
  typed: string;
};

/** The last steps: the editor asks a colleague, who sends it back or releases it. */
export function SecondPerson({ state, revision, open, mayWork, mayRelease, mistake, typed }: SecondPersonProps) {
  const { t } = useTranslation('redaction');
  if (!mayWork) return <p className="text-ink-soft">{t('readOnly')}</p>;
  if (state === 'released') return null;
  if (state === 'open') {
    if (open > 0)
      return (
        <p>
          <a href="#gevonden" className="inline-flex min-h-11 items-center">
            {t('notYet')}
          </a>
        </p>
      );
    return (
      <form method="post">
        <input type="hidden" name="revision" value={revision} />
        <SubmitButton name="intent" value="offer">
          {t('offer')}
        </SubmitButton>
      </form>
    );
  }
  return (
    <div className="flex flex-col gap-6">
      {mayRelease ? (
        <form method="post" className="flex flex-col items-start gap-3">
          <input type="hidden" name="revision" value={revision} />
          <p>{t('releaseText')}</p>
          <SubmitButton name="intent" value="release">
            {t('release')}
          </SubmitButton>
        </form>
      ) : (
        <Notice>{t('notYou')}</Notice>
      )}
      <form method="post" className="flex flex-col items-start gap-3">
        <input type="hidden" name="revision" value={revision} />
        <label htmlFor="waarom" className="font-semibold">
          {t('why')}
        </label>
        {mistake === null ? null : (
          <p id="waarom-fout" role="alert" className="font-semibold text-brick">
            {mistake}
          </p>
        )}
        <textarea
          id="waarom"
          name="why"
          rows={3}
          maxLength={1000}
          defaultValue={typed}
          className="input w-full"
          aria-invalid={mistake === null ? undefined : true}
          aria-describedby={mistake === null ? undefined : 'waarom-fout'}
        />
        <SubmitButton name="intent" value="back" tone="quiet">
          {t('back')}
        </SubmitButton>
      </form>
    </div>
  );
}
