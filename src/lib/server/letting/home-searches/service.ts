import { randomBytes } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { listNeeds } from '$lib/domain/accessibility/needs';
import type { Instant } from '$lib/domain/calendar/instant';
import { milanSupport } from '$lib/domain/rent/agency-support';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { newId } from '$lib/server/ids';
import { createDataKey } from '$lib/server/platform/secrets/data-key';
import { seal } from '$lib/server/platform/secrets/seal';
import { tell } from '$lib/server/people/messages/tell';
import { tellAnswer } from '$lib/server/letting/proposals/proposal-messages';
import * as proposals from '$lib/server/letting/proposals/repository';
import { needsPlace, type NewTenantRequest } from './home-search';
import * as requests from './repository';

/** The account's live request and its proposals; the sealed needs stay sealed. */
export async function myHomeSearch(db: Kysely<Database>, by: Actor, now: Instant) {
	const request = await requests.findLiveRequest(db, by.id);
	if (!request) return null;
	const own = await proposals.listProposals(db, { requestId: request.id }, now);
	const { id, pseudonym, facts, submittedAt } = request;
	return { request: { id, pseudonym, facts, submittedAt }, proposals: own };
}

/** Asks for an agreed-rent home. The needs are sealed with a key of this request, so that erasing the key erases them. */
export async function askForHome(trx: Transaction<Database>, input: NewTenantRequest, by: Actor, now: Instant) {
	if (!allows(by, 'applicant')) return { ok: false as const, problem: 'not-allowed' as const };
	if (input.iseeCents > milanSupport.tenantIseeMaxCents)
		return { ok: false as const, problem: 'isee-too-high' as const };
	if (await requests.findLiveRequest(trx, by.id)) return { ok: false as const, problem: 'already-asked' as const };
	const { needs, ...facts } = input;
	const id = newId();
	const key = await createDataKey(trx, now);
	await requests.insertRequest(trx, {
		id,
		account_id: by.id,
		pseudonym: `R-${randomBytes(4).toString('hex').toUpperCase()}`,
		facts: JSON.stringify(facts),
		needs_sealed: seal(key.key, needsPlace(id), listNeeds(needs)),
		data_key_id: key.id,
		submitted_at: now,
		ended_at: null,
		synthetic: by.demo ? 1 : 0
	});
	record(trx, { event: 'home_asked', by, subject: { type: 'tenant_request', id }, at: now });
	await tell(trx, 'home_search_received', ownSearch(by), now);
	return { ok: true as const, id };
}

/** Ends the request and its open proposals. Refused while a home is held for the household. */
export async function endHomeSearch(trx: Transaction<Database>, by: Actor, now: Instant) {
	const request = await requests.findLiveRequest(trx, by.id);
	if (!request) return { ok: false as const, problem: 'not-found' as const };
	const own = await proposals.listProposals(trx, { requestId: request.id }, now);
	const open = own.filter((one) => !one.releasedAt);
	if (open.some((one) => one.heldAt)) return { ok: false as const, problem: 'home-held' as const };
	for (const proposal of open) {
		await proposals.releaseProposal(trx, proposal.id, 'tenant', now);
		await tellAnswer(trx, 'tenant', 'no', proposal, now);
	}
	await requests.endRequest(trx, request.id, now);
	record(trx, { event: 'home_search_ended', by, subject: { type: 'tenant_request', id: request.id }, at: now });
	await tell(trx, 'home_search_ended', ownSearch(by), now);
	return { ok: true as const };
}

const ownSearch = (by: Actor) => ({ to: { accountId: by.id }, path: '/my/home-search', words: () => ({}) });
