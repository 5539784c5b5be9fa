import { type FormMetadata, FormProvider, getFormProps } from '@conform-to/react';
import type { ReactNode } from 'react';
import { FormErrors } from './form-errors.tsx';

type FormFrameProps = {
  /** From Conform's `useForm`. */
  form: FormMetadata;
  /** Label per field name, for the summary of mistakes. */
  labels: Readonly<Record<string, string>>;
  /** Where it goes; the page itself when left out. */
  action?: string;
  /** For forms with a `FileField`. */
  withFiles?: boolean;
  children: ReactNode;
};

/** A form that posts: mistakes on top, fields below each other with room between. */
export function FormFrame({ form, labels, action, withFiles = false, children }: FormFrameProps) {
  return (
    <FormProvider context={form.context}>
      <form
        {...getFormProps(form)}
        method="post"
        action={action}
        encType={withFiles ? 'multipart/form-data' : undefined}
        // Our own texts name a mistake in the language of the page; the browser's do not.
        noValidate
        className="flex flex-col gap-7"
      >
        <FormErrors form={form} labels={labels} />
        {children}
      </form>
    </FormProvider>
  );
}
