import { useTranslation } from 'react-i18next';
import type { DemoAccount } from '#app/modules/people/demo-account.ts';
import { SubmitButton } from '../forms/buttons.tsx';
import { CardGrid } from '../page/card.tsx';
import { Section } from '../page/section.tsx';

const groups = [
  { key: 'residents', accounts: ['bewoner', 'organisatie'] },
  { key: 'desk', accounts: ['loket', 'beoordelaar-1', 'beoordelaar-2', 'beoordelaar-3'] },
  {
    key: 'deciding',
    accounts: ['voorzitter', 'programmamanager', 'lid', 'budgethouder', 'penningmeester', 'penningmeester-2'],
  },
  { key: 'alliance', accounts: ['buurvrouw', 'buurman', 'wijkgenoot'] },
  { key: 'volunteers', accounts: ['coordinator', 'coordinator-2'] },
  {
    key: 'office',
    accounts: [
      'programmabureau',
      'budgethouder-programma',
      'bureau-penningmeester',
      'bureau-penningmeester-2',
      'redacteur',
      'controlegroep',
      'beheerder',
      'bestuurslid',
    ],
  },
] as const satisfies readonly { key: string; accounts: readonly DemoAccount[] }[];

type DemoAccountsProps = { accounts: readonly { account: DemoAccount; name: string; email: string }[] };

/** The invented people of the demo, each with what they can do and a button to become them. */
export function DemoAccounts({ accounts }: DemoAccountsProps) {
  const { t } = useTranslation('demo');
  return (
    <>
      {groups.map((group) => {
        const present = group.accounts.flatMap((key) => accounts.filter(({ account }) => account === key));
        return present.length === 0 ? null : (
          <Section key={group.key} title={t(`groups.${group.key}`)} lead={t(`groups.${group.key}Text`)}>
            <CardGrid>
              {present.map(({ account, name, email }) => {
                const title = t(`account.${account}.title`);
                return (
                  <li key={account} className="flex flex-col rounded bg-surface p-5">
                    <h3 className="text-lg">{title}</h3>
                    <p className="text-sm break-words text-ink-soft">
                      {name === '' ? null : `${name} · `}
                      {email}
                    </p>
                    <p className="mt-2 mb-4">{t(`account.${account}.can`)}</p>
                    <form method="post" action="/demo" className="mt-auto">
                      <input type="hidden" name="account" value={account} />
                      <SubmitButton tone="quiet">{t('signInAs', { name: title.toLowerCase() })}</SubmitButton>
                    </form>
                  </li>
                );
              })}
            </CardGrid>
          </Section>
        );
      })}
    </>
  );
}
