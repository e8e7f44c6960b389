import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPublication } from '$lib/domain/publication/publication';
import { verifyProof } from '$lib/domain/publication/verify-proof';
import { verifySealed } from '$lib/domain/publication/verify-sealed';
import { readPlaces } from '$lib/server/allocation/rounds/read-places';
import { openSecrets, readProof } from '$lib/server/allocation/rounds/read-proof';
import { readRankingFile } from '$lib/server/allocation/rounds/read-public-files';
import { listRankings, readRanking, readVersion } from '$lib/server/allocation/rounds/read-rankings';
import { readVerification } from '$lib/server/allocation/rounds/read-verification';
import { readFiles, readPublicFile } from '$lib/server/allocation/rounds/repository';
import { inputPlace, resultPlace } from '$lib/server/allocation/rounds/opened-round';
import { sealReceipts } from '$lib/server/requests/applications/seal-receipts';
import { makeOffers } from '$lib/server/letting/offers/make-offers';
import { refuseOffer } from '$lib/server/letting/offers/service';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { unseal } from '$lib/server/platform/secrets/seal';
import { aClosedNotice, anAccount, NOW } from '../../../support/builders/closed-notice';
import { healthFacts } from '../../../support/builders/household';
import { anOpenRuleSet } from '../../../support/builders/open-rule-set';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { evicted, publishNext } from '../../../support/published-round';

let database: TestDatabase;
beforeAll(async () => {
	database = await openTestDatabase();
});
afterAll(() => database.close());

const FILES = ['round.json', 'result.json', 'publication.json', 'statement.txt', 'signature.hex', 'key.pem'] as const;

/** `A-1` has most points; `A-3` needs the first home, which is set aside, and so stands before it there. */
async function aSealedNotice(corrections = 0) {
	const [officer, manager] = [await anAccount(database, 'officer'), await anAccount(database, 'manager')];
	const [first, third] = [await anAccount(database, 'applicant'), await anAccount(database, 'applicant')];
	const notice = await aClosedNotice(database, {
		corrections,
		dwellings: [{ setAside: ['wheelchair', 'reduced-mobility'] }, {}],
		applications: [
			{ pseudonym: 'A-1', choices: [1, 2], household: evicted(), account: first },
			{ pseudonym: 'A-2', choices: [2, 1] },
			{ pseudonym: 'A-3', choices: [1], health: healthFacts('wheelchairIndoors'), account: third }
		]
	});
	await database.transact((trx) => sealReceipts(trx, notice.noticeId, NOW));
	const roundId = await publishNext(database, notice.noticeId, officer, manager);
	const application = async (pseudonym: string) =>
		database.db
			.selectFrom('applications')
			.select('id')
			.where('notice_id', '=', notice.noticeId)
			.where('pseudonym', '=', pseudonym)
			.executeTakeFirstOrThrow();
	return { ...notice, officer, manager, first, third, roundId, application };
}

const fileOf = async (noticeId: string, version: number, name: (typeof FILES)[number]) =>
	(await readRankingFile(database.db, noticeId, version, name))?.body ?? null;

/** Everything that anybody can read of a notice's ranking, page data included. */
async function everythingPublic(noticeId: string, version: number, pseudonym = ''): Promise<string[]> {
	const { db } = database;
	return [
		...(await Promise.all(FILES.map((name) => fileOf(noticeId, version, name)))).map((text) => text ?? ''),
		...[
			(await listRankings(db)).filter((one) => one.noticeId === noticeId),
			await readRanking(db, noticeId, { page: 1, homes: 1, pseudonym }),
			await readVersion(db, noticeId, version, 1),
			await readVerification(db, { notice: noticeId, version, pseudonym })
		].map((page) => JSON.stringify(page))
	];
}

