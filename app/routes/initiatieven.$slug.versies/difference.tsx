import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import type { FieldDifference, TextPiece } from '#app/modules/initiatives/differences.ts';

/** One field with what came in and what went out, said in words too for who does not see colours. */
export function Difference({ difference }: { difference: FieldDifference }) {
  const { t } = useTranslation();
  const label = (t as (key: string) => string)(`initiatives:field.${difference.field}`);
  return (
    <div className="rounded bg-surface p-4">
      <h3 className="mb-1 text-base font-bold">{label}</h3>
      <p className="break-words whitespace-pre-line">
        {difference.pieces.map((piece, index) => (
          <Piece key={index} piece={piece} />
        ))}
      </p>
    </div>
  );
}

function Piece({ piece }: { piece: TextPiece }) {
  const { t } = useTranslation('initiatives');
  if (piece.kind === 'same')
    return (
      <>
        <Written>{piece.text}</Written>
      </>
    );
  if (piece.kind === 'added') {
    return (
      <ins className="rounded-sm bg-tint-garden decoration-2">
        <span className="sr-only">[{t('versions.added')}: </span>
        <Written>{piece.text}</Written>
        <span className="sr-only">]</span>
      </ins>
    );
  }
  return (
    <del className="rounded-sm bg-tint-brick decoration-2">
      <span className="sr-only">[{t('versions.removed')}: </span>
      <Written>{piece.text}</Written>
      <span className="sr-only">]</span>
    </del>
  );
}
