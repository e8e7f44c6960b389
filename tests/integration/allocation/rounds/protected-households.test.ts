import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyProof } from '$lib/domain/publication/verify-proof';
import { actOnVersion } from '$lib/server/allocation/rounds/act-on-version';
import { statementOf } from '$lib/server/allocation/rounds/kept-files';
import { readProof } from '$lib/server/allocation/rounds/read-proof';
import { readRankingFile } from '$lib/server/allocation/rounds/read-public-files';
import { readRanking } from '$lib/server/allocation/rounds/read-rankings';
import { findRound } from '$lib/server/allocation/rounds/repository';
import { approveRound, prepareRound, publishRound } from '$lib/server/allocation/rounds/service';
import { workOutRound } from '$lib/server/allocation/rounds/work-out';
import type { Actor } from '$lib/server/platform/auth/actor';
import { seeProtected } from '$lib/server/requests/applications/protected-households';
import { readHouseholdsStamp } from '$lib/server/requests/applications/protected-repository';
import { aClosedNotice, anAccount, NOW } from '../../../support/builders/closed-notice';
import { noHealthFacts } from '$lib/domain/accessibility/needs';
import { aHousehold } from '../../../support/builders/household';
import { anOpenRuleSet } from '../../../support/builders/open-rule-set';
import { withContact } from '../../../support/builders/person';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { publishNext } from '../../../support/published-round';

let database: TestDatabase;
let officer: Actor;
let manager: Actor;
beforeAll(async () => {
	database = await openTestDatabase();
	officer = await anAccount(database, 'officer', 'Ottavia Ufficio');
	manager = await anAccount(database, 'manager');
});
afterAll(() => database.close());

const PSEUDONYMS = ['A-1', 'A-2', 'A-3', 'A-4', 'A-5'];

/** A closed notice without sensitive grounds, of households with an account each. */
async function anOpenWorld(corrections = 0) {
	const accounts = new Map<string, Actor>();
	for (const pseudonym of PSEUDONYMS) accounts.set(pseudonym, await anAccount(database, 'applicant', pseudonym));
	const applications = PSEUDONYMS.map((pseudonym, index) => ({
		...{ pseudonym, account: accounts.get(pseudonym)! },
		choices: index % 2 === 0 ? [1, 2] : [2, 1]
	}));
	const notice = await aClosedNotice(database, { rules: anOpenRuleSet(), applications, corrections });
	const protect = async (chosen: readonly string[]) => {
		for (const [pseudonym, by] of accounts) {
			const onlySafe = chosen.includes(pseudonym);
			await withContact(database, by, NOW, {
				ordinaryWays: onlySafe ? 'nothing' : 'unsaid',
				safeContact: onlySafe ? 'zia, 02 1234567' : ''
			});
		}
	};
	return { ...notice, accounts, protect };
}

const workOut = async (noticeId: string) => {
	const out = await workOutRound(database.db, noticeId, NOW);
	if (!out.ok) throw new Error(out.problem);
	return out.worked;
};

