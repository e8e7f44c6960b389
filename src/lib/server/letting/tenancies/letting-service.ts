import type { Kysely, Transaction } from 'kysely';
import { romeInstant } from '$lib/domain/calendar/deadline';
import type { Day, Instant } from '$lib/domain/calendar/instant';
import { canStep, type TenancyEvent } from '$lib/domain/tenancies/tenancy-state';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import { sealText } from '$lib/server/platform/secrets/sealed-text';
import type { Database } from '$lib/server/schema';
import { newId } from '$lib/server/ids';
import { mayBeLet } from '$lib/server/letting/listings/may-be-let';
import type { Proposal } from '$lib/domain/matching/proposal';
import { tellBoth } from '$lib/server/letting/proposals/proposal-messages';
import * as proposals from '$lib/server/letting/proposals/repository';
import * as requests from '$lib/server/letting/home-searches/repository';
import * as tenancies from './repository';

/** The proposal whose home is let, and the listing that the page's address names. */
export type Letting = { readonly listing: string; readonly proposal: string };

const refused = <Problem extends string>(problem: Problem) => ({ ok: false as const, problem });

/** The tenancy of a proposal with its steps; null before the contract. */
export async function tenancyOf(db: Kysely<Database>, proposalId: string) {
	return tenancies.findTenancyOfProposal(db, proposalId);
}

/** The contract was registered: the held home is assigned and a tenancy begins. `on`: day of registration. */
export async function registerContract(
	trx: Transaction<Database>,
	letting: Letting,
	input: { on: Day; document: string },
	by: Actor,
	now: Instant
) {
	const held = await takeHeld(trx, letting, by, now);
	if (!held.ok) return held;
	const { proposal } = held;
	if (await tenancies.findTenancyOfProposal(trx, letting.proposal)) return refused('already-done');
	if (!(await mayBeLet(trx, proposal))) return refused('home-gone');
	const assigned: TenancyEvent = { event: 'assigned', at: proposal.heldAt! };
	const step = canStep([assigned], 'contract_registered', input.on, now);
	if (!step.ok) return step;
	const id = newId();
	const home = { dwelling_id: proposal.dwellingId!, offer_id: null, proposal_id: letting.proposal };
	await tenancies.insertTenancy(trx, { id, ...home, started_at: assigned.at, ended_at: null });
	await tenancies.insertTenancyEvent(trx, eventRow(id, 'assigned', assigned.at, by, null));
	const at = momentOn(input.on, assigned.at);
	await tenancies.insertTenancyEvent(trx, eventRow(id, 'contract_registered', at, by, input.document));
	record(trx, { event: 'contract_registered', by, subject: { type: 'tenancy', id }, at: now });
	await tellBoth(trx, ['contract_registered', 'contract_registered_landlord'], proposal, now);
	return { ok: true as const };
}

/** The keys were delivered on that day; the household's search ends. */
export async function deliverKeys(trx: Transaction<Database>, letting: Letting, on: Day, by: Actor, now: Instant) {
	const held = await takeHeld(trx, letting, by, now);
	if (!held.ok) return held;
	const tenancy = await tenancies.findTenancyOfProposal(trx, letting.proposal);
	if (!tenancy) return refused('step-missing');
	const step = canStep(tenancy.events, 'keys_delivered', on, now);
	if (!step.ok) return step;
	const last = tenancy.events.at(-1)!.at;
	await tenancies.insertTenancyEvent(trx, eventRow(tenancy.id, 'keys_delivered', momentOn(on, last), by, null));
	await requests.endRequest(trx, held.proposal.requestId, now);
	record(trx, { event: 'keys_delivered', by, subject: { type: 'tenancy', id: tenancy.id }, at: now });
	await tellBoth(trx, ['keys_delivered', 'keys_delivered_landlord'], held.proposal, now);
	return { ok: true as const };
}

/** The agency frees a held home, with a reason, before the contract. */
export async function releaseHome(
	trx: Transaction<Database>,
	letting: Letting,
	reason: string,
	by: Actor,
	now: Instant
) {
	const held = await takeHeld(trx, letting, by, now);
	if (!held.ok) return held;
	if (await tenancies.findTenancyOfProposal(trx, letting.proposal)) return refused('already-done');
	await proposals.releaseProposal(trx, letting.proposal, 'agency', now);
	const subject = { type: 'listing_proposal', id: letting.proposal } as const;
	const [request] = await requests.listRequests(trx, [held.proposal.requestId]);
	const sealed = await sealText(trx, request!.dataKeyId, `home_released:${subject.id}`, reason);
	record(trx, { event: 'home_released', by, subject, reason: sealed, at: now });
	await tellBoth(trx, ['home_released_tenant', 'home_released_landlord'], held.proposal, now);
	return { ok: true as const };
}

async function takeHeld(trx: Transaction<Database>, { listing, proposal: id }: Letting, by: Actor, now: Instant) {
	if (!allows(by, 'officer', 'manager')) return refused('not-allowed');
	const proposal: Proposal | undefined = await proposals.lockProposal(trx, id, now);
	if (proposal?.listingId !== listing) return refused('not-found');
	if (proposal.releasedBy === 'time') return refused('hold-ended');
	if (!proposal.heldAt || proposal.releasedAt || !proposal.dwellingId) return refused('not-held');
	return { ok: true as const, proposal };
}

/** Noon of the day, or the step before it when that is later: the order of the steps stays readable. */
function momentOn(day: Day, before: Instant): Instant {
	const noon = romeInstant(day, '12:00:00');
	return noon > before ? noon : before;
}

const eventRow = (
	tenancy: string,
	event: 'assigned' | 'contract_registered' | 'keys_delivered',
	at: Instant,
	by: Actor,
	document: string | null
) => ({ id: newId(), tenancy_id: tenancy, event, at, account_id: by.id, document });
