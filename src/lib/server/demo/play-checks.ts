import type { Transaction } from 'kysely';
import { addDays, dayOf } from '$lib/domain/calendar/deadline';
import type { FactName } from '$lib/domain/household/facts';
import { listNoticeOffers } from '$lib/server/letting/offers/repository';
import { newId } from '$lib/server/ids';
import { writeNote } from '$lib/server/requests/notes/service';
import { acceptFacts, askHousehold, correctFact } from '$lib/server/requests/verification/check-service';
import { readChecklist } from '$lib/server/requests/verification/reading-service';
import type { Database } from '$lib/server/schema';
import { openRequest } from './own-requests';
import { allowed } from './play-rounds';
import type { World } from './world';

/** Days from today: before the day up to which letters are posted. */
const CHECKED = -9;
/** The days that a household has to answer, from today. */
const UNTIL = 5;

/** How many of the first households are verified to the end; the next one was asked for a document. */
const VERIFIED = 4;

const REASON = 'Dimostrazione: nel registro risulta un altro valore.';

/**
 * The office checked households of the running notice: the first ones to the end, so that they have homes by verified
 * facts; of one it waits for a document; of one a requirement fails; of the applicant it corrected a fact and goes on.
 */
export async function playChecks(trx: Transaction<Database>, world: World): Promise<void> {
	const { applicantPseudonym, noticeId } = world.running;
	const offers = (await listNoticeOffers(trx, noticeId)).toSorted((a, b) => (a.pseudonym < b.pseudonym ? -1 : 1));
	const ids = [...new Map(offers.map(({ pseudonym, applicationId }) => [pseudonym, applicationId]))];
	const others = ids.filter(([pseudonym]) => pseudonym !== applicantPseudonym).map(([, id]) => id);
	const own = ids.find(([pseudonym]) => pseudonym === applicantPseudonym)![1];
	for (const id of [...others.slice(0, VERIFIED + 2), own])
		await openRequest(trx, id, world.cast.funzionario, world.load.at(CHECKED));
	for (const id of others.slice(0, VERIFIED)) await accept(trx, world, id);
	const until = addDays(dayOf(world.load.at(0)), UNTIL);
	const asked = {
		id: others[VERIFIED]!,
		fact: 'assetsCents',
		seen: 0,
		question: 'Serve la giacenza media del conto.'
	} as const;
	allowed(await askHousehold(trx, { ...asked, until }, world.cast.funzionario, world.load.at(CHECKED)));
	await correct(trx, world, others[VERIFIED + 1]!, 'ownsAdequateHome', true);
	await correct(trx, world, own, 'assetsCents', 123_400);
	await accept(trx, world, own, ['citizenship', 'municipalitySince', 'regionSince', 'members']);
	const note = { id: newId(), corrects: null, text: 'Al telefono: porta la giacenza media allo sportello.' };
	allowed(await writeNote(trx, own, note, world.cast.funzionario, world.load.at(CHECKED, '11:30')));
}

const evidence = ({ load }: World) => ({ how: 'register', source: 'Dimostrazione', on: load.day(CHECKED) }) as const;

async function accept(trx: Transaction<Database>, world: World, id: string, only?: readonly FactName[]) {
	const list = await readChecklist(trx, id, world.cast.funzionario, world.load.at(CHECKED));
	if (!list || list === 'closed') throw new Error('A request of the demo cannot be checked.');
	const facts = list.rows
		.filter(({ fact, needed, declared }) => needed && declared !== undefined && (only?.includes(fact) ?? true))
		.map(({ fact, last }) => ({ fact, seen: last?.version ?? 0 }));
	const input = { id, facts, evidence: evidence(world) };
	allowed(await acceptFacts(trx, input, world.cast.funzionario, world.load.at(CHECKED, '11:00')));
}

async function correct(trx: Transaction<Database>, world: World, id: string, fact: FactName, value: unknown) {
	const input = { id, fact, seen: 0, value, evidence: evidence(world), reason: REASON };
	allowed(await correctFact(trx, input, world.cast.funzionario, world.load.at(CHECKED, '10:30')));
}
