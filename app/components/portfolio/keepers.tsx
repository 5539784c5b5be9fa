import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import type { EditedPortfolio } from '#app/modules/portfolios/views.ts';
import { SubmitButton } from '../forms/buttons.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { TextField } from '../forms/text-field.tsx';
import { Section } from '../page/section.tsx';
import { Invitations } from './invitations.tsx';

type KeepersProps = { portfolio: EditedPortfolio; reply: SubmissionResult | undefined };

/** Who keeps a portfolio: of a group to change, of the others said in words. */
export function Keepers({ portfolio, reply }: KeepersProps) {
  const { t } = useTranslation('portfolios');
  const { kind, slug, keepers, invitations, hasOwnKeepers } = portfolio;
  if (!hasOwnKeepers)
    return (
      <Section title={t('edit.keepers')}>
        <p className="max-w-prose">
          {kind === 'initiative' ? t('edit.keepersOfPlan') : t('edit.keepersOfOrganisation')}
        </p>
      </Section>
    );
  return (
    <Section title={t('edit.keepers')} lead={t('edit.keepersLead')} id="beheer">
      <ul className="flex flex-col gap-2">
        {keepers.map(({ id, name, isMe }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 rounded bg-surface px-4 py-2">
            <span className="font-semibold">
              {name === '' ? t('edit.nameless') : name}
              {isMe ? <span className="font-normal text-ink-soft"> ({t('edit.you')})</span> : null}
            </span>
            <form method="post">
              <input type="hidden" name="keeperId" value={id} />
              <input type="hidden" name="isMe" value={isMe ? 'on' : ''} />
              <SubmitButton tone="text" name="intent" value="end-keeper">
                {isMe ? t('edit.leave') : t('edit.keeperRemove')}
                {isMe ? null : <span className="sr-only">: {name}</span>}
              </SubmitButton>
            </form>
          </li>
        ))}
      </ul>
      {kind === 'group' ? (
        <>
          <Invitations invitations={invitations} />
          <details open={reply !== undefined} className="mt-4 rounded bg-tint-sand px-4 py-1">
            <summary className="min-h-11 cursor-pointer py-2.5 font-bold">{t('edit.addKeeper')}</summary>
            <div className="py-4">
              <KeeperForm reply={reply} />
            </div>
          </details>
        </>
      ) : (
        <p className="mt-4 max-w-prose">
          {t('edit.othersOfPlan')} <a href={`/portfolios/${slug}/erbij-horen`}>{t('page.claimPlan')}</a>
        </p>
      )}
    </Section>
  );
}

function KeeperForm({ reply }: Pick<KeepersProps, 'reply'>) {
  const { t } = useTranslation('portfolios');
  const [form, fields] = useForm<{ email: string }>({
    id: 'beheerder',
    lastResult: reply,
    constraint: { email: { required: true } },
  });
  const labels = { email: t('edit.keeperEmail') };
  return (
    <FormFrame form={form} labels={labels}>
      <TextField
        field={fields.email}
        label={labels.email}
        hint={t('edit.keeperHint')}
        type="email"
        autoComplete="off"
      />
      <div>
        <SubmitButton tone="quiet" name="intent" value="keeper">
          {t('edit.keeperAdd')}
        </SubmitButton>
      </div>
    </FormFrame>
  );
}
