import type { Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';
import { expireOffers } from '$lib/server/letting/offers/expire-offers';
import { makeOffers } from '$lib/server/letting/offers/make-offers';
import { listNoticeOffers } from '$lib/server/letting/offers/repository';
import { dayOf } from '$lib/domain/calendar/deadline';
import { isClosedDay } from '$lib/domain/calendar/holidays';
import { addSlot } from '$lib/server/letting/offers/viewing-service';
import { decideRejection, notifyRejection } from '$lib/server/requests/rejections/service';
import { recordStep } from '$lib/server/letting/tenancies/service';
import { playAnswer } from './play-answers';
import type { DemoAccountKey } from './accounts';
import { playContest, playCorrectedLine } from './play-contest';
import { allowed, playRound } from './play-rounds';
import type { World } from './world';

/** Days from today. The deadline of the second offers is ten days after they are made: in three days. */
const PROVISIONAL = -62;
const REJECTION = -61;
const EXCLUSION = -50;
/** Fifteen days for corrections have passed. */
const FIRST_ROUND = -40;
const FIRST_OFFERS = -34;
const SECOND_ROUND = -14;
const SECOND_OFFERS = -7;
/** As the notice says. */
const OFFER_DAYS = 10;

/** How many homes are offered at first; the others, the demo applicant's among them, later. */
const AT_FIRST = 9;

/**
 * How the first offers ended: days of the yes, the contract and the keys. One household refused, one refused with a
 * reason that counts, and one did not answer.
 */
const yes = [
	{ accepted: -31, contract: -21, keys: -15 },
	{ accepted: -30, contract: -19, keys: -9 },
	{ accepted: -29, contract: -6 },
	{ accepted: -28 },
	{ accepted: -26 },
	{ accepted: -25 }
] as const;

/**
 * Plays the running notice through the portal's own services, so that everything it stores can be verified. Answers the account of the
 * household whose line was corrected.
 */
export async function playRunning(trx: Transaction<Database>, world: World): Promise<DemoAccountKey> {
	const { running, cast, load } = world;
	const { noticeId, applicantPseudonym } = running;
	const { funzionario: officer } = cast;
	const contested = await playCorrection(trx, world);
	const first = await playRound(trx, noticeId, cast, load, FIRST_ROUND);
	const only = first.housed.filter((one) => one !== applicantPseudonym).slice(0, AT_FIRST);
	allowed(await makeOffers(trx, { roundId: first.roundId, only }, officer, load.at(FIRST_OFFERS)));
	const offers = await liveOffers(trx, noticeId);
	for (const [index, days] of yes.entries()) {
		const offer = offers[index]!;
		const tenancy = (await playAnswer(trx, offer, { answer: 'accepted' }, officer, load.at(days.accepted)))!;
		if ('contract' in days) {
			const contract = { number: `DEMO-3T-${1001 + index}`, on: load.day(days.contract) };
			const step = { event: 'contract_registered', ...contract } as const;
			allowed(await recordStep(trx, tenancy, step, officer, load.at(days.contract, '15:00')));
		}
		if ('keys' in days) {
			const step = { event: 'keys_delivered', on: load.day(days.keys) } as const;
			allowed(await recordStep(trx, tenancy, step, officer, load.at(days.keys, '16:00')));
		}
	}
	const no = { answer: 'refused', reason: 'distance' } as const;
	await playAnswer(trx, offers[yes.length]!, no, officer, load.at(-27));
	const noWithReason = { answer: 'refused', reason: 'condition' } as const;
	await playAnswer(trx, offers[yes.length + 1]!, noWithReason, officer, load.at(-26, '15:00'));
	// The last one never answered.
	await expireOffers(trx, load.at(FIRST_OFFERS + 11));
	await playSecondOffers(trx, { running, cast, load });
	return contested;
}

type Story = Pick<World, 'running' | 'cast' | 'load'>;

/** The provisional ranking; a line that is contested and kept, one that is corrected; a check that fails, ten days to answer, the exclusion; the corrected ranking. */
async function playCorrection(trx: Transaction<Database>, world: World): Promise<DemoAccountKey> {
	const { running, cast, load } = world;
	const { noticeId, applicantPseudonym } = running;
	const { funzionario: officer } = cast;
	const { housed } = await playRound(trx, noticeId, cast, load, PROVISIONAL);
	await playContest(trx, { running, cast, load });
	const contested = await playCorrectedLine(trx, world, housed);
	const pseudonym = housed.find((one) => one !== applicantPseudonym)!;
	const reason = 'Dalla visura risulta un alloggio adeguato di proprietà: il requisito manca.';
	const rejection = { noticeId, pseudonym, reason };
	const { id } = allowed(await notifyRejection(trx, rejection, officer, load.at(REJECTION, '15:00')));
	allowed(await decideRejection(trx, { id, outcome: 'excluded' }, officer, load.at(EXCLUSION)));
	await playRound(trx, noticeId, cast, load, EXCLUSION);
	return contested;
}

async function playSecondOffers(trx: Transaction<Database>, { running, cast, load }: Story): Promise<void> {
	const { noticeId, applicantPseudonym } = running;
	const { funzionario: officer } = cast;
	const second = await playRound(trx, noticeId, cast, load, SECOND_ROUND);
	allowed(await makeOffers(trx, { roundId: second.roundId }, officer, load.at(SECOND_OFFERS)));
	const offers = await liveOffers(trx, noticeId, load.at(SECOND_OFFERS));
	const own = offers.find(({ pseudonym }) => pseudonym === applicantPseudonym);
	if (!own) throw new Error('The demo world must hold a live offer for the demo applicant: change the story.');
	const times = viewingTimes(load);
	const opened = load.at(SECOND_OFFERS, '12:00');
	for (const time of times) allowed(await addSlot(trx, own.id, time, officer, opened));
	for (const [index, other] of offers.filter(({ id }) => id !== own.id).entries()) {
		if (times[0]) allowed(await addSlot(trx, other.id, times[0], officer, opened));
		if (index === 0) await playAnswer(trx, other, { answer: 'accepted' }, officer, load.at(-2));
	}
}

/** Three times on the first open day after today that still lies in the time to answer; none where there is no such day. */
function viewingTimes(load: World['load']) {
	const days = Array.from({ length: OFFER_DAYS + SECOND_OFFERS }, (_, index) => dayOf(load.at(1 + index)));
	const open = days.find((day) => !isClosedDay(day));
	return open ? ['10:00', '11:00', '17:30'].map((time) => ({ day: open, time })) : [];
}

/** Offers not yet answered or taken back, in an order that does not change from one load to the next. */
async function liveOffers(trx: Transaction<Database>, noticeId: string, madeAt?: string) {
	const live = (await listNoticeOffers(trx, noticeId)).filter(({ releasedAt }) => releasedAt === null);
	return live
		.filter((offer) => madeAt === undefined || offer.madeAt === madeAt)
		.toSorted((a, b) => (a.dwellingId < b.dwellingId ? -1 : 1));
}
