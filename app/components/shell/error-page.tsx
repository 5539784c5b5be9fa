import { ButtonLink } from '../forms/buttons.tsx';
import { PageHeader } from '../page/page-header.tsx';
import { Page } from '../page/page.tsx';

type ErrorPageProps = { title: string; text: string; action: { label: string; href: string } };

/** Says what is wrong and where to go from here. */
export function ErrorPage({ title, text, action }: ErrorPageProps) {
  return (
    <Page width="reading">
      <PageHeader
        title={title}
        lead={text}
        stampId="de-weg-kwijt"

        actions={<ButtonLink href={action.href}>{action.label}</ButtonLink>}
      />
    </Page>
  );
}
