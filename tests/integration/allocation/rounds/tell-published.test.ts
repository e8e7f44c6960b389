import { afterAll, beforeAll, expect, test } from 'vitest';
import { tellPublished } from '$lib/server/allocation/rounds/tell-published';
import type { AppDatabase } from '$lib/server/platform/db/database';
import { aClosedNotice, anAccount, NOW } from '../../../support/builders/closed-notice';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { publishNext } from '../../../support/published-round';

/** More than two batches. */
const HOUSEHOLDS = 230;

let database: TestDatabase;
beforeAll(async () => {
	database = await openTestDatabase();
});
afterAll(() => database.close());

async function aRanking(corrections: number) {
	const officer = await anAccount(database, 'officer');
	const manager = await anAccount(database, 'manager');
	const accounts = [];
	for (let count = 0; count < HOUSEHOLDS; count += 1) accounts.push(await anAccount(database, 'applicant'));
	const applications = accounts.map((account, index) => ({ pseudonym: `A-${index}`, choices: [1], account }));
	const withoutAccount = { pseudonym: 'A-none', choices: [1] };
	const { noticeId } = await aClosedNotice(database, { applications: [...applications, withoutAccount], corrections });
	const publish = () => publishNext(database, noticeId, officer, manager);
	return { noticeId, publish };
}

const clear = () => database.transact((trx) => trx.deleteFrom('outbox').execute());
const mails = () => database.db.selectFrom('outbox').select(['recipient', 'subject', 'body']).execute();

/** A database on which every transaction after the first is lost, as when a process is killed between two. */
function killedAfterOne({ transact, ...rest }: AppDatabase): AppDatabase {
	let done = false;
	const once: AppDatabase['transact'] = async (work) => {
		if (done) throw new Error('killed');
		done = true;
		return transact(work);
	};
	return { ...rest, transact: once };
}

test('each household with an account is told once, whoever dies and however many tell', async () => {
	const { publish } = await aRanking(15);
	await clear();
	await publish();
	expect(await mails()).toEqual([]);
	await expect(tellPublished(killedAfterOne(database), NOW)).rejects.toThrow('killed');
	expect(await mails()).toHaveLength(100);
	await Promise.all([tellPublished(database, NOW), tellPublished(database, NOW)]);
	const sent = await mails();
	expect(sent).toHaveLength(HOUSEHOLDS);
	expect(new Set(sent.map(({ recipient }) => recipient)).size).toBe(HOUSEHOLDS);
	expect(sent[0]!.subject).toMatch(/^È uscita la graduatoria: domanda /);
	expect(sent[0]!.body).toContain('entro lunedì 7 dicembre 2026, fine giornata');
	expect(await tellPublished(database, NOW)).toBe(0);
	expect(await mails()).toHaveLength(HOUSEHOLDS);
});

test('a ranking that a newer one has followed is not told; what is not public is not told', async () => {
	const { publish, noticeId } = await aRanking(0);
	await clear();
	await publish();
	const left = { ended_at: NOW };
	await database.db.updateTable('applications').set(left).where('pseudonym', '=', 'A-7').execute();
	await publish();
	expect(await tellPublished(database, NOW)).toBe(HOUSEHOLDS - 1);
	const subjects = (await mails()).map(({ subject }) => subject.replace(/ domanda .*/, ''));
	expect(new Set(subjects)).toEqual(new Set(['Graduatoria finale:']));
	const rounds = await database.db.selectFrom('rounds').select('told_at').where('notice_id', '=', noticeId).execute();
	expect(rounds.map((round) => round.told_at)).toEqual([NOW, NOW]);
});
