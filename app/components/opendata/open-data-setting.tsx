import { useForm, type SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { licenceNames, licences, wooCategoryNames, type OpenDataRules } from '#app/modules/programme/setting.ts';
import { RadioCards } from '../forms/choice-fields.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { TextField } from '../forms/text-field.tsx';
import { SettingFrame } from '../programme/setting-frame.tsx';

type OpenDataSettingProps = {
  setting: { value: OpenDataRules; changedAt: string };
  mayChange: boolean;
  /** The form when it came back. */
  reply: SubmissionResult | null;
};

const required = { required: true } as const;

/** Licence, publisher and categories of the open data. */
export function OpenDataSetting({ setting, mayChange, reply }: OpenDataSettingProps) {
  const { t } = useTranslation('opendata');
  const { value, changedAt } = setting;
  const [form, fields] = useForm<OpenDataRules>({
    id: 'open-data',
    lastResult: reply,
    constraint: {
      licence: required,
      publisher: required,
      grantPrefix: required,
      decisionCategory: required,
      meetingCategory: required,
    },
    defaultValue: value,
  });
  const labels = {
    licence: t('setting.licence'),
    publisher: t('setting.publisher'),
    contact: t('setting.contact'),
    grantPrefix: t('setting.grantPrefix'),
    decisionCategory: t('setting.decisionCategory'),
    meetingCategory: t('setting.meetingCategory'),
  };
  const categories = wooCategoryNames.map((name) => ({ value: name, label: t(`setting.category.${name}`) }));
  return (
    <SettingFrame
      title={t('setting.title')}
      lead={t('setting.text')}
      changedAt={changedAt}
      mayChange={mayChange}
      form={form}
      labels={labels}
      intent="open-data"
      facts={[
        { term: labels.licence, value: licences[value.licence].name },
        { term: labels.publisher, value: value.publisher },
        { term: labels.contact, value: value.contact === '' ? t('setting.noContact') : value.contact },
        { term: labels.grantPrefix, value: value.grantPrefix },
        { term: labels.decisionCategory, value: t(`setting.category.${value.decisionCategory}`) },
        { term: labels.meetingCategory, value: t(`setting.category.${value.meetingCategory}`) },
      ]}
    >
      <RadioCards
        field={fields.licence}
        label={labels.licence}
        choices={licenceNames.map((name) => ({
          value: name,
          label: licences[name].name,
          hint: t(`setting.licenceHint.${name}`),
        }))}
      />
      <TextField field={fields.publisher} label={labels.publisher} autoComplete="off" />
      <TextField field={fields.contact} label={labels.contact} hint={t('setting.contactHint')} autoComplete="off" />
      <TextField
        field={fields.grantPrefix}
        label={labels.grantPrefix}
        hint={t('setting.grantPrefixHint')}
        autoComplete="off"
      />
      <SelectField field={fields.decisionCategory} label={labels.decisionCategory} choices={categories} />
      <SelectField field={fields.meetingCategory} label={labels.meetingCategory} choices={categories} />
    </SettingFrame>
  );
}
