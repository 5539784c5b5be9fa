import { createContext, useContext } from 'react';

/** Number of this page's scripts, on the server only: the browser hides it from scripts, and hydration keeps what is there. */
export const NonceContext = createContext<string | undefined>(undefined);

export function useNonce(): string | undefined {
  return useContext(NonceContext);
}
