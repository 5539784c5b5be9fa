import { useTranslation } from 'react-i18next';
import { Icon } from '../icon/icon.tsx';

type ShareLinksProps = {
  /** What is sent along, such as a title. */
  text: string;
  /** The whole address, with the name of the site. */
  address: string;
};

/** Ways to send a page on, by plain links: nothing is asked of another site before somebody presses one. */
export function ShareLinks({ text, address }: ShareLinksProps) {
  const { t } = useTranslation('components');
  const message = `${text} ${address}`;
  const mail = `mailto:?subject=${encodeURIComponent(text)}&body=${encodeURIComponent(message)}`;
  return (
    <details className="no-print">
      <summary className="inline-flex min-h-11 cursor-pointer items-center gap-1.5 font-semibold text-water">
        {t('share.title')}
        <Icon name="chevron-down" className="size-4 shrink-0 unfolded:rotate-180" />
      </summary>
      <ul className="mt-1 flex flex-wrap gap-x-6">
        <li>
          <a className="inline-block py-2" href={`https://wa.me/?text=${encodeURIComponent(message)}`} rel="noreferrer">
            {t('share.whatsapp')}
          </a>
        </li>
        <li>
          <a className="inline-block py-2" href={mail}>
            {t('share.mail')}
          </a>
        </li>
      </ul>
      <p className="text-ink-soft">
        {t('share.copy')} <span className="break-all select-all">{address}</span>
      </p>
    </details>
  );
}
