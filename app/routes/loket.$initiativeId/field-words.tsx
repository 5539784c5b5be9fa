import { useTranslation } from 'react-i18next';
import { Written } from '#app/components/content/written.tsx';
import type { TextPiece } from '#app/modules/initiatives/differences.ts';

/** The name of a field of a plan, as the public pages call it. */
export function FieldName({ field }: { field: string }) {
  const { t } = useTranslation();
  return <>{(t as (key: string) => string)(`initiatives:field.${field}`)}</>;
}

/** A piece of a changed text; what came in or went out is also said in words. */
export function PieceText({ piece }: { piece: TextPiece }) {
  const { t } = useTranslation('loket');
  if (piece.kind === 'same')
    return (
      <>
        <Written>{piece.text}</Written>
      </>
    );
  const Tag = piece.kind === 'added' ? 'ins' : 'del';
  return (
    <Tag className={`rounded-sm decoration-2 ${piece.kind === 'added' ? 'bg-tint-garden' : 'bg-tint-brick'}`}>
      <span className="sr-only">{t(piece.kind === 'added' ? 'dossier.added' : 'dossier.removed')} </span>
      <Written>{piece.text}</Written>
    </Tag>
  );
}
