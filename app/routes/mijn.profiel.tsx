import { useForm } from '@conform-to/react';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonRow, SubmitButton } from '#app/components/forms/buttons.tsx';
import { CheckboxField, CheckboxGroup, RadioCards } from '#app/components/forms/choice-fields.tsx';
import { FormFrame } from '#app/components/forms/form-frame.tsx';
import { TextField } from '#app/components/forms/text-field.tsx';
import { Breadcrumbs } from '#app/components/page/breadcrumbs.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { guardAction, guardLoader } from '#app/http/guard.server.ts';
import { languageName } from '#app/http/language-name.ts';
import { writeLocale } from '#app/http/locale-cookie.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { parseForm } from '#app/http/parse-form.server.ts';
import { goTo, refusalMessage, rejected } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { changeProfile } from '#app/modules/people/commands/change-profile.server.ts';
import { profileForm } from '#app/modules/people/form.ts';
import { longestName, spokenLanguages } from '#app/modules/people/person.ts';
import { signedIn } from '#app/modules/people/policy.ts';
import { profileView } from '#app/modules/people/queries/profile.query.server.ts';

export const loader = guardLoader(signedIn, async ({ context, database, locale, t }) => ({
  profile: await profileView(database, signedInContext(context).actor, locale),
  languages: spokenLanguages.map((code) => ({ value: code, label: languageName(code, locale, t) })),
}));

export const action = guardAction(signedIn, async ({ form, context, platform }) => {
  const submission = parseForm(form, profileForm);
  if (submission.status !== 'success') return rejected(submission.reply());
  const { nameIsPublic, mailOnSteps, mailOnWork, ...rest } = submission.value;
  const changed = await changeProfile(
    {
      ...rest,
      nameIsPublic: nameIsPublic === 'on',
      mailOnSteps: mailOnSteps === 'on',
      mailOnWork: mailOnWork === 'on',
    },
    signedInContext(context),
  );
  if (!changed.ok) return rejected(submission.reply({ formErrors: [refusalMessage('people', changed)] }));
  return goTo('/mijn/profiel', platform, { tone: 'success', message: 'people:profile.saved' }, [
    writeLocale(platform, rest.locale),
  ]);
});

export const meta = pageTitle<typeof loader>((t) => t('people:profile.title'));

type Fields = {
  name: string;
  nameIsPublic: string;
  locale: string;
  languages: string[];
  areas: string[];
  themes: string[];
  mailOnSteps: string;
  mailOnWork: string;
};

export default function Profile() {
  const { profile, languages } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['people', 'mailAddress']);
  const tick = (value: boolean) => (value ? 'on' : '');
  const [form, fields] = useForm<Fields>({
    id: 'profiel',
    lastResult: useActionData<typeof action>(),
    constraint: { name: { maxLength: longestName }, locale: { required: true } },
    defaultValue: {
      ...profile,
      nameIsPublic: tick(profile.nameIsPublic),
      mailOnSteps: tick(profile.mailOnSteps),
      mailOnWork: tick(profile.mailOnWork),
    },
  });
  const labels = {
    name: t('profile.name'),
    nameIsPublic: t('profile.nameIsPublic'),
    locale: t('profile.locale'),
    languages: t('profile.languages'),
    areas: t('profile.areas'),
    themes: t('profile.themes'),
    mailOnSteps: t('profile.mailOnSteps'),
    mailOnWork: t('profile.mailOnWork'),
  };
  return (
    <Page width="form">
      <PageHeader
        title={t('profile.title')}
        lead={t('profile.lead')}
        tone="plain"
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('mine.title'), href: '/mijn' }]} />}
      />
      <p>
        {profile.email === '' ? (
          t('mailAddress:none')
        ) : (
          <>
            {t('profile.email')} <strong className="break-words">{profile.email}</strong>
          </>
        )}
        <br />
        <a href="/mijn/mailadres">{t('mailAddress:change')}</a>
      </p>
      <FormFrame form={form} labels={labels}>
        <TextField field={fields.name} label={labels.name} hint={t('profile.nameHint')} autoComplete="name" />
        <CheckboxField field={fields.nameIsPublic} label={labels.nameIsPublic} hint={t('profile.nameIsPublicHint')} />
        <RadioCards
          field={fields.locale}
          label={labels.locale}
          columns
          choices={[
            { value: 'nl', label: t('profile.localeNl') },
            { value: 'en', label: t('profile.localeEn') },
          ]}
        />
        <CheckboxGroup
          field={fields.languages}
          label={labels.languages}
          hint={t('profile.languagesHint')}
          columns
          choices={languages}
        />
        <CheckboxGroup
          field={fields.areas}
          label={labels.areas}
          hint={t('profile.hearHint')}
          columns
          choices={profile.areaChoices.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <CheckboxGroup
          field={fields.themes}
          label={labels.themes}
          hint={t('profile.hearHint')}
          columns
          choices={profile.themeChoices.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
        <fieldset>
          <legend className="font-bold">{t('profile.mails')}</legend>
          <p className="text-ink-soft">{t('profile.mailHint')}</p>
          <CheckboxField field={fields.mailOnSteps} label={labels.mailOnSteps} />
          <CheckboxField field={fields.mailOnWork} label={labels.mailOnWork} />
        </fieldset>
        <ButtonRow>
          <SubmitButton>{t('profile.save')}</SubmitButton>
        </ButtonRow>
      </FormFrame>
    </Page>
  );
}
