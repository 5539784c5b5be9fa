import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '#app/components/icon/icon.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import { Section } from '#app/components/page/section.tsx';
import type { LoketIntent } from '#app/modules/loket/form.ts';
import type { DossierView, LoketActions } from '#app/modules/loket/queries/dossier.query.server.ts';
import { AcceptForm } from './accept-form.tsx';
import type { ReturnedForm } from './act.server.ts';
import type { LoketFormProps } from './hidden-facts.tsx';
import { QuestionForm } from './question-form.tsx';
import { OutsideForm, ReferForm } from './referral-forms.tsx';

type ActionsProps = {
  dossier: DossierView;
  actions: Extract<LoketActions, { blocked: null }>;
  formKey: string;
  returned: ReturnedForm | null;
};

/** Whether the page has this form now. Accepting is also offered without a body, to say what comes first. */
export function isOffered(actions: LoketActions, intent: LoketIntent): boolean {
  if (actions.blocked !== null) return false;
  switch (intent) {
    case 'accept':
      return actions.accept;
    case 'ask-question':
      return actions.askQuestion;
    case 'refer':
      return actions.refer;
    case 'refer-outside':
      return actions.referOutside;
  }
}

/** The ways on for a plan: accept it, or one of the others. The form that came back is open. */
export function Actions({ dossier, actions, formKey, returned }: ActionsProps) {
  const { t } = useTranslation('loket');
  const given = (intent: LoketIntent): LoketFormProps => ({
    dossier,
    formKey,
    reply: returned?.intent === intent ? returned.reply : undefined,
  });
  const isBack = (intent: LoketIntent) => returned?.intent === intent;
  return (
    <Section
      id={returned === null || isOffered(actions, returned.intent) ? 'besluit' : undefined}
      title={t('act.title')}
      lead={t('act.public')}
    >
      <div className="flex max-w-4xl flex-col gap-4">
        {actions.accept ? (
          <Way title={t('act.accept.title')} lead={t('act.accept.lead')} isOpen={returned === null || isBack('accept')}>
            {dossier.body === null ? (
              <Notice tone="warning">{t('act.accept.noBody')}</Notice>
            ) : (
              <AcceptForm {...given('accept')} />
            )}
          </Way>
        ) : null}
        {actions.askQuestion ? (
          <Way title={t('act.question.title')} lead={t('act.question.lead')} isOpen={isBack('ask-question')}>
            <QuestionForm {...given('ask-question')} />
          </Way>
        ) : null}
        {actions.refer ? (
          <Way title={t('act.refer.title')} lead={t('act.refer.lead')} isOpen={isBack('refer')}>
            <ReferForm {...given('refer')} />
          </Way>
        ) : null}
        {actions.referOutside ? (
          <Way title={t('act.outside.title')} lead={t('act.outside.lead')} isOpen={isBack('refer-outside')}>
            <OutsideForm {...given('refer-outside')} />
          </Way>
        ) : null}
      </div>
    </Section>
  );
}

function Way({ title, lead, isOpen, children }: { title: string; lead: string; isOpen: boolean; children: ReactNode }) {
  return (
    <details className="rounded bg-surface" open={isOpen}>
      <summary className="flex min-h-11 items-center gap-4 px-5 py-4">
        <h3 className="grow">{title}</h3>
        <Icon name="chevron-down" className="size-6 unfolded:rotate-180" />
      </summary>
      <div className="flex flex-col gap-6 px-5 pb-6">
        <p className="max-w-prose text-ink-soft">{lead}</p>
        {children}
      </div>
    </details>
  );
}
