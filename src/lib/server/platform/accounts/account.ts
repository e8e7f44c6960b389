import type { Instant } from '$lib/domain/calendar/instant';
import type { AccountsTable } from './table';

export type Account = {
	readonly id: string;
	readonly email: string;
	readonly name: string;
	readonly role: AccountsTable['role'];
	readonly organisationId: string | null;
	/** Empty until a password is chosen. */
	readonly passwordHash: string;
	readonly emailConfirmedAt: Instant | null;
	/** The sealed secret of the second factor; null without one. */
	readonly totpSealed: string | null;
	readonly totpLastStep: number | null;
	readonly dataKeyId: string | null;
	readonly locale: string;
	readonly demo: boolean;
	readonly createdAt: Instant;
	readonly disabledAt: Instant | null;
};

type Given = Pick<Account, 'id' | 'email' | 'name' | 'role' | 'createdAt'>;

/** A new account: it cannot sign in before it has a password and a confirmed address. */
export const newAccount = (given: Given & Partial<Account>): Account => ({
	organisationId: null,
	passwordHash: '',
	emailConfirmedAt: null,
	totpSealed: null,
	totpLastStep: null,
	dataKeyId: null,
	locale: 'it',
	demo: false,
	disabledAt: null,
	...given
});