describe('a notice without sensitive grounds', () => {
	it('is published as anybody recomputes it while nobody in it is protected', async () => {
		const { noticeId, protect } = await anOpenWorld();
		await protect([]);
		const { open, sealed } = await workOut(noticeId);
		expect(open).not.toBeNull();
		expect(sealed).toBeNull();
	});

	it('says the same, byte by byte, whoever of its households is protected', async () => {
		const { noticeId, protect, dwellingIds } = await anOpenWorld();
		await protect(['A-1']);
		const first = (await workOut(noticeId)).sealed!;
		const some = fc.shuffledSubarray(PSEUDONYMS, { minLength: 1 });
		await fc.assert(
			fc.asyncProperty(some, async (chosen) => {
				await protect(chosen);
				const { open, sealed } = await workOut(noticeId);
				expect(open).toBeNull();
				expect(sealed!.publication).toBe(first.publication);
				expect(sealed!.figures).toEqual(first.figures);
			}),
			{ numRuns: 12, seed: 39 }
		);
		const said = JSON.parse(first.publication) as { order: string[]; dwellings: object[] };
		expect(said.order.toSorted()).toEqual(PSEUDONYMS);
		expect(said.dwellings.map((one) => Object.keys(one).toSorted())).toEqual(
			dwellingIds.map(() => ['allocated', 'id', 'listed'])
		);
	});

	it('is sealed for a household that tells of violence, without an account too', async () => {
		const violence = { ...noHealthFacts, emergency: ['violence' as const] };
		const { noticeId } = await aClosedNotice(database, {
			rules: anOpenRuleSet(),
			applications: [
				{ pseudonym: 'A-1', choices: [1, 2], household: aHousehold(), health: violence },
				{ pseudonym: 'A-2', choices: [1, 2] }
			]
		});
		expect((await workOut(noticeId)).open).toBeNull();
	});

	it('lets the protected household prove its own outcome, and everybody find their place', async () => {
		const { noticeId, protect, accounts } = await anOpenWorld();
		await protect(['A-3']);
		const roundId = await publishNext(database, noticeId, officer, manager);
		const statement = await statementOf(database.db, (await findRound(database.db, roundId))!);
		for (const pseudonym of ['A-3', 'A-1']) {
			const by = accounts.get(pseudonym)!;
			const { id } = await database.db
				.selectFrom('applications')
				.select('id')
				.where('account_id', '=', by.id)
				.executeTakeFirstOrThrow();
			const proof = (await readProof(database.db, id, by, NOW))!;
			const { checks } = verifyProof(proof.text, statement);
			expect(checks.map(({ finding }) => finding).filter((finding) => finding === 'different')).toEqual([]);
			expect(checks.find(({ name }) => name === 'outcome')?.finding).toBe('same');
			expect(proof.text).not.toContain('zia');
		}
	});
});

describe('a household that is protected later', () => {
	it('stops an open version that waits, and the next one is sealed', async () => {
		const { noticeId, protect } = await anOpenWorld();
		await protect([]);
		const worked = await workOut(noticeId);
		const kept = await database.transact((trx) => prepareRound(trx, worked, officer, NOW));
		if (!kept.ok) throw new Error(kept.problem);
		await protect(['A-2']);
		const stopped = { ok: false, problem: 'household-protected' };
		expect(await database.transact((trx) => approveRound(trx, kept.id, manager, NOW))).toEqual(stopped);
		await protect([]);
		expect(await database.transact((trx) => approveRound(trx, kept.id, manager, NOW))).toEqual({ ok: true });
		await protect(['A-2']);
		expect(await database.transact((trx) => publishRound(trx, kept.id, manager, NOW))).toEqual(stopped);
		await publishNext(database, noticeId, officer, manager);
		expect((await readRanking(database.db, noticeId, { page: 1, homes: 1, pseudonym: '' }))?.open ?? null).toBeNull();
	});

	it('makes the office publish a sealed version, which takes the open files of the one before away', async () => {
		const { noticeId, protect } = await anOpenWorld(15);
		await protect([]);
		await publishNext(database, noticeId, officer, manager);
		expect(await readRankingFile(database.db, noticeId, 1, 'round.json')).not.toBeNull();
		expect(await workOutRound(database.db, noticeId, NOW)).toMatchObject({ ok: false, problem: 'nothing-changed' });
		await protect(['A-4']);
		await publishNext(database, noticeId, officer, manager);
		for (const file of ['round.json', 'result.json'])
			expect(await readRankingFile(database.db, noticeId, 1, file)).toBeNull();
		expect(await readRankingFile(database.db, noticeId, 2, 'round.json')).toBeNull();
		expect(await readRankingFile(database.db, noticeId, 2, 'publication.json')).not.toBeNull();
	});
});

