import type { Request, Response } from 'express';
import { dotPath, planStamp, rectPath } from '#app/components/stamp/plan.ts';
import { hooks } from '#app/components/stamp/units.ts';
import { translatorOf } from '#app/i18n/all.server.ts';
import { localeOf } from '#app/i18n/locale.ts';
import type { Texts, Translate } from '#app/i18n/texts.ts';
import { builtStyles } from './built-styles.ts';

type Way = {
  /** What to mention of a fault that is reported. */
  reference?: string;
  /** Address of ours that can be asked again in a while; without it the way on is the front page. */
  again?: { href: string; label: string };
};

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character] ?? '');

/**
 * A page that needs nothing but the style sheet: for what is refused before Remix sees it, and for when Remix itself fails. It looks as
 * the error pages do (`components/shell/error-page.tsx`).
 */
export function sendPlainPage(
  request: Request,
  response: Response,
  status: number,
  page: keyof Texts['errors'],
  wayOn: (t: Translate) => Way = () => ({}),
): void {
  const locale = localeOf({
    cookie: request.headers.cookie ?? null,
    acceptLanguage: request.headers['accept-language'] ?? null,
  });
  const t = translatorOf(locale);
  const { reference, again } = wayOn(t);
  const title = escaped(t(`errors:${page}.title`));
  const styles = builtStyles();
  const home = `<a class="button button-${again === undefined ? 'main' : 'quiet'}" href="/">${escaped(t('errors:failed.action'))}</a>`;
  const retry =
    again === undefined
      ? ''
      : `<a class="button button-main" href="${escaped(again.href)}">${escaped(again.label)}</a>`;
  response.status(status).type('html').setHeader('Cache-Control', 'no-store');
  response.send(`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${title} · Wijkbeurs</title>
${styles === null ? '' : `<link rel="stylesheet" href="${styles}">`}
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
</head>
<body>
<header class="on-deep no-print"><div class="page-band bg-deep text-on-deep"><div class="shell-bar">
<a href="/" class="py-1 text-on-deep no-underline hover:text-on-deep" aria-label="${escaped(t('shell:home'))}">${brand}</a>
</div></div></header>
<main id="inhoud"><div class="page page-reading">
<header class="page-full page-header-with-art bg-tint-garden overflow-clip">
<div class="page-header-text pt-7 pb-10 md:pb-12">
<h1>${title}</h1>
<p class="mt-4 max-w-[36em] text-lg">${escaped(t(`errors:${page}.text`))}</p>
${reference === undefined ? '' : `<p class="mt-4">${escaped(t('errors:failed.reference', { reference }))}</p>`}
<div class="no-print mt-6 flex flex-wrap items-center gap-3">${retry}${home}</div>
</div>
<div class="page-header-art">${art}</div>
</header>
</div></main>
</body>
</html>
`);
}

/** As `components/shell/brand.tsx`. */
const brand = `<span class="inline-flex items-center gap-2.5 min-[24rem]:gap-3"><svg class="mark size-9 shrink-0 min-[24rem]:size-10" viewBox="2 2 20 20" aria-hidden="true" focusable="false"><path class="mark-blocks" d="${hooks.blocks.map(rectPath).join('')}"/><path class="mark-tree" d="${dotPath([12, 12])}"/></svg><span class="font-heading text-[1.4rem] leading-none font-extrabold tracking-tight min-[24rem]:text-[1.65rem]">Wijkbeurs</span></span>`;

const plan = planStamp('de-weg-kwijt', 6, 4);

/** As `components/stamp/stamp.tsx` draws it. */
const art = `<svg class="stamp stamp-${plan.ground} absolute inset-0 h-full w-full" viewBox="0 0 ${plan.width} ${plan.height}" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false"><path class="stamp-ground" d="M0 0H${plan.width}V${plan.height}H0z"/>${(
  ['roads', 'courts', 'water', 'quay', 'shades', 'blocks', 'own', 'trees'] as const
)
  .filter((layer) => plan[layer] !== '')
  .map((layer) => `<path class="stamp-${layer}" d="${plan[layer]}"/>`)
  .join('')}</svg>`;
