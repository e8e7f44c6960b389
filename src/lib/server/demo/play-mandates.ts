import type { Transaction } from 'kysely';
import { newId } from '$lib/server/ids';
import { revokeMandate } from '$lib/server/people/mandates/end';
import { proposeMandate, type Proposal } from '$lib/server/people/mandates/propose';
import { findMandate } from '$lib/server/people/mandates/repository';
import { beginOnOwnPage } from '$lib/server/people/mandates/say-yes';
import type { Database } from '$lib/server/schema';
import { emailOf } from './accounts';
import { allowed } from './play-rounds';
import { insertOrganisation } from './repository';
import type { World } from './world';

const both = ['request', 'offer'] as const;

/**
 * A mandate in each state: one that helps a household with a draft, one that waits for a signature, one that the person took
 * back, and one of a second organisation.
 */
export async function playMandates(trx: Transaction<Database>, { cast, load }: World): Promise<void> {
	const { operatore, richiedente2 } = cast;
	const rita = { name: richiedente2.name, email: emailOf('richiedente2') };
	const propose = async (about: Omit<Proposal, 'id' | 'procedures'>, daysAgo: number, by = operatore) => {
		const id = newId();
		allowed(await proposeMandate(trx, { id, procedures: both, ...about }, by, load.at(-daysAgo)));
		return id;
	};
	const helped = await propose({ ...rita, days: 182 }, 20);
	allowed(await beginOnOwnPage(trx, helped, richiedente2, load.at(-20, '15:30')));
	await propose({ name: 'Luisa Esempio', email: null, days: 365 }, 2);
	const refused = await propose({ name: 'Ivan Esempio', email: null, days: 31 }, 6);
	const { accountId } = (await findMandate(trx, refused))!;
	const ivan = { ...richiedente2, id: accountId!, name: 'Ivan Esempio' };
	allowed(await revokeMandate(trx, refused, ivan, load.at(-5)));
	const organisationId = await insertOrganisation(trx, 'Sportello Casa (associazione inventata)', load.at(-300));
	const second = await propose({ ...rita, days: 31 }, 10, { ...operatore, organisationId });
	allowed(await beginOnOwnPage(trx, second, richiedente2, load.at(-10, '16:00')));
}
