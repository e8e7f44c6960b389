import { dayOf } from '$lib/domain/calendar/deadline';
import { listRounds } from '$lib/server/allocation/rounds/repository';
import { makeOffers } from '$lib/server/letting/offers/make-offers';
import { acceptOffer, refuseOffer, withdrawOffer } from '$lib/server/letting/offers/service';
import { recordStep } from '$lib/server/letting/tenancies/service';
import { decideRejection, notifyRejection } from '$lib/server/requests/rejections/service';
import { accountOf, type Act, type World } from '../world';
import { newestRequest } from './requests';

const offers: Act = async ({ cast, database }, who) => {
	const round = (await listRounds(database.db, cast.notice)).find(({ publishedAt }) => publishedAt !== null);
	if (!round) return null;
	return {
		run: ({ transact }, at) => transact((trx) => makeOffers(trx, { roundId: round.id }, cast.officers[who % 2]!, at)),
		tells: (answer) => {
			const { made = 0, replaced = 0 } = answer as { made?: number; replaced?: number };
			return [
				...Array<'offer_made'>(made).fill('offer_made'),
				...Array<'offer_withdrawn'>(replaced).fill('offer_withdrawn')
			];
		}
	};
};

/** The offer that a person got last. */
async function newestOffer({ cast, database }: World, who: number) {
	return database.db
		.selectFrom('offers')
		.innerJoin('applications', 'applications.id', 'offers.application_id')
		.innerJoin('accounts', 'accounts.id', 'applications.account_id')
		.select('offers.id')
		.where('accounts.email', '=', cast.people[who % cast.people.length]!)
		.orderBy('offers.made_at', 'desc')
		.executeTakeFirst();
}

const accepts: Act = async (world, who) => {
	const [offer, by] = [await newestOffer(world, who), await accountOf(world, who)];
	if (!offer || !by) return null;
	return {
		run: ({ transact }, at) => transact((trx) => acceptOffer(trx, offer.id, by, at)),
		tells: () => ['offer_accepted'],
		subject: offer.id
	};
};

const refuses: Act = async (world, who) => {
	const [offer, by] = [await newestOffer(world, who), await accountOf(world, who)];
	if (!offer || !by) return null;
	const reason = world.step % 2 === 0 ? 'needs' : 'other';
	return {
		run: ({ transact }, at) => transact((trx) => refuseOffer(trx, offer.id, reason, by, at)),
		tells: () => ['offer_refused'],
		subject: offer.id
	};
};

const takesBack: Act = async (world, who) => {
	const offer = await newestOffer(world, who);
	if (!offer) return null;
	const input = { id: offer.id, reason: 'Verifica', dueToHousehold: who % 2 === 0 };
	return {
		run: ({ transact }, at) => transact((trx) => withdrawOffer(trx, input, world.cast.officers[0], at)),
		tells: () => ['offer_withdrawn'],
		subject: offer.id
	};
};

const stepOfTenancy =
	(event: 'contract_registered' | 'keys_delivered'): Act =>
	async (world, who) => {
		const offer = await newestOffer(world, who);
		const tenancy =
			offer &&
			(await world.database.db
				.selectFrom('tenancies')
				.select('id')
				.where('offer_id', '=', offer.id)
				.executeTakeFirst());
		if (!tenancy) return null;
		return {
			run: ({ transact }, at) => {
				const on = dayOf(at);
				const step = event === 'keys_delivered' ? { event, on } : { event, on, number: '3T/77' };
				return transact((trx) => recordStep(trx, tenancy.id, step, world.cast.officers[who % 2]!, at));
			},
			tells: () => [event],
			subject: tenancy.id
		};
	};

const rejects: Act = async (world, who) => {
	const request = await newestRequest(world, who);
	if (!request) return null;
	const input = { noticeId: world.cast.notice, pseudonym: request.pseudonym, reason: 'Reddito' };
	return {
		run: ({ transact }, at) => transact((trx) => notifyRejection(trx, input, world.cast.officers[who % 2]!, at)),
		tells: () => ['rejection_notified'],
		subject: request.id
	};
};

const decides =
	(outcome: 'excluded' | 'dropped'): Act =>
	async (world, who) => {
		const request = await newestRequest(world, who);
		const found =
			request &&
			(await world.database.db
				.selectFrom('rejections')
				.select('id')
				.where('application_id', '=', request.id)
				.orderBy('notified_at', 'desc')
				.executeTakeFirst());
		if (!found) return null;
		return {
			run: ({ transact }, at) =>
				transact((trx) => decideRejection(trx, { id: found.id, outcome }, world.cast.officers[0], at)),
			tells: () => [outcome === 'excluded' ? 'application_excluded' : 'rejection_dropped'],
			subject: request.id
		};
	};

export const offerActs = {
	'makes the offers': offers,
	'accepts the offer': accepts,
	'refuses the offer': refuses,
	'takes the offer back': takesBack,
	'registers the contract': stepOfTenancy('contract_registered'),
	'hands over the keys': stepOfTenancy('keys_delivered'),
	'announces a rejection': rejects,
	'excludes the request': decides('excluded'),
	'drops the rejection': decides('dropped')
} satisfies Record<string, Act>;
