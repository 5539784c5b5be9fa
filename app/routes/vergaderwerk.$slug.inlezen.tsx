import { data } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { SubmitButton } from '#app/components/forms/buttons.tsx';
import { MeetingCrumbs } from '#app/components/meeting/meeting-crumbs.tsx';
import { PaperPreview } from '#app/components/meeting/paper-preview.tsx';
import { Page } from '#app/components/page/page.tsx';
import { PageHeader } from '#app/components/page/page-header.tsx';
import { Section } from '#app/components/page/section.tsx';
import { formText } from '#app/http/form-text.ts';
import { guardAction, guardLoader, type Guarded } from '#app/http/guard.server.ts';
import { pageTitle } from '#app/http/page-title.ts';
import { goTo, notFound, refusalMessage } from '#app/http/respond.server.ts';
import { signedInContext } from '#app/http/signed-in.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { saveMinutes } from '#app/modules/meetings/commands/write-minutes.server.ts';
import { blocksOfText } from '#app/modules/meetings/import/blocks-of-text.ts';
import { blocksOfDocx, type DocxMistake } from '#app/modules/meetings/import/docx.server.ts';
import type { Block } from '#app/modules/meetings/import/block.ts';
import { isUnwritten, putIn, waysToPutIn } from '#app/modules/meetings/import/put-in.ts';
import { readPaper, type PaperMistake } from '#app/modules/meetings/import/read-paper.ts';
import { minutesContent, type MinutesContent } from '#app/modules/meetings/minutes-content.ts';
import { plansMeetings } from '#app/modules/meetings/policy.ts';
import { minutesWork } from '#app/modules/meetings/queries/minutes-work.query.server.ts';

/** Characters that can be pasted at once: the longest paper of the programme has a tenth of it. */
const longestPaste = 900_000;

async function minutesHere({ database, actor, params, now }: Guarded) {
  const view = await minutesWork(database, actor, params.slug ?? '', now);
  if (view?.access !== 'work' || (view.state !== 'concept' && view.state !== 'sent')) throw notFound();
  return view;
}

export const loader = guardLoader(plansMeetings, async (args) => {
  const { meeting, revision, content } = await minutesHere(args);
  const { slug, title } = meeting;
  return { slug, title, revision, way: isUnwritten(content) ? ('replace' as const) : ('add' as const) };
});

type Mistake = PaperMistake | DocxMistake | 'nothing' | 'text-too-long' | 'form';

const mistaken = (mistake: Mistake, typed = '') => data({ paper: null, content: '', mistake, typed }, { status: 422 });

export const action = guardAction(plansMeetings, async (args) => {
  const view = await minutesHere(args);
  const { form, context, platform } = args;
  if (formText(form, 'intent') === 'take') {
    const read = readBack(formText(form, 'content'));
    const way = waysToPutIn.find((one) => one === formText(form, 'way'));
    const revision = Number(formText(form, 'revision'));
    if (read === null || way === undefined || !Number.isSafeInteger(revision)) return mistaken('form');
    const content = putIn(view.content, read, way, `p${String(view.revision)}`);
    if (content === null) return mistaken('too-long');
    const decisions = new Map(
      Object.entries(view.decisions).filter(([key]) => content.lines.some((line) => line.key === key)),
    );
    const saved = await saveMinutes({ id: view.id, revision, content, decisions }, signedInContext(context));
    const there = `/vergaderwerk/${view.meeting.slug}/verslag`;
    return saved.ok
      ? goTo(there, platform, { tone: 'success', message: 'paperImport:taken' })
      : goTo(there, platform, { tone: 'warning', message: refusalMessage('meetingWork', saved) });
  }
  const typed = formText(form, 'text');
  const blocks = await blocksOf(form, typed);
  if (typeof blocks === 'string') return mistaken(blocks, typed);
  const paper = readPaper(blocks);
  if (typeof paper === 'string') return mistaken(paper, typed);
  const { header, content, figures, notUnderstood } = paper;
  const isOtherDay = header.day !== null && header.day !== dayInAmsterdam(view.meeting.startsAt);
  return data({
    paper: { header, figures, notUnderstood, lines: content.lines, isOtherDay },
    content: JSON.stringify(content),
    mistake: null,
    typed,
  });
});

