import { useState } from 'react';
import { guardLoader } from '#app/http/guard.server.ts';
import { everyone } from '#app/modules/people/policy.ts';
export const loader = guardLoader(everyone, () => ({}));
export const handle = { hydrate: true };
export default function Try() { const [n, set] = useState(0); return <button onClick={() => set(n + 1)}>teller {n}</button>; }
