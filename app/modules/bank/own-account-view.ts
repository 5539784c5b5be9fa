import type { Instant } from '#app/kernel/instant.ts';
import type { MaskedAccount } from './iban.ts';
import type { LookWords } from './look.ts';

/** The account to which somebody is paid, as it may be shown. */
export type OwnAccount = MaskedAccount & { id: string; addedAt: Instant };

/** Somebody saw the whole number. Who is said by role, never by name. */
export type OwnLook = LookWords & { at: Instant; lastFour: string };

export type OwnAccountView = { account: OwnAccount | null; looks: OwnLook[] };
