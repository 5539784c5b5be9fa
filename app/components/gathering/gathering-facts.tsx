import { useTranslation } from 'react-i18next';
import type { PublicGathering } from '#app/modules/gatherings/views.ts';
import { Facts } from '../content/facts.tsx';
import { Written } from '../content/written.tsx';
import { useGatheringWords } from './use-gathering-words.ts';

/** When, where, with whom and what there is for who needs something. */
export function GatheringFacts({ gathering }: { gathering: PublicGathering }) {
  const { t } = useTranslation('gatherings');
  const words = useGatheringWords();
  const { venueName, venueAddress, areaName, hosts, languages, childCare, accessibility } = gathering;
  return (
    <Facts
      facts={[
        { term: t('page.when'), value: words.when(gathering) },
        {
          term: t('page.where'),
          value: (
            <Written>
              {venueName}
              <br />
              {venueAddress}
            </Written>
          ),
        },
        { term: t('page.area'), value: <Written>{areaName}</Written> },
        {
          term: t('page.hosts'),
          value: hosts.length === 0 ? null : <Written>{hosts.map(({ name }) => name).join(', ')}</Written>,
        },
        { term: t('page.languages'), value: languages.map(words.language).join(', ') },
        {
          term: t('page.childCare'),
          value: childCare === '' ? t('page.noChildCare') : <Written>{childCare}</Written>,
        },
        { term: t('page.accessibility'), value: accessibility === '' ? null : <Written>{accessibility}</Written> },
      ]}
    />
  );
}
