import type { Transaction } from 'kysely';
import { addDays, dayOf } from '$lib/domain/calendar/deadline';
import type { DemoAccountKey } from './accounts';
import { newId } from '$lib/server/ids';
import { decideExclusion } from '$lib/server/letting/exclusions/service';
import { listNoticeOffers } from '$lib/server/letting/offers/repository';
import { listNoticeTenancyEvents } from '$lib/server/letting/tenancies/repository';
import { decideChange } from '$lib/server/requests/changes/decide-service';
import { recordChange, tellOwnChange } from '$lib/server/requests/changes/tell-service';
import { answerRejection } from '$lib/server/requests/rejections/answer-service';
import { decideRejection, notifyRejection } from '$lib/server/requests/rejections/service';
import { askHousehold, correctFact } from '$lib/server/requests/verification/check-service';
import { answerOffice, readOwnCheck } from '$lib/server/requests/verification/answer-service';
import type { Database } from '$lib/server/schema';
import { openRequest, withoutOffer, type OwnRequest } from './own-requests';
import { allowed } from './play-rounds';
import type { World } from './world';

/** Days from today. */
const ASKED = -9;
const SENT = -4;
const NOTIFIED = -8;
const ANSWERED = -3;
const DROPPED = { notified: -30, answered: -27, decided: -24 };
const LOST = { notified: -13, proposed: -1 };
const TOLD = -6;

type On = { readonly trx: Transaction<Database>; readonly world: World };

/**
 * Files of the running notice that wait for a different next step each: a document that came in; a notice of rejection that waits for an
 * answer, one that was answered, one that was dropped, and one whose exclusion waits for a second person; a change that was accepted, and
 * one that waits. `contested`: the household whose line was corrected. Answers the accounts that keep a document.
 */
export async function playFiles(
	trx: Transaction<Database>,
	world: World,
	contested: DemoAccountKey
): Promise<readonly DemoAccountKey[]> {
	const free = (await withoutOffer(trx, world)).filter(({ key }) => key !== contested);
	const [asked, notified, answered, dropped] = free;
	if (!dropped) throw new Error('The demo world must hold four households without an offer: change the story.');
	const on = { trx, world };
	await paperSent(on, asked!);
	await rejected(on, notified!, SENT);
	await rejected(on, answered!, NOTIFIED);
	await answer(on, answered!, ANSWERED);
	await reconsidered(on, dropped);
	await proposedExclusion(on);
	await changes(on, dropped);
	return [asked!.key, answered!.key];
}

async function paperSent({ trx, world: { cast, load } }: On, { id, key }: OwnRequest): Promise<void> {
	await openRequest(trx, id, cast.funzionario, load.at(ASKED));
	const until = addDays(dayOf(load.at(0)), 6);
	const asked = {
		id,
		fact: 'iseeCents',
		seen: 0,
		question: 'Serve l’attestazione ISEE di quest’anno.',
		until
	} as const;
	allowed(await askHousehold(trx, asked, cast.funzionario, load.at(ASKED, '11:00')));
	const check = (await readOwnCheck(trx, id, cast[key]))!;
	const { last } = check.rows.find(({ fact }) => fact === 'iseeCents')!;
	const text = 'Dimostrazione: ho caricato l’attestazione tra i miei documenti.';
	allowed(await answerOffice(trx, { id, question: last!.id, text }, cast[key], load.at(SENT)));
}

/** A requirement fails in the check; the notice of rejection follows. */
async function rejected({ trx, world }: On, { id, pseudonym }: OwnRequest, day: number): Promise<void> {
	const { running, cast, load } = world;
	await openRequest(trx, id, cast.funzionario, load.at(day));
	const evidence = { how: 'register', source: 'Dimostrazione: visura', on: load.day(day) } as const;
	const found = {
		id,
		fact: 'ownsAdequateHome',
		seen: 0,
		value: true,
		evidence,
		reason: 'Dimostrazione: una casa.'
	} as const;
	allowed(await correctFact(trx, found, cast.funzionario, load.at(day, '10:30')));
	const reason = 'Dimostrazione: dalla visura risulta una casa di proprietà adatta alla famiglia.';
	allowed(
		await notifyRejection(
			trx,
			{ noticeId: running.noticeId, pseudonym, reason },
			cast.funzionario,
			load.at(day, '11:00')
		)
	);
}

