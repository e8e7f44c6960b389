import { confirmEmail } from '$lib/server/platform/accounts/confirm-email';
import { signUp } from '$lib/server/platform/accounts/sign-up';
import type { Act } from '../world';

const addressOf = (people: readonly string[], who: number) => people[who % people.length]!;

const asksToSignUp: Act = async ({ cast }, who) => {
	const email = addressOf(cast.people, who);
	const resident = { email, name: 'Prova Esempio', role: 'applicant', locale: 'it', next: null } as const;
	return {
		run: async ({ transact }) => {
			await transact((trx) => signUp(trx, resident));
			return { ok: true };
		},
		// The log tells of the account, once it is made.
		tells: () => []
	};
};

/** The link of the newest mail, or of the one before it. */
const confirms: Act = async ({ cast, mailbox }, who) => {
	const links = mailbox.links(addressOf(cast.people, who));
	const token = links.at(who % 2 === 0 ? -1 : -2) ?? links.at(-1);
	if (!token) return null;
	return {
		run: ({ transact }, at) => transact((trx) => confirmEmail(trx, { token, passwordHash: 'chosen' }, at)),
		tells: () => ['email_confirmed']
	};
};

export const peopleActs = { 'asks to sign up': asksToSignUp, 'confirms the address': confirms } satisfies Record<
	string,
	Act
>;
