import type { ReactNode } from 'react';
import { SubmitButton } from '../forms/buttons.tsx';
import { Notice } from '../page/notice.tsx';

type SignInAgainProps = {
  title: string;
  submit: string;
  /** Why, and how much time there is then. */
  children: ReactNode;
};

/** For what needs somebody who signed in just now: leads to the sign-in page by the intent `sign-in-again`. */
export function SignInAgain({ title, submit, children }: SignInAgainProps) {
  return (
    <Notice title={title}>
      <p>{children}</p>
      <form method="post" className="mt-4">
        <SubmitButton name="intent" value="sign-in-again">
          {submit}
        </SubmitButton>
      </form>
    </Notice>
  );
}
