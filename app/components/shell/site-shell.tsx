import type { ReactNode } from 'react';
import type { NoticeTone } from '../page/notice.tsx';
import { DemoBanner } from './demo-banner.tsx';
import { FlashMessage } from './flash-message.tsx';
import { SiteFooter } from './site-footer.tsx';
import { SiteHeader, type SiteHeaderProps } from './site-header.tsx';
import { SkipLink } from './skip-link.tsx';
import { type UnfinishedVote, UnfinishedVotes } from './unfinished-votes.tsx';

type SiteShellProps = SiteHeaderProps & {
  /** Address of the list of demo people, in demo mode only. */
  demoHref?: string | null;
  /** Votes that are filled in on this device and not cast. */
  unfinishedVotes?: readonly UnfinishedVote[];
  flash?: { tone?: NoticeTone; text: ReactNode } | null;
  children: ReactNode;
};

/** Everything around a page. Goes inside `<body>`. */
export function SiteShell({
  demoHref = null,
  unfinishedVotes = [],
  flash = null,
  children,
  ...header
}: SiteShellProps) {
  return (
    <>
      <SkipLink />
      {demoHref === null ? null : <DemoBanner href={demoHref} />}
      <SiteHeader {...header} />
      <UnfinishedVotes votes={unfinishedVotes} />
      <main id="inhoud" tabIndex={-1} className="focus:outline-none">
        {flash === null ? null : <FlashMessage tone={flash.tone}>{flash.text}</FlashMessage>}
        {children}
      </main>
      <SiteFooter />
    </>
  );
}
