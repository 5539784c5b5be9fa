import { Icon } from '#app/components/icon/icon.tsx';
import { type IconName, icons } from '#app/components/icon/icon-paths.ts';
import { Section } from '#app/components/page/section.tsx';
import { grounds } from '#app/components/stamp/plan.ts';
import { Mark } from '#app/components/stamp/mark.tsx';
import { Stamp } from '#app/components/stamp/stamp.tsx';
import { Specimen } from './specimen.tsx';

const swatches = [
  ['bg-page text-ink', 'page / ink'],
  ['bg-surface text-ink-soft', 'surface / ink-soft'],
  ['bg-garden text-on-garden', 'garden / on-garden'],
  ['bg-tint-garden text-garden', 'tint-garden / garden'],
  ['bg-tint-water text-water', 'tint-water / water'],
  ['bg-tint-sand text-sand', 'tint-sand / sand'],
  ['bg-tint-brick text-brick', 'tint-brick / brick'],
  ['bg-brick text-on-brick', 'brick / on-brick'],
  ['bg-sun text-on-sun', 'sun / on-sun'],
  ['bg-deep text-on-deep', 'deep / on-deep'],
  ['bg-deep-raised text-on-deep-soft', 'deep-raised / on-deep-soft'],
] as const;

/** Stamp, colours, type and icons. */
export function Foundations() {
  return (
    <>
      <Section
        title="De stempel"
        lead="Elk initiatief krijgt zijn eigen stuk tuinstad, getekend uit zijn nummer. Het gele hof is het initiatief zelf."
      >
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          {grounds.map((ground) => (
            <Stamp key={ground} id={`ground-${ground}`} ground={ground} className="aspect-[4/3] w-full rounded" />
          ))}
        </div>
        <p className="mt-6 flex items-end gap-6 text-garden">
          <Mark className="size-28" />
          <Mark className="size-14" />
          <Mark className="size-7" />
        </p>
      </Section>
      <Section title="Kleuren">
        <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3 lg:grid-cols-4">
          {swatches.map(([classes, name]) => (
            <li key={name} className={`rounded px-4 py-5 font-semibold ${classes}`}>
              {name}
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Letters">
        <div className="flex flex-col gap-4">
          <p className="font-heading text-4xl font-bold tracking-tight">Van wie is de wijk?</p>
          <h3>Wat gebeurt er met je plan?</h3>
          <div className="prose">
            <p>
              Je dient je plan in bij het loket. Binnen twee weken hoor je of het compleet is. Daarna geeft het
              opgaveteam punten. Iedereen kan zien <a href="/zo-werkt-het">hoe dat gaat</a> en{' '}
              <strong>wie wat besluit</strong>.
            </p>
            <ul>
              <li>Je plan staat meteen op de site.</li>
              <li>Je naam niet, tenzij jij dat wilt.</li>
            </ul>
          </div>
        </div>
      </Section>
      <Section title="Pictogrammen">
        <Specimen name="<Icon name />">
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-3 text-sm">
            {(Object.keys(icons) as IconName[]).map((name) => (
              <li key={name} className="flex items-center gap-2">
                <Icon name={name} className="size-6" /> {name}
              </li>
            ))}
          </ul>
        </Specimen>
      </Section>
    </>
  );
}
