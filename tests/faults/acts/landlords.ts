import { dayOf } from '$lib/domain/calendar/deadline';
import { noNeeds } from '$lib/domain/accessibility/needs';
import { newId } from '$lib/server/ids';
import { askForHome, endHomeSearch } from '$lib/server/letting/home-searches/service';
import { findLiveRequest } from '$lib/server/letting/home-searches/repository';
import { inspectListing, publishListing, refuseListing } from '$lib/server/letting/listings/inspection-service';
import { saveOwnPerson } from '$lib/server/people/persons/service';
import { beginListing, saveStep, sendListing, withdrawListing } from '$lib/server/letting/listings/service';
import { acceptProposal, declineProposal } from '$lib/server/letting/proposals/service';
import { proposeTenant } from '$lib/server/letting/proposals/suggestion-service';
import { deliverKeys, registerContract, releaseHome } from '$lib/server/letting/tenancies/letting-service';
import { homeAnswers, unmeasured } from '../../support/builders/landlord-world';
import type { AuditEvent } from '$lib/server/platform/audit/events';
import { accountOf, type Act, type Answer, type Attempt, type World } from '../world';
import { aPerson } from '../../support/builders/person';

const begins: Act = async ({ cast }) => {
	const id = newId();
	return {
		run: ({ transact }, at) => transact((trx) => beginListing(trx, id, homeAnswers.address, cast.landlord, at)),
		tells: () => ['listing_begun', 'listing_saved'],
		subject: id
	};
};

/** The listing that was begun last, or the one before it. */
async function aListing({ database }: World, who: number) {
	const all = await database.db.selectFrom('listings').select('id').orderBy('created_at', 'desc').limit(2).execute();
	return (all[who % 2] ?? all[0])?.id;
}

const ofListing =
	(event: AuditEvent, act: (id: string, world: World) => Attempt['run']): Act =>
	async (world, who) => {
		const id = await aListing(world, who);
		return id ? { run: act(id, world), tells: () => [event], subject: id } : null;
	};

const { flat, access, rent } = homeAnswers;
const inspection = (at: string) => ({ on: dayOf(at), note: '', netAreaDm2: 55_00, measures: unmeasured });

const searches: Act = async (world, who) => {
	const by = await accountOf(world, who);
	if (!by) return null;
	const facts = { people: 3, iseeCents: 18_000_00, yearlyIncomeCents: 28_000_00, neededBy: null };
	const input = { ...facts, smokes: false, hasPets: false, needs: noNeeds };
	return {
		run: ({ transact }, at) => transact((trx) => askForHome(trx, input, by, at)),
		tells: () => ['home_asked']
	};
};

const endsSearch: Act = async (world, who) => {
	const by = await accountOf(world, who);
	const search = by && (await findLiveRequest(world.database.db, by.id));
	if (!search) return null;
	return {
		run: ({ transact }, at) => transact((trx) => endHomeSearch(trx, by, at)),
		tells: () => ['home_search_ended'],
		subject: search.id
	};
};

const proposes: Act = async (world, who) => {
	const by = await accountOf(world, who);
	const search = by && (await findLiveRequest(world.database.db, by.id));
	const listing = await aListing(world, Math.floor(who / 2));
	if (!search || !listing) return null;
	return {
		run: ({ transact }, at) =>
			transact((trx) => proposeTenant(trx, listing, search.id, world.cast.officers[who % 2]!, at)),
		tells: () => ['tenant_proposed']
	};
};

/** A proposal to a person, the newest or the one before it. */
async function aProposal({ cast, database }: World, who: number) {
	const all = await database.db
		.selectFrom('listing_proposals as p')
		.innerJoin('tenant_requests', 'tenant_requests.id', 'p.tenant_request_id')
		.innerJoin('accounts', 'accounts.id', 'tenant_requests.account_id')
		.select(['p.id as proposal', 'p.listing_id as listing'])
		.where('accounts.email', '=', cast.people[who % cast.people.length]!)
		.orderBy('p.proposed_at', 'desc')
		.execute();
	return all[Math.floor(who / cast.people.length) % Math.max(1, all.length)];
}

const answering =
	(side: 'landlord' | 'tenant', yes: boolean): Act =>
	async (world, who) => {
		const which = await aProposal(world, who);
		const by = side === 'landlord' ? world.cast.landlord : await accountOf(world, who);
		if (!which || !by) return null;
		return {
			run: ({ transact }, at) =>
				transact<Answer>((trx) => (yes ? acceptProposal(trx, which, by, at) : declineProposal(trx, which, by, at))),
			tells: (answer) => [
				yes ? `proposal_accepted_by_${side}` : `proposal_declined_by_${side}`,
				...('held' in answer && answer.held ? (['home_held'] as const) : [])
			],
			subject: which.proposal
		};
	};

const ofProposal =
	(event: AuditEvent, act: (which: { listing: string; proposal: string }, world: World) => Attempt['run']): Act =>
	async (world, who) => {
		const which = await aProposal(world, who);
		return which ? { run: act(which, world), tells: () => [event] } : null;
	};

export const landlordActs = {
	'begins a listing': begins,
	'answers the listing': ofListing(
		'listing_saved',
		(id, { cast }) =>
			({ transact }, at) =>
				transact((trx) => saveStep(trx, id, { flat, access, rent }, cast.landlord, at))
	),
	'says where the agency can call': async ({ cast }) => ({
		run: ({ transact }, at) => transact((trx) => saveOwnPerson(trx, () => aPerson(), cast.landlord, at)),
		tells: () => ['contact_saved']
	}),
	'sends the listing': ofListing(
		'listing_submitted',
		(id, { cast }) =>
			({ transact }, at) =>
				transact((trx) => sendListing(trx, id, cast.landlord, at))
	),
	'withdraws the listing': ofListing(
		'listing_withdrawn',
		(id, { cast }) =>
			({ transact }, at) =>
				transact((trx) => withdrawListing(trx, id, cast.landlord, at))
	),
	'inspects the home': ofListing(
		'listing_inspected',
		(id, { cast }) =>
			({ transact }, at) =>
				transact((trx) => inspectListing(trx, id, inspection(at), cast.officers[0], at))
	),
	'publishes the listing': ofListing(
		'listing_published',
		(id, { cast }) =>
			({ transact }, at) =>
				transact((trx) => publishListing(trx, id, cast.officers[1], at))
	),
	'refuses the listing': ofListing(
		'listing_refused',
		(id, { cast }) =>
			({ transact }, at) =>
				transact((trx) => refuseListing(trx, id, 'Impianti', cast.officers[0], at))
	),
	'looks for an agreed rent': searches,
	'ends the search': endsSearch,
	'is proposed for the home': proposes,
	'says yes to the home': answering('tenant', true),
	'is said yes by the landlord': answering('landlord', true),
	'says no to the home': answering('tenant', false),
	'is said no by the landlord': answering('landlord', false),
	'has the contract of the home': ofProposal(
		'contract_registered',
		(which, { cast }) =>
			({ transact }, at) =>
				transact((trx) => registerContract(trx, which, { on: dayOf(at), document: 'TN1-77' }, cast.officers[0], at))
	),
	'gets the keys of the home': ofProposal(
		'keys_delivered',
		(which, { cast }) =>
			({ transact }, at) =>
				transact((trx) => deliverKeys(trx, which, dayOf(at), cast.officers[1], at))
	),
	'has the home released': ofProposal(
		'home_released',
		(which, { cast }) =>
			({ transact }, at) =>
				transact((trx) => releaseHome(trx, which, 'Rinuncia', cast.officers[0], at))
	)
} satisfies Record<string, Act>;
