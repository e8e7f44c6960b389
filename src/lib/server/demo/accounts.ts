import type { Insertable } from 'kysely';
import type { AccountsTable } from '$lib/server/platform/accounts/table';
import type { LoadDay } from './day';
import type { Organisations } from './organisations';
import type { Random } from './random';

/** Public on purpose: the accounts of the demo hold invented data only, and production refuses them. */
export const DEMO_PASSWORD = 'chiavi-demo';

const DOMAIN = 'chiavi.example';

type DemoAccount = {
	readonly key: string;
	readonly name: string;
	readonly role: AccountsTable['role'];
	readonly organisation: keyof Organisations | null;
};

/**
 * One invented person for each role, and a second officer and manager, because the person who prepares a round cannot
 * approve it.
 */
const people = [
	{ key: 'richiedente', name: 'Nadia Esempio', role: 'applicant', organisation: null },
	{ key: 'operatore', name: 'Omar Esempio', role: 'caseworker', organisation: 'thirdSector' },
	{ key: 'proprietario', name: 'Pietro Esempio', role: 'landlord', organisation: null },
	{ key: 'proprietario2', name: 'Pia Esempio', role: 'landlord', organisation: null },
	{ key: 'funzionario', name: 'Franca Esempio', role: 'officer', organisation: 'agency' },
	{ key: 'funzionario2', name: 'Fabio Esempio', role: 'officer', organisation: 'agency' },
	{ key: 'dirigente', name: 'Daria Esempio', role: 'manager', organisation: 'agency' },
	{ key: 'dirigente2', name: 'Dario Esempio', role: 'manager', organisation: 'agency' },
	{ key: 'programma', name: 'Paola Esempio', role: 'programme', organisation: 'comune' },
	{ key: 'revisore', name: 'Renzo Esempio', role: 'auditor', organisation: 'comune' },
	{ key: 'amministratore', name: 'Ada Esempio', role: 'administrator', organisation: 'agency' },
	// These come last so that the ids of the others stay the same. The first uses a wheelchair and has begun a request; the
	// second may be reached by a safe contact only.
	{ key: 'richiedente2', name: 'Rita Esempio', role: 'applicant', organisation: null },
	{ key: 'richiedente3', name: 'Sara Esempio', role: 'applicant', organisation: null }
] as const satisfies readonly DemoAccount[];

/**
 * Households of the running notice whose files stand at different points (`play-files.ts`). Any of them can sign in; no list names
 * them, because a visitor begins with the people above.
 */
const households = [
	{ key: 'nucleo1', name: 'Bruno Esempio', role: 'applicant', organisation: null },
	{ key: 'nucleo2', name: 'Carla Esempio', role: 'applicant', organisation: null },
	{ key: 'nucleo3', name: 'Dino Esempio', role: 'applicant', organisation: null },
	{ key: 'nucleo4', name: 'Elsa Esempio', role: 'applicant', organisation: null },
	{ key: 'nucleo5', name: 'Fulvio Esempio', role: 'applicant', organisation: null },
	{ key: 'nucleo6', name: 'Gina Esempio', role: 'applicant', organisation: null },
	{ key: 'nucleo7', name: 'Hamid Esempio', role: 'applicant', organisation: null }
] as const satisfies readonly DemoAccount[];

export const householdKeys = households.map(({ key }) => key);

const everybody = [...people, ...households];

export type DemoAccountKey = (typeof everybody)[number]['key'];

export type DemoAccounts = { readonly [key in DemoAccountKey]: Insertable<AccountsTable> };

export const emailOf = (key: DemoAccountKey): string => `${key}@${DOMAIN}`;

/** The accounts that the demo page and the start message list. */
export const demoAccounts: readonly { email: string; name: string; role: AccountsTable['role'] }[] = people.map(
	({ key, name, role }) => ({ email: emailOf(key), name, role })
);

/** Rows of the demo accounts, confirmed and marked as demo; `passwordHash` is of `DEMO_PASSWORD`, `keyIds` seal the data of the applicants. */
export function accountRows(
	random: Random,
	{ at }: LoadDay,
	organisations: Organisations,
	passwordHash: string,
	keyIds: Partial<Record<DemoAccountKey, string>>
): DemoAccounts {
	const created = at(-300);
	const row = ({ key, name, role, organisation }: (typeof everybody)[number]): Insertable<AccountsTable> => ({
		id: random.id(created),
		email: emailOf(key),
		name,
		role,
		organisation_id: organisation && organisations[organisation].id,
		password_hash: passwordHash,
		email_confirmed_at: created,
		totp_sealed: null,
		totp_last_step: null,
		data_key_id: keyIds[key] ?? null,
		locale: 'it',
		demo: 1,
		created_at: created,
		disabled_at: null,
		leads_organisation: role === 'caseworker' ? 1 : 0
	});
	return Object.fromEntries(everybody.map((person) => [person.key, row(person)])) as DemoAccounts;
}