async function blocksOf(form: FormData, typed: string): Promise<Block[] | Mistake> {
  const file = form.get('file');
  if (file instanceof File && file.size > 0) {
    const read = await blocksOfDocx(new Uint8Array(await file.arrayBuffer()));
    return read.ok ? read.value : read.reason;
  }
  if (typed.trim() === '') return 'nothing';
  return typed.length > longestPaste ? 'text-too-long' : blocksOfText(typed);
}

/** What this page sent along with the preview; it comes back through somebody's browser. */
function readBack(text: string): MinutesContent | null {
  try {
    const read = minutesContent.safeParse(JSON.parse(text));
    if (!read.success) return null;
    const rows = [read.data.attendees, read.data.lines, read.data.annex].flat();
    return rows.every(({ key }) => /^[a-z0-9]{1,20}$/u.test(key)) ? read.data : null;
  } catch {
    return null;
  }
}

export const meta = pageTitle<typeof loader>((t, { title }) => `${t('paperImport:title')}: ${title}`);

export default function ReadInMinutes() {
  const { slug, title, revision, way } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useTranslation('paperImport');
  const mistake = reply?.mistake ?? null;
  return (
    <Page>
      <PageHeader
        breadcrumbs={<MeetingCrumbs slug={slug} title={title} />}
        title={t('title')}
        lead={t('lead')}
        tone="plain"
      />
      {reply?.paper == null ? null : (
        <>
          <PaperPreview {...reply.paper} />
          <form method="post" encType="multipart/form-data" className="flex flex-col items-start gap-4">
            <input type="hidden" name="content" value={reply.content} />
            <input type="hidden" name="revision" value={revision} />
            <fieldset>
              <legend className="font-semibold">{t('way')}</legend>
              {waysToPutIn.map((one) => (
                <label key={one} className="flex min-h-11 items-center gap-3">
                  <input type="radio" name="way" value={one} defaultChecked={one === way} className="tick" />
                  {t(`ways.${one}`)}
                </label>
              ))}
            </fieldset>
            <SubmitButton name="intent" value="take">
              {t('take')}
            </SubmitButton>
          </form>
        </>
      )}
      <Section title={reply?.paper == null ? t('title') : t('again')} titleHidden={reply?.paper == null}>
        <form method="post" encType="multipart/form-data" className="flex max-w-form flex-col items-start gap-6">
          {mistake === null ? null : (
            <p id="fout" role="alert" className="font-semibold text-brick">
              {t(`refusal.${mistake}`)}
            </p>
          )}
          <div className="flex w-full flex-col gap-1">
            <label htmlFor="tekst" className="font-semibold">
              {t('text')}
            </label>
            <p id="tekst-uitleg" className="text-ink-soft">
              {t('textHint')}
            </p>
            <textarea
              id="tekst"
              name="text"
              rows={14}
              maxLength={longestPaste}
              defaultValue={reply?.typed ?? ''}
              className="input w-full"
              aria-invalid={mistake === null ? undefined : true}
              aria-describedby={mistake === null ? 'tekst-uitleg' : 'tekst-uitleg fout'}
            />
          </div>
          <div className="flex w-full flex-col gap-1">
            <label htmlFor="bestand" className="font-semibold">
              {t('file')}
            </label>
            <p id="bestand-uitleg" className="text-ink-soft">
              {t('fileHint')}
            </p>
            <input
              id="bestand"
              name="file"
              type="file"
              accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
              className="input w-full"
              aria-describedby="bestand-uitleg"
            />
          </div>
          <SubmitButton name="intent" value="look" tone={reply?.paper == null ? 'main' : 'quiet'}>
            {t('look')}
          </SubmitButton>
        </form>
      </Section>
    </Page>
  );
}
