import { Form, useNavigation } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '#app/kernel/ids.ts';
import { longestNote } from '#app/modules/gatherings/wall.ts';
import { SubmitButton } from '../../forms/buttons.tsx';

/** Makes a pile. The page stays, so each pile gets an id of its own after the first. */
export function NewPile({ here, formKey }: { here: string; formKey: string }) {
  const { t } = useTranslation('gatheringRoom');
  const [id, setId] = useState(formKey);
  const form = useRef<HTMLFormElement>(null);
  const navigation = useNavigation();
  const isMaking = navigation.formData?.get('intent') === 'pile-add';
  const wasMaking = useRef(false);
  useEffect(() => {
    if (wasMaking.current && !isMaking) {
      form.current?.reset();
      setId(newId());
    }
    wasMaking.current = isMaking;
  }, [isMaking]);
  return (
    <Form ref={form} method="post" action={here} className="wall-column flex flex-col gap-2">
      <input type="hidden" name="id" value={id} />
      <label className="block">
        <span className="mb-1 block font-semibold">{t('work.newPile')}</span>
        <input name="name" className="input" maxLength={longestNote.pile} autoComplete="off" />
      </label>
      <SubmitButton tone="quiet" icon="plus" name="intent" value="pile-add">
        {t('work.makePile')}
      </SubmitButton>
    </Form>
  );
}
