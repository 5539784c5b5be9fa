import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { DueDate } from '#app/components/content/due-date.tsx';
import { ButtonLink, ButtonRow } from '#app/components/forms/buttons.tsx';
import { Card } from '#app/components/page/card.tsx';
import type { OwnInitiativeView } from '#app/modules/initiatives/queries/own-initiative.query.server.ts';

/** What the submitter can do now; nobody else sees this. */
export function OwnPlan({ own }: { own: OwnInitiativeView }) {
  const { t } = useTranslation('initiatives');
  if (!own.mayEdit && !own.mayWithdraw && !own.mayAnswer) return null;
  const href = `/initiatieven/${own.slug}`;
  return (
    <Card tone="sand">
      <h2 className="text-xl">{own.mayAnswer ? t('own.question') : t('own.title')}</h2>
      {own.question === null ? null : (
        <blockquote className="mt-2 max-w-prose break-words whitespace-pre-line">
          <Written>{own.question}</Written>
        </blockquote>
      )}
      {own.due === null ? null : (
        <p className="mt-3">
          <DueDate due={own.due} />
        </p>
      )}
      <div className="mt-4">
        <ButtonRow>
          {own.mayAnswer ? <ButtonLink href={`${href}/antwoord`}>{t('own.answer')}</ButtonLink> : null}
          {own.mayEdit ? (
            <ButtonLink href={`${href}/bewerken`} tone="quiet" icon="edit">
              {own.hasDraft ? t('own.continue') : t('own.edit')}
            </ButtonLink>
          ) : null}
          {own.mayWithdraw ? (
            <ButtonLink href={`${href}/intrekken`} tone="text">
              {t('own.withdraw')}
            </ButtonLink>
          ) : null}
        </ButtonRow>
      </div>
    </Card>
  );
}