/** An open version that waits for its approval. */
async function anOpenVersion() {
	const world = await anOpenWorld();
	await world.protect([]);
	const worked = await workOut(world.noticeId);
	const kept = await database.transact((trx) => prepareRound(trx, worked, officer, NOW));
	if (!kept.ok) throw new Error(kept.problem);
	return { ...world, id: kept.id };
}

describe('households that are read before the transaction', () => {
	const approve = (id: string, transact = database.transact) =>
		actOnVersion({ db: database.db, transact }, id, (trx, seen) => approveRound(trx, id, manager, NOW, seen));
	const publish = (id: string, transact = database.transact) =>
		actOnVersion({ db: database.db, transact }, id, (trx, seen) => publishRound(trx, id, officer, NOW, seen));
	const changed = { ok: false, problem: 'changed-meanwhile' };

	it('are not opened again inside it: what was seen counts while nothing moved', async () => {
		const { noticeId, id } = await anOpenVersion();
		const seen = { ...(await seeProtected(database.db, noticeId)), held: true };
		const answer = await database.transact((trx) => approveRound(trx, id, manager, NOW, seen));
		expect(answer).toEqual({ ok: false, problem: 'household-protected' });
	});

	it('stop the approval and the publication where a contact was saved since', async () => {
		const { noticeId, id, protect } = await anOpenVersion();
		const seen = await seeProtected(database.db, noticeId);
		await protect(['A-2']);
		expect(await database.transact((trx) => approveRound(trx, id, manager, NOW, seen))).toEqual(changed);
		await protect([]);
		expect(await approve(id)).toEqual({ ok: true });
		const later = await seeProtected(database.db, noticeId);
		await protect(['A-2']);
		expect(await database.transact((trx) => publishRound(trx, id, officer, NOW, later))).toEqual(changed);
		expect((await findRound(database.db, id))?.publishedAt).toBeNull();
	});

	it('are read again where a contact is saved in between, and what is found then counts', async () => {
		const { id, protect } = await anOpenVersion();
		expect(await approve(id)).toEqual({ ok: true });
		let turns = 0;
		const between: typeof database.transact = async (work) => {
			turns += 1;
			if (turns === 1) await protect(['A-2']);
			return database.transact(work);
		};
		expect(await publish(id, between)).toEqual({ ok: false, problem: 'household-protected' });
		expect(turns).toBe(2);
		await protect([]);
		expect(await publish(id)).toEqual({ ok: true });
	});

	it('that change each time they are read stop the act after three times', async () => {
		const { id, protect } = await anOpenVersion();
		let turns = 0;
		const always: typeof database.transact = async (work) => {
			turns += 1;
			await protect([]);
			return database.transact(work);
		};
		expect(await approve(id, always)).toEqual(changed);
		expect(turns).toBe(3);
	});

	it('are known as changed by each way in which one can come under protection, and by nothing else', async () => {
		const { noticeId, accounts } = await anOpenWorld();
		const stamp = () => readHouseholdsStamp(database.db, noticeId);
		const stamps = [await stamp()];
		const [first, second] = [...accounts.values()] as [Actor, Actor];
		await withContact(database, first, NOW);
		stamps.push(await stamp());
		await database.db.deleteFrom('persons').where('account_id', '=', first.id).execute();
		await withContact(database, second, '2026-11-22T09:00:00.001Z');
		stamps.push(await stamp());
		await withContact(database, second, NOW, { safeContact: 'zia, 02 1234567' });
		stamps.push(await stamp());
		const sent = database.db.selectFrom('applications').selectAll().where('account_id', '=', second.id);
		const row = await sent.executeTakeFirstOrThrow();
		const ended = { ended_at: NOW, id: `${row.id}-2`, protocol: `${row.protocol}-2`, pseudonym: 'B-1' };
		await database.db
			.insertInto('applications')
			.values({ ...row, ...ended })
			.execute();
		stamps.push(await stamp());
		expect(new Set(stamps).size).toBe(stamps.length);
		await withContact(database, await anAccount(database, 'applicant', 'di un altro avviso'), NOW);
		expect(await stamp()).toBe(stamps.at(-1));
	});
});