describe('a notice with sensitive grounds', () => {
	test('publishes the general order and the homes, and nothing that joins them or tells a trait', async () => {
		const { noticeId, dwellingIds, roundId } = await aSealedNotice();
		const publication = readPublication((await fileOf(noticeId, 1, 'publication.json'))!)!;
		expect(publication.order).toHaveLength(3);
		expect(publication.order[0]).toBe('A-1');
		const published = (listed: number, id: string) => ({ id, listed, allocated: true });
		expect(publication.dwellings).toEqual(
			[published(3, dwellingIds[0]!), published(2, dwellingIds[1]!)].sort((a, b) => (a.id < b.id ? -1 : 1))
		);
		expect(await fileOf(noticeId, 1, 'round.json')).toBeNull();
		expect(await fileOf(noticeId, 1, 'result.json')).toBeNull();
		const row = await database.db.selectFrom('rounds').selectAll().where('id', '=', roundId).executeTakeFirstOrThrow();
		expect(row).toMatchObject({ projection: null, public_result: null });
		for (const pseudonym of ['', 'A-3']) {
			for (const text of await everythingPublic(noticeId, 1, pseudonym)) {
				expect(text).not.toMatch(/wheelchair|reduced-mobility|through|holderPlace|"setAside"|because/);
				expect(text).not.toContain(row.input_hash);
				expect(text).not.toContain(row.result_hash);
				expect(text).not.toContain(row.prepared_by);
				expect(joins(text, ['A-1', 'A-2', 'A-3'], dwellingIds)).toEqual([]);
			}
		}
	});

	test('every household checks its own outcome with a file that names nobody else', async () => {
		const { noticeId, dwellingIds, first, third, application } = await aSealedNotice();
		const statement = (await fileOf(noticeId, 1, 'statement.txt'))!;
		const [mine, theirs] = [await application('A-1'), await application('A-3')];
		const proof = (await readProof(database.db, mine.id, first, NOW))!;
		const checked = verifyProof(proof.text, statement);
		expect(checked.checks.map(({ finding }) => finding)).toEqual(['same', 'same', 'same', 'same']);
		expect(checked.dwellings).toEqual([
			{ dwelling: dwellingIds[0], position: 2, holders: [{ position: 1, signed: false }], finding: 'before' },
			{ dwelling: dwellingIds[1], position: 1, holders: [{ position: 1, signed: false }], finding: 'held' }
		]);
		expect(proof.text).not.toMatch(/A-2|A-3/);
		const winner = (await readProof(database.db, theirs.id, third, NOW))!;
		expect(verifyProof(winner.text, statement).dwellings).toMatchObject([{ position: 1, finding: 'held' }]);
		expect(await readProof(database.db, theirs.id, first, NOW)).toBeNull();
		expect(
			verifyProof(proof.text, statement.replace('order ', 'order 0')).checks.map(({ finding }) => finding)
		).not.toContain('same');
	});

	test('its page says where it stands and its own reserves, and never what put the holder before it', async () => {
		const { noticeId, dwellingIds } = await aSealedNotice();
		expect(await readPlaces(database.db, noticeId, 'A-1')).toMatchObject({
			sealed: true,
			reserves: [],
			wishes: [
				{ dwelling: dwellingIds[0], place: 2, outcome: 'not-reached', holderPlace: 1, because: 'order' },
				{ dwelling: dwellingIds[1], place: 1, outcome: 'held' }
			]
		});
		expect(await readPlaces(database.db, noticeId, 'A-3')).toMatchObject({ reserves: ['wheelchair'] });
	});

	test('an auditor recomputes it from what is opened; another secret or round does not fit', async () => {
		const { noticeId, roundId } = await aSealedNotice();
		const files = (await readFiles(database.db, roundId))!;
		const key = (await openDataKeys(database.db, [files.dataKeyId])).get(files.dataKeyId)!;
		const { publication, statement } = (await readPublicFile(database.db, noticeId, 1))!;
		const opened = {
			round: unseal(key, inputPlace(roundId), files.inputSealed) as string,
			result: unseal(key, resultPlace(roundId), files.resultSealed) as string,
			secrets: JSON.stringify(await openSecrets(database.db, roundId)),
			statement: statement!,
			publication: publication!
		};
		expect(verifySealed(opened).filter(({ finding }) => finding === 'different')).toEqual([]);
		const changed = { ...opened, round: opened.round.replace('["wheelchair"]', '["indigent"]') };
		expect(changed.round).not.toBe(opened.round);
		expect(
			verifySealed(changed)
				.filter(({ finding }) => finding === 'different')
				.map(({ name }) => name)
		).toContain('commitments');
	});

	test('what opens it is sealed in the database, and gone when its key is shredded', async () => {
		const { noticeId, roundId, first, application } = await aSealedNotice();
		const secrets = (await openSecrets(database.db, roundId))!;
		const row = await database.db.selectFrom('rounds').selectAll().where('id', '=', roundId).executeTakeFirstOrThrow();
		expect(JSON.stringify(row)).not.toContain(secrets.round);
		expect(JSON.stringify(row)).not.toContain(secrets.setAsides.secret);
		await database.db.updateTable('data_keys').set({ wrapped_key: null }).where('id', '=', row.data_key_id).execute();
		expect(await openSecrets(database.db, roundId)).toBeNull();
		expect(await readProof(database.db, (await application('A-1')).id, first, NOW)).toBeNull();
		expect(await fileOf(noticeId, 1, 'publication.json')).not.toBeNull();
	});

	test('after somebody left, neither the order nor the wishes show who, and what they had listed', async () => {
		const { noticeId, roundId, officer, manager, first, application } = await aSealedNotice();
		await database.transact((trx) => makeOffers(trx, { roundId }, officer, NOW));
		const { id } = await database.db
			.selectFrom('offers')
			.select('id')
			.where('application_id', '=', (await application('A-1')).id)
			.executeTakeFirstOrThrow();
		await database.transact((trx) => refuseOffer(trx, id, 'other', first, NOW));
		await publishNext(database, noticeId, officer, manager);
		const [before, after] = [1, 2].map((version) => fileOf(noticeId, version, 'publication.json'));
		const [old, fresh] = [readPublication((await before)!)!, readPublication((await after)!)!];
		expect(fresh.order).toEqual(old.order);
		expect(fresh.dwellings.map(({ listed }) => listed)).toEqual(old.dwellings.map(({ listed }) => listed));
		const statement = (await fileOf(noticeId, 2, 'statement.txt'))!;
		const left = (await readProof(database.db, (await application('A-1')).id, first, NOW))!;
		expect(
			verifyProof(left.text, statement)
				.checks.slice(0, 3)
				.map(({ finding }) => finding)
		).not.toContain('different');
	});

	test('before the ranking is final it does not say which homes are given', async () => {
		const { noticeId } = await aSealedNotice(15);
		expect((await fileOf(noticeId, 1, 'publication.json'))!).not.toContain('allocated');
		expect((await readRanking(database.db, noticeId, { page: 1, homes: 1, pseudonym: '' }))!.round.assigned).toBeNull();
	});

	test('the log of acts has the commitment to the result, not a hash that lets guesses be tested', async () => {
		const { roundId } = await aSealedNotice();
		const entries = await database.db
			.selectFrom('audit_entries')
			.selectAll()
			.where('subject_id', '=', roundId)
			.execute();
		const { result_hash: hash } = await database.db
			.selectFrom('rounds')
			.select('result_hash')
			.where('id', '=', roundId)
			.executeTakeFirstOrThrow();
		expect(entries.length).toBeGreaterThan(0);
		for (const { detail } of entries) expect(detail ?? '').not.toContain(hash);
	});
});

