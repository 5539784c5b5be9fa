import { useTranslation } from 'react-i18next';
import { inLocale } from '#app/modules/programme/locale.ts';
import type { ProposalBasis } from '#app/modules/decisions/proposal-basis.ts';
import { useDecisionWords } from './use-decision-words.ts';

/** The name of each field in the summary of mistakes, rows included. */
export function useProposalLabels(basis: ProposalBasis, objections: number): Record<string, string> {
  const { t } = useTranslation(['decisions', 'procurement']);
  const { locale } = useDecisionWords();
  const rows = <Row>(list: readonly Row[], name: string, fields: (row: Row, index: number) => Record<string, string>) =>
    list.flatMap((row, index) =>
      Object.entries(fields(row, index)).map(([field, label]) => [`${name}[${index}].${field}`, label]),
    );
  return {
    bodyId: t('assignment.body'),
    organisationId: t('assignment.organisation'),
    title: t('assignment.title'),
    task: t('assignment.task'),
    recipientReason: t('assignment.recipientReason'),
    actielijnId: t('assignment.actielijn'),
    beginsOn: t('assignment.beginsOn'),
    endsOn: t('assignment.endsOn'),
    outcome: t('form.outcome'),
    amount: t('form.amount'),
    amountNote: t('form.amountNote'),
    instrument: t('form.instrument'),
    serviceKindId: t('procurement:kindLabel'),
    fundId: t('form.fund'),
    conditions: t('form.conditions'),
    referToBodyId: t('form.referTo'),
    method: t('form.method'),
    takenOn: t('form.takenOn'),
    attendance: t('form.who'),
    criteria: t('form.criteria'),
    motivation: t('form.motivation'),
    interestStatement: t('form.interestStatement'),
    replacesId: t('form.replaces'),
    ...(Object.fromEntries([
      ...rows(basis.members, 'attendance', ({ name }) => ({
        part: t('form.part', { name }),
        vote: `${name}: ${t('form.vote')}`,
        interest: `${name}: ${t('form.interestLabel')}`,
      })),
      ...rows(basis.criteria, 'criteria', ({ title, titleEn }) => ({ motivation: inLocale(locale, title, titleEn) })),
      ...rows(basis.otherMoney, 'costAnswers', ({ title }) => ({ answer: `${title}: ${t('procurement:other.ask')}` })),
      ...rows(Array.from({ length: objections }), 'objections', (_row, index) => ({
        objection: t('form.objection', { number: index + 1 }),
        answer: t('form.answer', { number: index + 1 }),
      })),
    ]) as Record<string, string>),
  };
}
