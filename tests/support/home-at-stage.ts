import type { PromiseStage } from '$lib/domain/dwelling/promise-stage';
import { makeOffers } from '$lib/server/letting/offers/make-offers';
import { acceptOffer } from '$lib/server/letting/offers/service';
import { recordStep } from '$lib/server/letting/tenancies/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { draftNotice } from '$lib/server/notices/notices/draft-service';
import { sealReceipts } from '$lib/server/requests/applications/seal-receipts';
import { aClosedNotice, anAccount, NOW } from './builders/closed-notice';
import { aDraft, certifiedDwellings } from './builders/notice';
import type { TestDatabase } from './database';
import { evicted, publishNext } from './published-round';

/**
 * A notice of two homes at a stage of its promise, with three households that all want the first: A-1, which has an account
 * and most points, and, which have no account. `home` is the first, `other` the second.
 */
export async function aHomeAt(database: TestDatabase, stage: PromiseStage) {
	const { transact } = database;
	const officer = await anAccount(database, 'officer', 'Ottavia Ufficio');
	const manager = await anAccount(database, 'manager', 'Marta Dirigente');
	const applicant = await anAccount(database, 'applicant', 'Nadia Esempio');
	const people = { officer, manager, applicant };
	if (stage === 'draft') return { ...people, ...(await inDraft(database, officer)), roundId: null };
	const open = stage === 'open' && { closesAt: '2026-12-31T22:59:59.999Z', beacon: null };
	const { noticeId, dwellingIds } = await aClosedNotice(database, {
		...open,
		applications: [
			{ pseudonym: 'A-1', choices: [1, 2], account: applicant, household: evicted() },
			{ pseudonym: 'A-2', choices: [1, 2] },
			{ pseudonym: 'A-3', choices: [1, 2] }
		]
	});
	const world = { ...people, noticeId, home: dwellingIds[0]!, other: dwellingIds[1]! };
	if (stage === 'open') return { ...world, roundId: null };
	await transact((trx) => sealReceipts(trx, noticeId, NOW));
	if (stage === 'closed') return { ...world, roundId: null };
	const roundId = await publishNext(database, noticeId, officer, manager);
	if (stage === 'ranked') return { ...world, roundId };
	await transact((trx) => makeOffers(trx, { roundId }, officer, NOW));
	if (stage !== 'offered') await accept(database, world.home, world, stage === 'signed');
	return { ...world, roundId };
}

async function inDraft(database: TestDatabase, officer: Actor) {
	const dwellingIds = await certifiedDwellings(database, [5800, 5800]);
	const drafted = await database.transact((trx) => draftNotice(trx, aDraft({ dwellingIds }), officer, NOW));
	if (!drafted.ok) throw new Error(drafted.problem);
	return { noticeId: drafted.id, home: dwellingIds[0]!, other: dwellingIds[1]! };
}

type People = Pick<Awaited<ReturnType<typeof aHomeAt>>, 'officer' | 'applicant'>;

async function accept({ db, transact }: TestDatabase, home: string, { officer, applicant }: People, sign: boolean) {
	const { id } = await db.selectFrom('offers').select('id').where('dwelling_id', '=', home).executeTakeFirstOrThrow();
	const taken = await transact((trx) => acceptOffer(trx, id, applicant, NOW));
	if (!taken.ok) throw new Error(taken.problem);
	if (!sign) return;
	const contract = { event: 'contract_registered', number: 'TNX26', on: '2026-11-22' } as const;
	const done = await transact((trx) => recordStep(trx, taken.tenancyId, contract, officer, NOW));
	if (!done.ok) throw new Error(done.problem);
}