test('a notice none of whose grounds is sensitive keeps its public files, and nothing of it is sealed beside them', async () => {
	const [officer, manager] = [await anAccount(database, 'officer'), await anAccount(database, 'manager')];
	const applications = [{ pseudonym: 'A-1', choices: [1, 2] }];
	const { noticeId, dwellingIds } = await aClosedNotice(database, { applications, rules: anOpenRuleSet() });
	await publishNext(database, noticeId, officer, manager);
	expect(await fileOf(noticeId, 1, 'round.json')).toContain('A-1');
	expect(await fileOf(noticeId, 1, 'publication.json')).toBeNull();
	const ranking = await readRanking(database.db, noticeId, { page: 1, homes: 1, pseudonym: 'A-1' });
	expect(ranking).toMatchObject({ sealed: null, open: { rows: [{ pseudonym: 'A-1', dwellingId: dwellingIds[0] }] } });
});

test('one dwelling fit for a wheelchair makes the same notice sensitive', async () => {
	const [officer, manager] = [await anAccount(database, 'officer'), await anAccount(database, 'manager')];
	const { noticeId } = await aClosedNotice(database, {
		applications: [{ pseudonym: 'A-1', choices: [1] }],
		dwellings: [{ setAside: ['wheelchair', 'reduced-mobility'] }],
		rules: anOpenRuleSet()
	});
	await publishNext(database, noticeId, officer, manager);
	expect(await fileOf(noticeId, 1, 'round.json')).toBeNull();
	expect(await fileOf(noticeId, 1, 'publication.json')).not.toBeNull();
});

test('a version from before grounds were marked is shown to nobody', async () => {
	const { noticeId, roundId } = await aSealedNotice();
	const erased = { publication: null, publication_hash: null, statement: null };
	await database.db.updateTable('rounds').set(erased).where('id', '=', roundId).execute();
	for (const name of FILES) expect(await fileOf(noticeId, 1, name), name).toBeNull();
	expect(await readRanking(database.db, noticeId, { page: 1, homes: 1, pseudonym: '' })).toBeNull();
	expect(await readVersion(database.db, noticeId, 1, 1)).toBeNull();
	expect((await listRankings(database.db)).some((one) => one.noticeId === noticeId)).toBe(false);
});

/** Pseudonyms that stand in the same object, row or line as a home. */
function joins(text: string, pseudonyms: readonly string[], homes: readonly string[]): string[] {
	const rows = text.startsWith('{') || text.startsWith('[') ? rowsOf(JSON.parse(text)) : text.split('\n');
	return rows.filter((row) => pseudonyms.some((one) => row.includes(one)) && homes.some((one) => row.includes(one)));
}

/** Every object of plain data that holds no list of objects, as text. */
function rowsOf(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(rowsOf);
	if (typeof value !== 'object' || value === null) return [JSON.stringify(value)];
	const inner = Object.values(value).filter((one) => typeof one === 'object' && one !== null);
	const own = Object.entries(value).filter(([, one]) => typeof one !== 'object' || one === null);
	return [JSON.stringify(own), ...inner.flatMap(rowsOf)];
}
