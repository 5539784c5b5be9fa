import { ButtonLink } from '../forms/buttons.tsx';
import { Card } from '../page/card.tsx';

type MarketLinkProps = { slug: string; text: string; link: string };

/** From a page about a plan or organisation to its portfolio. */
export function MarketLink({ slug, text, link }: MarketLinkProps) {
  return (
    <Card tone="sand">
      <p className="mb-3">{text}</p>
      <ButtonLink href={`/portfolios/${slug}`} tone="quiet" icon="handshake">
        {link}
      </ButtonLink>
    </Card>
  );
}
