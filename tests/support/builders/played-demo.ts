import { now } from '$lib/server/clock';
import { noNeeds } from '$lib/domain/accessibility/needs';
import { loadDemo } from '$lib/server/demo/load';
import { castInPortal } from '$lib/server/demo/states/cast-in-portal';
import { reachListing } from '$lib/server/demo/states/listing-states';
import { reachOffer } from '$lib/server/demo/states/offer-states';
import type { Stage } from '$lib/server/demo/states/state';
import { reachRequest } from '$lib/server/demo/states/request-states';
import { askForHome } from '$lib/server/letting/home-searches/service';
import { findDuplicates } from '$lib/server/requests/duplicates/find';
import type { Actor } from '$lib/server/platform/auth/actor';
import { newId } from '$lib/server/ids';
import { noteReading } from '$lib/server/people/readings/service';
import { openTestDatabase, type TestDatabase } from '../database';

/** A person of the demo, with the mail address. */
export type DemoPerson = Actor & { readonly email: string };

/** The demo, played on until every part of it holds something of somebody, with its people. */
export async function playedDemo(): Promise<{ database: TestDatabase; people: DemoPerson[] }> {
	const database = await openTestDatabase();
	await loadDemo(database.transact, now());
	await findDuplicates(database, now());
	const rows = await database.db
		.selectFrom('accounts')
		.select(['id', 'role', 'name', 'email', 'organisation_id as organisationId'])
		.execute();
	await playOn(database);
	return { database, people: rows.map((row) => ({ ...row, demo: true })) };
}

/** Why an officer opened a person's details in that world. */
export const WHY = 'Chiamata per la visita di controllo';

/** The demo goes on: an offer and a listing end with keys, a household looks for a home, a request is excluded. */
async function playOn(database: TestDatabase) {
	const cast = (await castInPortal(database.db))!;
	const search = {
		people: 2,
		iseeCents: 900_000,
		yearlyIncomeCents: null,
		neededBy: null,
		smokes: false,
		hasPets: false
	};
	await database.transact(async (trx) => {
		const stage = { trx, cast, now: now() };
		const reached = [
			await reachOffer(stage, 'keys-delivered'),
			await reachListing(stage, 'keys-delivered'),
			await reachRequest(stage, 'rejection-notified'),
			// The request is withdrawn and begun anew.
			await reachRequest(stage, 'draft'),
			await askForHome(trx, { ...search, needs: noNeeds }, cast.richiedente2, stage.now)
		];
		for (const one of reached) if (!one.ok) throw new Error(one.problem);
		await visitAndRead(stage);
		return { ok: true };
	});
}

/** A visit is booked, and an officer opens the details of a person. */
async function visitAndRead({ trx, cast, now: at }: Stage) {
	const offer = await trx
		.selectFrom('offers')
		.innerJoin('applications', 'applications.id', 'application_id')
		.select(['offers.id', 'dwelling_id'])
		.where('account_id', 'is not', null)
		.executeTakeFirstOrThrow();
	const visit = { id: newId(), dwelling_id: offer.dwelling_id, offer_id: offer.id, created_by: null };
	await trx
		.insertInto('viewings')
		.values({ ...visit, starts_at: at })
		.execute();
	const read = { accountId: cast.richiedente.id, subject: { type: 'offer' as const, id: offer.id }, reason: WHY };
	await noteReading(trx, read, cast.funzionario, at);
}
