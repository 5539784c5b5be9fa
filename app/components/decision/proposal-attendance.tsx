import type { FieldMetadata } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { keptOut, type TypedProposal } from '#app/modules/decisions/form.ts';
import { interestKinds } from '#app/modules/scoring/interest.ts';
import { leastParticipants } from '#app/modules/decisions/proposal.ts';
import type { BasisMember } from '#app/modules/decisions/proposal-basis.ts';
import { votes } from '#app/modules/decisions/vote.ts';
import { FieldErrors } from '../forms/field-errors.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { Icon } from '../icon/icon.tsx';
import { Section } from '../page/section.tsx';

type Row = TypedProposal['attendance'][number];

type ProposalAttendanceProps = { field: FieldMetadata<Row[], TypedProposal>; members: readonly BasisMember[] };

/** Who of the team was there. Whoever has a known interest stays out, and that cannot be changed here. */
export function ProposalAttendance({ field, members }: ProposalAttendanceProps) {
  const { t } = useTranslation('decisions');
  const rows = field.getFieldList();
  return (
    <Section title={t('form.who')} lead={t('form.whoLead', { count: leastParticipants })}>
      <div id={field.id} tabIndex={-1} className="flex flex-col gap-3">
        <FieldErrors id={field.errorId} errors={field.errors} />
        {members.map((member, index) => {
          const row = rows[index];
          return row === undefined ? null : <Member key={member.personId} member={member} row={row} />;
        })}
      </div>
    </Section>
  );
}

function Member({ member, row }: { member: BasisMember; row: FieldMetadata<Row, TypedProposal> }) {
  const { t } = useTranslation('decisions');
  const fields = row.getFieldset();
  const { name, organisation, interest, personId } = member;
  return (
    <fieldset className="group/member min-w-0 rounded bg-surface p-5">
      <legend className="contents">
        <span className="block font-bold">
          {name} <span className="font-normal text-ink-soft">({organisation?.name ?? t('form.asResident')})</span>
        </span>
      </legend>
      <input type="hidden" name={fields.personId.name} value={personId} />
      {interest === null ? (
        <div className="mt-3 grid gap-x-6 gap-y-4 sm:grid-cols-2">
          <SelectField
            field={fields.part}
            label={t('form.partShort')}
            emptyLabel={t('form.partChoice.absent')}
            choices={(['took-part', 'recused'] as const).map((part) => ({
              value: part,
              label: t(`form.partChoice.${part}`),
            }))}
          />
          <div className="group-has-[[name=method][value=vote]:checked]/proposal:group-has-[[value=took-part]:checked]/member:block! supports-[selector(:has(a))]:hidden">
            <SelectField
              field={fields.vote}
              label={t('form.vote')}
              emptyLabel={t('form.voteEmpty')}
              choices={votes.map((vote) => ({ value: vote, label: t(`form.voteChoice.${vote}`) }))}
            />
          </div>
          <div className="group-has-[[value=recused]:checked]/member:block! supports-[selector(:has(a))]:hidden">
            <SelectField
              field={fields.interest}
              label={t('form.interestLabel')}
              emptyLabel={t('form.interestEmpty')}
              choices={interestKinds.map((kind) => ({ value: kind, label: t(`interest.${kind}`) }))}
            />
          </div>
        </div>
      ) : (
        <>
          <input type="hidden" name={fields.part.name} value={keptOut} />
          <input type="hidden" name={fields.interest.name} value={interest} />
          <p id={fields.part.id} tabIndex={-1} className="mt-2 flex items-start gap-2.5">
            <Icon name="leave" className="mt-[0.25em] size-[1.1em] text-ink-soft" />
            {t('form.knownInterest', { reason: t(`interest.${interest}`) })}
          </p>
        </>
      )}
    </fieldset>
  );
}
