type NamedLine = {
  year: number;
  team: { slug: string; name: string };
  actielijn: { slug: string; title: string } | null;
  source: { slug: string };
  label: string;
};

/** The name of a line that a plan opens: "Wijkallianties: begeleiding 2027". */
export function titleOfLine({ year, team, actielijn, label }: NamedLine): string {
  const about = actielijn?.title ?? team.name;
  return `${label === '' ? about : `${about}: ${label}`} ${String(year)}`;
}

/** Its address: "wijkallianties-begeleiding-coalitiemiddelen-2027". Whoever opens it makes it unique. */
export function slugOfLine({ year, team, actielijn, source, label }: NamedLine): string {
  const words = label
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40)
    .replace(/-$/, '');
  return [actielijn?.slug ?? team.slug, words, source.slug, String(year)].filter((part) => part !== '').join('-');
}
