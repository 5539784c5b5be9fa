import type { PortfolioName } from '#app/modules/portfolios/views.ts';
import { Written } from '../content/written.tsx';
import { Section } from '../page/section.tsx';

/** Portfolios by name; nothing where there are none. */
export function NameList({ title, portfolios }: { title: string; portfolios: readonly PortfolioName[] }) {
  if (portfolios.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="flex flex-col">
        {portfolios.map(({ slug, name }) => (
          <li key={slug}>
            <a href={`/portfolios/${slug}`} className="inline-block py-2.5 font-semibold">
              <Written>{name}</Written>
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
