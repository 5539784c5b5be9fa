import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import { Section } from '#app/components/page/section.tsx';
import type { PublicContent } from '#app/modules/initiatives/queries/initiative-page.query.server.ts';

/** The plan in the words of who submitted it. */
export function Story({ content }: { content: PublicContent }) {
  const { t } = useTranslation('initiatives');
  const { declaration } = content;
  const disclosure =
    declaration.position === 'none'
      ? ''
      : [t(`position.${declaration.position}`), declaration.disclosure].filter((text) => text !== '').join('\n');
  const parts = [
    { title: t('page.why'), text: content.why },
    { title: t('page.what'), text: content.what },
    { title: t('page.result'), text: content.result },
    { title: t('page.ownership'), text: content.ownership },
    { title: t('page.disclosure'), text: disclosure },
  ].filter(({ text }) => text !== '');
  return (
    <>
      {parts.map(({ title, text }) => (
        <Section key={title} title={title}>
          <p className="max-w-prose break-words whitespace-pre-line">
            <Written>{text}</Written>
          </p>
        </Section>
      ))}
    </>
  );
}
