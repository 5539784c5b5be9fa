import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { guardLoader } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { everyone } from '#app/modules/people/policy.ts';

export const loader = guardLoader(everyone, () => ({}));

export const meta = pageTitle<typeof loader>((t) => t('shell:submitPlan'));

export default function Home() {
  return (
    <Page>
      <PageHeader title="Wijkbeurs" />
    </Page>
  );
}
