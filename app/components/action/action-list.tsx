import { useTranslation } from 'react-i18next';
import type { ActionLine } from '#app/modules/actions/views.ts';
import { Written } from '../content/written.tsx';
import { Section } from '../page/section.tsx';
import { ActionStateBadge } from './action-state-badge.tsx';
import { ActionOwner, ActionWhen } from './action-words.tsx';

type ActionListProps = {
  lines: readonly ActionLine[];
  /** Heading: of a decision, or of a body. */
  of: 'decision' | 'body';
  /** The whole list that these are from. */
  href: string;
};

/** A few actions on the page of what they belong to; nothing where there are none. */
export function ActionList({ lines, of, href }: ActionListProps) {
  const { t } = useTranslation('actions');
  if (lines.length === 0) return null;
  return (
    <Section title={t(`few.${of}`)}>
      <ul className="flex flex-col gap-3">
        {lines.map((line) => (
          <li key={line.number} className="rounded bg-surface p-4">
            <a href={`/acties/${String(line.number)}`} className="inline-block py-1 font-semibold">
              <Written>{line.title}</Written>
            </a>
            <p className="text-ink-soft">
              <ActionOwner owner={line.owner} /> · <ActionWhen {...line} />
            </p>
            <p className="mt-2">
              <ActionStateBadge state={line.state} isLate={line.due.isLate} />
            </p>
          </li>
        ))}
      </ul>
      <p className="mt-4">
        <a href={href} className="inline-block py-2">
          {t('few.all')}
        </a>
      </p>
    </Section>
  );
}
