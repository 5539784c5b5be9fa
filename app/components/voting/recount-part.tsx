import { useTranslation } from 'react-i18next';
import type { InLogView } from '#app/modules/transparency/log-view.ts';
import { Command } from '../content/command.tsx';
import { ButtonLink } from '../forms/buttons.tsx';
import { Section } from '../page/section.tsx';
import { TwoColumns } from '../page/two-columns.tsx';
import { InLog } from '../transparency/in-log.tsx';

type RecountPartProps = {
  slug: string;
  /** Of this site, as others reach it. */
  address: string;
  log: InLogView;
};

/** Every ballot as a file, how anybody counts it again, and how it stands in the log. */
export function RecountPart({ slug, address, log }: RecountPartProps) {
  const { t } = useTranslation('voting');
  const file = `/stemmen/${slug}/stemmen.pb`;
  return (
    <Section title={t('recount.title')} lead={t('recount.lead')} id="natellen">
      <TwoColumns
        asideLabel={t('recount.log')}
        aside={<InLog view={log} proofHref={`/stemmen/${slug}/stemmen/bewijs.json`} publicationHref={file} />}
      >
        <div className="prose">
          <p>
            {t('recount.private')} <a href={`/stemmen/${slug}/controle#uitleg`}>{t('check.secretMore')}</a>
          </p>
          <p>
            <ButtonLink href={file} tone="quiet">
              {t('recount.file')}
            </ButtonLink>
          </p>
          <p>{t('recount.command')}</p>
          <Command words={`npm run recount -- ${address}${file}`} />
          <p>
            {t('recount.here')} <a href="/stemmingen/uitproberen#eigen-bestand">{t('recount.try')}</a>
          </p>
        </div>
      </TwoColumns>
    </Section>
  );
}
