import type { Transaction } from 'kysely';
import { record } from '$lib/server/platform/audit/record';
import { system, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { deliverKeys, registerContract } from '$lib/server/letting/tenancies/letting-service';
import { acceptProposal as writeYes } from '$lib/server/letting/proposals/repository';
import { acceptProposal } from '$lib/server/letting/proposals/service';
import { suggestionsOfDay } from '$lib/server/letting/proposals/day-suggestions';
import { proposeTenant } from '$lib/server/letting/proposals/suggestion-service';
import type { LoadDay } from './day';
import { allowed } from './play-rounds';

/** Days from today: when tenants were proposed, and what became of the first of them. */
export type Proposals = {
	readonly proposed: readonly number[];
	readonly landlordYes?: number;
	readonly tenantYes?: number;
	readonly contract?: number;
	readonly keys?: number;
};

type With = { readonly landlord: Actor; readonly officer: Actor; readonly load: LoadDay };

/** The households proposed for a flat are among those that the portal suggests. */
export async function playProposals(
	trx: Transaction<Database>,
	listingId: string,
	days: Proposals,
	{ landlord, officer, load }: With
): Promise<void> {
	const made: string[] = [];
	for (const day of days.proposed) {
		const { suggestions } = await suggestionsOfDay(trx, load.at(day));
		const suggested = suggestions.find(({ home }) => home === listingId);
		if (!suggested) throw new Error('The demo world has no tenant to suggest for a listing: change the story.');
		made.push(allowed(await proposeTenant(trx, listingId, suggested.seeker, officer, load.at(day))).id);
	}
	const first = made[0]!;
	const letting = { listing: listingId, proposal: first };
	if (days.landlordYes !== undefined) allowed(await acceptProposal(trx, letting, landlord, load.at(days.landlordYes)));
	if (days.tenantYes === undefined) return;
	// The household is invented and has no account, so this code records its yes.
	const at = load.at(days.tenantYes);
	await writeYes(trx, first, 'tenant', true, at);
	record(trx, { event: 'home_held', by: system, subject: { type: 'listing', id: listingId }, at });
	if (days.contract === undefined) return;
	const contract = { on: load.day(days.contract), document: 'DEMO-3T-2001' };
	allowed(await registerContract(trx, letting, contract, officer, load.at(days.contract, '15:00')));
	if (days.keys === undefined) return;
	allowed(await deliverKeys(trx, letting, load.day(days.keys), officer, load.at(days.keys, '16:00')));
}
