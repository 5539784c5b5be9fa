import { useTranslation } from 'react-i18next';
import type { ToldCount } from '#app/modules/counting/comparison/told-count.ts';
import { Notice } from '../page/notice.tsx';
import { PartLinks } from '../page/part-links.tsx';
import { ComparedPictures } from './compared-pictures.tsx';
import { PlansTable, RulesTable, SliceTables } from './compared-tables.tsx';
import { CountStory } from './count-story.tsx';
import { planName, ruleOf, type Comparison, type RuleName } from './view.ts';

type ComparedVoteProps = {
  comparison: Comparison;
  /** Counts to tell round by round. */
  told: readonly ToldCount[];
  /** The rule beside "most votes first". */
  chosen: Exclude<RuleName, 'greedy'>;
  /** Where another rule is chosen; none for a file that is not kept. */
  hrefOf?: (rule: RuleName) => string;
};

/** One vote counted by two rules as pictures, by all of them in a table, and round by round. */
export function ComparedVote({ comparison, told, chosen, hrefOf }: ComparedVoteProps) {
  const { t } = useTranslation('counting');
  const one = ruleOf(comparison, 'greedy');
  const other = ruleOf(comparison, chosen);
  const { inFile, agrees, lots, minimumVotes, categories, rules } = comparison;
  const names = rules.map(({ name }) => name).filter((name) => name !== 'greedy');
  return (
    <>
      <ComparedPictures comparison={comparison} one={one} other={other} />
      {hrefOf === undefined ? null : (
        <div id="regels" className="grid gap-3">
          <p className="font-semibold">{t('compare.label')}</p>
          <PartLinks
            label={t('compare.label')}
            parts={names.map((name) => ({ key: name, href: hrefOf(name), words: t(`rule.${name}`) }))}
            current={chosen}
          />
          <p className="max-w-prose text-ink-soft">{t(`ruleText.${chosen}`)}</p>
        </div>
      )}
      {[one, other]
        .filter(({ tied }) => tied.length > 0)
        .map(({ name, tied }) => (
          <Notice key={name} tone="warning">
            {t('compare.tied', {
              rule: t(`rule.${name}`).toLowerCase(),
              projects: tied.map((project) => planName(comparison, project)).join(', '),
            })}
          </Notice>
        ))}
      <SliceTables one={one} other={other} limits={categories} />
      <RulesTable comparison={comparison} />
      {told.map((count) => (
        <CountStory key={count.rule} comparison={comparison} told={count} />
      ))}
      <PlansTable comparison={comparison} one={one} other={other} />
      <ul className="grid max-w-prose gap-1 text-ink-soft">
        {inFile === null ? null : (
          <li>
            {t(agrees === null ? 'compare.asCounted' : agrees ? 'compare.agrees' : 'compare.differs', {
              rule: t(`rule.${inFile}`).toLowerCase(),
            })}
          </li>
        )}
        {lots.map((order) => (
          <li key={order.join()}>
            {t('compare.lots', { projects: order.map((at) => planName(comparison, at)).join(', ') })}
          </li>
        ))}
        {minimumVotes > 1 ? <li>{t('compare.minimum', { count: minimumVotes })}</li> : null}
        {categories.length > 0 ? <li>{t('compare.categories')}</li> : null}
      </ul>
    </>
  );
}
