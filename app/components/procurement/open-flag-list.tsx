import type { OpenFlags } from '#app/modules/procurement/assignments-view.ts';
import { Written } from '../content/written.tsx';
import { FlagAnswer } from './flag-answer.tsx';
import { FlagFacts } from './flag-facts.tsx';

/** Proposals that wait, each with the other money that may pay the same, and what was said of it. */
export function OpenFlagList({ open }: { open: readonly OpenFlags[] }) {
  return (
    <ul className="flex flex-col gap-5">
      {open.map(({ decisionId, title, bodyName, flags }) => (
        <li key={decisionId} className="flex flex-col gap-4 rounded bg-surface p-5">
          <div>
            <h3 className="text-lg">
              <a href={`/besluitvorming/${decisionId}`}>
                <Written>{title}</Written>
              </a>
            </h3>
            <p className="text-ink-soft">
              <Written>{bodyName}</Written>
            </p>
          </div>
          {flags.map((flag) => (
            <div key={flag.key} className="flex flex-col gap-2 border-t border-line pt-4">
              <FlagFacts flag={flag} />
              <FlagAnswer answer={flag.answer} />
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}
