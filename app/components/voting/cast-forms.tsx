import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { VoteFacts } from '#app/modules/voting/views.ts';
import { ButtonLink, SubmitButton } from '../forms/buttons.tsx';
import { hintOf, LabelledField } from '../forms/labelled-field.tsx';
import { Notice } from '../page/notice.tsx';
import { Section } from '../page/section.tsx';
import { useWaitingCode } from './use-code.ts';

type CastFormsProps = {
  vote: VoteFacts;
  isCast: boolean;
  isSignedIn: boolean;
  hasVotedByAccount: boolean;
  signInHref: string;
  /** What a vote that asks who somebody is still asks; null: it does not. */
  identity: IdentityAsked | null;
  reply: { refusal: string; typed: string; intent: string } | null;
};

/** The last button: with the code of a card, with an account, or once more to change what was cast. */
export function CastForms({
  vote,
  isCast,
  isSignedIn,
  hasVotedByAccount,
  signInHref,
  identity,
  reply,
}: CastFormsProps) {
  const { t } = useTranslation('voting');
  const waiting = useWaitingCode(vote.slug);
  const refusalOf = (intent: string) =>
    reply?.intent === intent ? <Notice tone="danger" role="alert" title={reply.refusal} /> : null;
  const hasMistake = reply?.intent === 'code';
  const provider = identity?.name ?? null;
  // who signed in most likely votes with the account; who scanned a card, with the card
  const isAccountFirst = isSignedIn && vote.byAccount && !hasVotedByAccount && !isCast && waiting === '';
  const byCode = (
    <Section title={t(isCast ? 'check.withOtherCode' : hasVotedByAccount ? 'check.withBallotCode' : 'check.withCode')}>
      {refusalOf('code')}
      {hasVotedByAccount && !isCast ? <p className="mb-3">{t('check.elsewhere')}</p> : null}
      <form method="post" className="mt-3 flex flex-col gap-4" key={waiting}>
        <LabelledField id="code" label={t('check.code')} hint={t('check.codeHint')}>
          <input
            id="code"
            name="code"
            className="input tabular uppercase"
            defaultValue={reply?.typed ?? waiting}
            maxLength={40}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            required
            aria-describedby={hintOf('code')}
            aria-invalid={hasMistake ? true : undefined}
          />
        </LabelledField>
        <p>
          <SubmitButton name="intent" value="code" tone={isCast || isAccountFirst ? 'quiet' : 'main'}>
            {t('check.castWithCode')}
          </SubmitButton>
        </p>
      </form>
    </Section>
  );
  const byAccount =
    vote.byAccount && !hasVotedByAccount ? (
      <Section title={provider === null ? t('check.withAccount') : t('check.withIdentity', { name: provider })}>
        {identity !== null && !identity.isShown ? (
          <ShowIdentity identity={identity} refusal={refusalOf('account')} />
        ) : isSignedIn ? (
          <AccountForm vote={vote} refusal={refusalOf('account')} />
        ) : (
          <>
            <p className="mb-3">{t('check.signInText')}</p>
            <ButtonLink href={signInHref} tone="quiet">
              {t('check.signIn')}
            </ButtonLink>
          </>
        )}
      </Section>
    ) : null;
  return (
    <>
      {isCast ? (
        <Section title={t('check.cast')}>
          <p className="mb-4">{t('check.changeText')}</p>
          {refusalOf('change')}
          <form method="post" className="mt-3">
            <SubmitButton name="intent" value="change">
              {t('check.changeCast')}
            </SubmitButton>
          </form>
        </Section>
      ) : null}
      {isAccountFirst ? byAccount : null}
      {byCode}
      {isAccountFirst ? null : byAccount}
    </>
  );
}

type IdentityAsked = { name: string | null; isUp: boolean; isShown: boolean; href: string };

/** Where a vote asks who somebody is: the way to the provider, or that it does not answer. */
function ShowIdentity({ identity: { name, isUp, href }, refusal }: { identity: IdentityAsked; refusal: ReactNode }) {
  const { t } = useTranslation('voting');
  if (name === null || !isUp) return <p>{t('check.identityDown', { name: name ?? t('check.identityNone') })}</p>;
  return (
    <>
      {refusal}
      <p className="mb-3">{t('check.identityText', { name })}</p>
      <ButtonLink href={href} tone="quiet" icon="person">
        {t('check.identitySubmit', { name })}
      </ButtonLink>
    </>
  );
}

function AccountForm({ vote, refusal }: { vote: VoteFacts; refusal: ReactNode }) {
  const { t } = useTranslation('voting');
  const [only] = vote.areas;
  return (
    <form method="post" className="flex flex-col gap-4">
      {refusal}
      {vote.areas.length === 1 && only !== undefined ? (
        <p>
          {t('check.area')} <strong>{only.name}</strong>
          <input type="hidden" name="area" value={only.code} />
        </p>
      ) : (
        <LabelledField id="area" label={t('check.area')}>
          <select id="area" name="area" className="input" defaultValue="" required>
            <option value="">{t('check.chooseArea')}</option>
            {vote.areas.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </LabelledField>
      )}
      <label className="flex min-h-11 items-start gap-3 py-2">
        <input type="checkbox" name="statement" className="tick mt-0.5" required />
        <span>{vote.minimumAge > 0 ? t('check.oldEnough', { age: vote.minimumAge }) : t('check.onlyOnce')}</span>
      </label>
      <p>
        <SubmitButton name="intent" value="account" tone="quiet">
          {t('check.castWithAccount')}
        </SubmitButton>
      </p>
    </form>
  );
}
