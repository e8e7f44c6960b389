import { dayOf } from '$lib/domain/calendar/deadline';
import type { JourneyState } from '$lib/domain/application/journey';
import { expireOffers } from '$lib/server/letting/offers/expire-offers';
import { acceptOffer, refuseOffer, withdrawOffer } from '$lib/server/letting/offers/service';
import { recordStep } from '$lib/server/letting/tenancies/service';
import { myRequests } from '$lib/server/requests/applications/reading-service';
import { allowed } from '../play-rounds';
import { afterDeadline, type Reached, type Stage } from './state';

type Offer = Stage & { readonly id: string; readonly deadline: string };

/** Each state, and how the demo applicant's offer gets there from the states that come before it. */
const reach = {
	made: async () => {},
	accepted: async (on: Offer) => void (await accept(on)),
	'contract-registered': async (on: Offer) => void (await register(on)),

	async 'keys-delivered'(on: Offer) {
		const tenancy = await register(on);
		const keys = { event: 'keys_delivered', on: dayOf(on.now) } as const;
		allowed(await recordStep(on.trx, tenancy, keys, on.cast.funzionario, on.now));
	},

	async refused(on: Offer) {
		allowed(await refuseOffer(on.trx, on.id, 'distance', on.cast.richiedente, on.now));
	},

	async expired(on: Offer) {
		const later = await afterDeadline(on, on.deadline);
		await expireOffers(on.trx, later.now);
	},

	async withdrawn(on: Offer) {
		const withdrawal = { id: on.id, reason: 'Dimostrazione: l’alloggio non è più libero.', dueToHousehold: false };
		allowed(await withdrawOffer(on.trx, withdrawal, on.cast.funzionario, on.now));
	}
};

export type OfferState = keyof typeof reach;
export const offerStates = Object.keys(reach) as OfferState[];

/** Where the offer may stand before, as the applicant's page says it; once answered, it goes no way back. */
const before: Readonly<Record<OfferState, readonly JourneyState[]>> = {
	made: ['offer-open'],
	accepted: ['offer-open', 'accepted'],
	'contract-registered': ['offer-open', 'accepted', 'contract-signed'],
	'keys-delivered': ['offer-open', 'accepted', 'contract-signed', 'keys-delivered'],
	refused: ['offer-open', 'offer-refused'],
	expired: ['offer-open', 'offer-expired'],
	withdrawn: ['offer-open', 'accepted']
};

/** Brings the offer of the demo applicant into a state. */
export async function reachOffer(stage: Stage, state: OfferState): Promise<Reached> {
	const { requests } = await myRequests(stage.trx, stage.cast.richiedente, stage.now);
	const request = requests.find(({ offer }) => offer !== null);
	if (!request?.offer || !before[state].includes(request.journey.state)) {
		const stands = request?.journey.state ?? 'missing';
		return { ok: false, problem: `the offer is ${stands} and cannot become ${state}: "demo reset" starts anew` };
	}
	const { id, deadline } = request.offer;
	await reach[state]({ ...stage, id, deadline });
	return { ok: true, account: 'richiedente', path: `/my/offers/${id}` };
}

/** A second yes finds the tenancy of the first. */
async function accept({ trx, id, cast, now }: Offer): Promise<string> {
	return allowed(await acceptOffer(trx, id, cast.richiedente, now)).tenancyId;
}

async function register(on: Offer): Promise<string> {
	const tenancy = await accept(on);
	const contract = { event: 'contract_registered', number: 'DEMO-3T-9001', on: dayOf(on.now) } as const;
	allowed(await recordStep(on.trx, tenancy, contract, on.cast.funzionario, on.now));
	return tenancy;
}
