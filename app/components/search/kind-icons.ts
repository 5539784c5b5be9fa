import type { DocumentKind } from '#app/modules/search/port.ts';
import type { IconName } from '../icon/icon-paths.ts';

export const kindIcons: Record<DocumentKind, IconName> = {
  initiative: 'tree',
  portfolio: 'handshake',
  organisation: 'building',
  opgaveteam: 'people',
  wijkalliantie: 'home',
  actielijn: 'list',
  decision: 'scales',
  minutes: 'document',
  action: 'check',
  gathering: 'calendar',
};
