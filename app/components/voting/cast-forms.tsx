import { useTranslation } from 'react-i18next';
import type { VoteFacts } from '#app/modules/voting/views.ts';
import { ButtonLink, SubmitButton } from '../forms/buttons.tsx';
import { hintOf, LabelledField } from '../forms/labelled-field.tsx';
import { Section } from '../page/section.tsx';
import { useWaitingCode } from './use-code.ts';

type CastFormsProps = {
  vote: VoteFacts;
  /** What the page shows and casts. */
  choices: readonly number[];
  isCast: boolean;
  isSignedIn: boolean;
  hasVotedByAccount: boolean;
  signInHref: string;
  /** What a vote that asks who somebody is still asks; null: it does not. */
  identity: IdentityAsked | null;
  /** What was not cast; the page says why above. */
  reply: { typed: string; intent: 'change' | 'code' | 'account' } | null;
};

/** The last button: with the code of a card, with an account, or once more to change what was cast. */
export function CastForms({
  vote,
  choices,
  isCast,
  isSignedIn,
  hasVotedByAccount,
  signInHref,
  identity,
  reply,
}: CastFormsProps) {
  const { t } = useTranslation('voting');
  const waiting = useWaitingCode(vote.slug);
  const hasMistake = reply?.intent === 'code';
  const provider = identity?.name ?? null;
  // who signed in most likely votes with the account; who scanned a card, with the card
  const isAccountFirst = isSignedIn && vote.byAccount && !hasVotedByAccount && !isCast && waiting === '';
  // who scanned a card votes with that card, whoever voted from here before
  const isChangeFirst = isCast && waiting === '';
  const byCode = (
    <Section
      title={t(isChangeFirst ? 'check.withOtherCode' : hasVotedByAccount ? 'check.withBallotCode' : 'check.withCode')}
    >
      {hasVotedByAccount && !isCast ? <p className="mb-3">{t('check.elsewhere')}</p> : null}
      <form method="post" className="mt-3 flex flex-col gap-4" key={waiting}>
        <Choices choices={choices} />
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
          <SubmitButton name="intent" value="code" tone={isChangeFirst || isAccountFirst ? 'quiet' : 'main'}>
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
          <ShowIdentity identity={identity} />
        ) : isSignedIn ? (
          <AccountForm vote={vote} choices={choices} hasMistake={reply?.intent === 'account'} />
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
  const change = isCast ? (
    <Section title={t(isChangeFirst ? 'check.cast' : 'check.changeEarlier')}>
      <p className="mb-4">{t('check.changeText')}</p>
      <form method="post" className="mt-3">
        <Choices choices={choices} />
        <SubmitButton name="intent" value="change" tone={isChangeFirst ? 'main' : 'quiet'}>
          {t('check.changeCast')}
        </SubmitButton>
      </form>
    </Section>
  ) : null;
  return (
    <>
      {isChangeFirst ? change : null}
      {isAccountFirst ? byAccount : null}
      {byCode}
      {isAccountFirst ? null : byAccount}
      {isChangeFirst ? null : change}
    </>
  );
}

type IdentityAsked = { name: string | null; isUp: boolean; isShown: boolean; href: string };

/** A form casts what the page shows, also where another tab chose something else meanwhile. */
function Choices({ choices }: Pick<CastFormsProps, 'choices'>) {
  return choices.map((choice) => <input key={choice} type="hidden" name="plan" value={choice} />);
}

/** Where a vote asks who somebody is: the way to the provider, or that it does not answer. */
function ShowIdentity({ identity: { name, isUp, href } }: { identity: IdentityAsked }) {
  const { t } = useTranslation('voting');
  if (name === null || !isUp) return <p>{t('check.identityDown', { name: name ?? t('check.identityNone') })}</p>;
  return (
    <>
      <p className="mb-3">{t('check.identityText', { name })}</p>
      <ButtonLink href={href} tone="quiet" icon="person">
        {t('check.identitySubmit', { name })}
      </ButtonLink>
    </>
  );
}

type AccountFormProps = Pick<CastFormsProps, 'vote' | 'choices'> & { hasMistake: boolean };

function AccountForm({ vote, choices, hasMistake }: AccountFormProps) {
  const { t } = useTranslation('voting');
  const [only] = vote.areas;
  return (
    <form method="post" className="flex flex-col gap-4">
      <Choices choices={choices} />
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
        <input
          id="statement"
          type="checkbox"
          name="statement"
          className="tick mt-0.5"
          required
          aria-invalid={hasMistake ? true : undefined}
        />
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