async function answer({ trx, world: { cast, load } }: On, { id, key }: OwnRequest, day: number): Promise<void> {
	const text = 'Dimostrazione: la casa è stata venduta. Ho caricato l’atto tra i miei documenti.';
	allowed(await answerRejection(trx, { requestId: id, text }, cast[key], load.at(day)));
}

async function reconsidered(on: On, request: OwnRequest): Promise<void> {
	const { running, cast, load } = on.world;
	const reason = 'Dimostrazione: manca la prova della residenza in Lombardia.';
	const rejection = { noticeId: running.noticeId, pseudonym: request.pseudonym, reason };
	const { id } = allowed(await notifyRejection(on.trx, rejection, cast.funzionario, load.at(DROPPED.notified)));
	await answer(on, request, DROPPED.answered);
	const decision = 'Dimostrazione: il certificato mostra la residenza da dieci anni. La domanda resta in graduatoria.';
	allowed(
		await decideRejection(on.trx, { id, outcome: 'dropped', decision }, cast.funzionario, load.at(DROPPED.decided))
	);
}

/** The last household that accepted its home and has no contract yet would lose it, so a second person decides. */
async function proposedExclusion({ trx, world: { running, cast, load } }: On): Promise<void> {
	const { noticeId } = running;
	const offers = (await listNoticeOffers(trx, noticeId)).filter(({ tenancyId }) => tenancyId !== null);
	const steps = await listNoticeTenancyEvents(trx, noticeId);
	const isBegun = (tenancy: string) =>
		steps.some(({ tenancyId, event }) => tenancyId === tenancy && event !== 'assigned');
	const { pseudonym } = offers.filter(({ tenancyId }) => !isBegun(tenancyId!)).at(-1)!;
	const reason = 'Dimostrazione: il patrimonio supera il limite.';
	const { id } = allowed(
		await notifyRejection(trx, { noticeId, pseudonym, reason }, cast.funzionario, load.at(LOST.notified))
	);
	const decision = 'Dimostrazione: non è arrivata nessuna risposta, e il saldo del conto supera il limite.';
	const proposal = { id, outcome: 'excluded', decision } as const;
	allowed(await decideExclusion(trx, proposal, cast.funzionario, load.at(LOST.proposed)));
}

/** A household told of a birth, which the office accepted; one without an account told by letter that it moved, which waits. */
async function changes(on: On, { id: requestId, key }: OwnRequest): Promise<void> {
	const { cast, load } = on.world;
	const [by, at] = [cast.funzionario, load.at(TOLD)];
	const born = { kind: 'birth', on: load.day(TOLD - 3), relation: 'child' } as const;
	const birth = { id: newId(), requestId, change: born, text: 'Dimostrazione: è nata nostra figlia.', documents: [] };
	allowed(await tellOwnChange(on.trx, birth, cast[key], at));
	await openRequest(on.trx, requestId, by, at);
	const text = 'Dimostrazione: l’atto di nascita è stato visto.';
	const decision = { requestId, id: birth.id, outcome: 'accepted', text, successor: null } as const;
	allowed(await decideChange(on.trx, decision, by, load.at(TOLD, '12:00')));
	await move(on);
}

async function move({ trx, world: { rows, running, cast, load } }: On): Promise<void> {
	const offers = await listNoticeOffers(trx, running.noticeId);
	const offered = new Set(offers.map(({ applicationId }) => applicationId));
	const { id: requestId } = rows.applications!.findLast(
		({ id, notice_id, account_id }) => notice_id === running.noticeId && account_id === null && !offered.has(id)
	)!;
	await openRequest(trx, requestId, cast.funzionario, load.at(TOLD));
	const told = { channel: 'letter', on: load.day(TOLD), evidence: 'Dimostrazione: lettera protocollata' } as const;
	const change = { kind: 'move', on: load.day(TOLD - 2), to: 'same', home: 'hosted', netAreaDm2: 4_000 } as const;
	const input = { id: newId(), requestId, change, text: 'Dimostrazione: siamo ospiti.', documents: [], told };
	allowed(await recordChange(trx, input, cast.funzionario, load.at(TOLD, '10:30')));
}
