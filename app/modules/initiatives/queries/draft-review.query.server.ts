import { isId } from '#app/kernel/ids.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inLocale, type ProgrammeLocale } from '#app/modules/programme/locale.ts';
import { submissionRules } from '#app/modules/programme/queries/settings.query.server.ts';
import type { SubmissionRules } from '#app/modules/programme/setting.ts';
import type { Database } from '#app/platform/database.server.ts';
import { typedTotal } from '../budget.ts';
import { completeDraft, type DraftMistakes } from '../completeness.ts';
import type { ContentAttachment } from '../content.ts';
import type { TypedValues } from '../draft.ts';
import { proposeBody, type BodyProposal } from '../proposed-body.ts';
import type { Stage } from '../stage.ts';
import { choicesFor, draftView, type DraftView } from './draft.query.server.ts';
import { receivingBodies } from './receiving-bodies.query.server.ts';

/** A draft before it is submitted: all that was typed, what is missing, and who should look at it. */
export type DraftReview = {
  id: string;
  slug: string | null;
  stage: Stage;
  revision: number;
  hasChanges: boolean;
  steps: TypedValues;
  attachments: ContentAttachment[];
  mistakes: DraftMistakes;
  /** Names of what was chosen. */
  names: { areas: string[]; themes: string[]; partners: string[]; organisation: string };
  bodies: { id: string; name: string }[];
  /** `matched` holds names. */
  proposal: BodyProposal | null;
  rules: SubmissionRules;
  declaration: DraftView['declaration'];
};

/** @returns null when there is no such draft for this person, or it cannot be edited now */
export async function draftReview(
  database: Database,
  actor: SignedIn,
  draftId: string,
  locale: ProgrammeLocale,
): Promise<DraftReview | null> {
  const view = await draftView(database, actor, draftId);
  if (view === null) return null;
  const { id, slug, stage, revision, hasChanges, draft, attachments, declaration } = view;
  const { steps } = draft;
  const [known, bodies, rules, areas, themes, organisations] = await Promise.all([
    choicesFor(database, actor),
    receivingBodies(database),
    submissionRules(database),
    database.area.findMany({ select: { code: true, name: true, parentCode: true } }),
    database.theme.findMany({ select: { slug: true, name: true, nameEn: true } }),
    database.organisation.findMany({
      where: { id: { in: [...steps.wie.partners, steps.wie.as].filter(isId) } },
      select: { id: true, name: true },
    }),
  ]);
  const complete = completeDraft(draft, known, attachments);
  const areaNames = new Map(areas.map(({ code, name }) => [code, name]));
  const themeNames = new Map(themes.map((theme) => [theme.slug, inLocale(locale, theme.name, theme.nameEn)]));
  const organisationNames = new Map(organisations.map((organisation) => [organisation.id, organisation.name]));
  const named = (names: ReadonlyMap<string, string>, keys: readonly string[]) =>
    keys.flatMap((key) => names.get(key) ?? []);
  const proposal = proposeBody(
    {
      themes: steps.thema.themes,
      wholeDistrict: steps.waar.scope === 'district',
      areas: steps.waar.areas,
      requested: typedTotal(steps.nodig.budget.map(({ amount }) => amount)),
    },
    bodies,
    new Map(areas.flatMap(({ code, parentCode }) => (parentCode === null ? [] : [[code, parentCode] as const]))),
  );
  return {
    id,
    slug,
    stage,
    revision,
    hasChanges,
    steps,
    attachments,
    mistakes: complete.ok ? {} : complete.mistakes,
    names: {
      areas: named(areaNames, steps.waar.areas),
      themes: named(themeNames, steps.thema.themes),
      partners: named(organisationNames, steps.wie.partners),
      organisation: organisationNames.get(steps.wie.as) ?? '',
    },
    bodies: bodies.map((body) => ({ id: body.id, name: body.name })),
    proposal: proposal && { ...proposal, matched: named(new Map([...areaNames, ...themeNames]), proposal.matched) },
    rules,
    declaration,
  };
}
