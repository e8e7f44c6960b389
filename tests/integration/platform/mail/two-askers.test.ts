import '../../../support/settings';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { enqueueMail } from '$lib/server/platform/mail/enqueue';
import { appIoSender } from '$lib/server/platform/mail/news/app-io';
import { sendDueMails } from '$lib/server/platform/mail/send-due';
import { createDataKey } from '$lib/server/platform/secrets/data-key';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { openGateway, says, type Posted } from '../../../support/gateway';

const program = 'tests/support/processes/send-mails.ts';
/** A folder for each database: the two kinds of tests build side by side. */
const folder = `.cache/askers-${process.env['TEST_DATABASE'] ?? 'sqlite'}`;
const CODE = 'RSSMRA80A01F205X';
const start = '2026-11-22T10:00:00.000Z';
const aMinuteLater = '2026-11-22T10:01:00.000Z';
/** A lease is five minutes. */
const afterLease = '2026-11-22T10:06:00.000Z';
const muchLater = '2026-11-22T12:00:00.000Z';
/** More than the 20 of a batch, so that a second process has work while the first holds its own. */
const MESSAGES = 25;

let database: TestDatabase;
let gateway: Awaited<ReturnType<typeof openGateway>>;
let status = 'PROCESSED';
/** Runs after App IO has a request, and before it answers. */
let before = async (_: Posted): Promise<void> => {};
const mails: string[] = [];
const transport = { send: async ({ to }: { to: string }) => void mails.push(to) };

beforeAll(async () => {
	const build = ['build', '--config', 'vite.cli.config.ts', '--outDir', folder, '--ssr', program];
	const env = { PATH: process.env['PATH'] };
	execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', ...build, '--logLevel', 'error'], { env });
	database = await openTestDatabase();
	gateway = await openGateway((posted, response) => {
		const answer =
			posted.path === '/profiles'
				? says(200, { sender_allowed: true })
				: posted.path === '/messages'
					? says(201, { id: `MESSAGE-${taken().length}` })
					: says(200, { status });
		void before(posted).then(() => answer(posted, response));
	});
});
afterAll(async () => {
	await gateway.close();
	await database.close();
});
beforeEach(async () => {
	await database.transact((trx) => trx.deleteFrom('outbox').execute());
	gateway.posted.length = 0;
	mails.length = 0;
	status = 'PROCESSED';
	before = async () => {};
});

const taken = () => gateway.posted.filter(({ path }) => path === '/messages');
const asked = () => gateway.posted.flatMap(({ path }) => (path.startsWith('/messages/') ? [path] : []));
const isQuestion = ({ path }: Posted) => path.startsWith('/messages/');

async function enqueue(count: number): Promise<void> {
	const { id } = await database.transact((trx) => createDataKey(trx, start));
	const direct = { channel: 'io', to: CODE, dataKeyId: id } as const;
	for (let index = 0; index < count; index += 1) {
		const mail = { to: `p${index}@example.org`, subject: 'x', text: 'x', locale: 'it', direct } as const;
		await database.transact((trx) => enqueueMail(trx, mail, start));
	}
}
function startProcess(now: string): ChildProcess {
	const args = [`${folder}/send-mails.js`, database.url, 'smtp://127.0.0.1:1', 'Chiavi <chiavi@example.org>', now];
	return spawn(process.execPath, [...args, gateway.url], { env: { ...process.env }, stdio: 'inherit' });
}
/** What a process of the portal does at an instant, here. */
const send = (now: string) =>
	sendDueMails(database, transport, now, { io: appIoSender({ url: gateway.url, token: 'key', timeoutMs: 10_000 }) });
const rows = () => database.db.selectFrom('outbox').selectAll().execute();

/** Starts a process, and kills it when App IO has a request like this, before the answer. */
async function killAt(now: string, isIt: (posted: Posted) => boolean): Promise<void> {
	const first = startProcess(now);
	const ended = once(first, 'exit');
	before = async (posted) => {
		if (!isIt(posted)) return;
		before = async () => {};
		first.kill('SIGKILL');
		await ended;
	};
	expect((await ended)[1]).toBe('SIGKILL');
}

test('two processes ask for each message once', async () => {
	await enqueue(MESSAGES);
	await send(start);
	await send(start);
	expect(taken()).toHaveLength(MESSAGES);
	const exits = [startProcess(aMinuteLater), startProcess(aMinuteLater)].map((one) => once(one, 'exit'));
	expect((await Promise.all(exits)).map(([code]) => code as unknown)).toEqual([0, 0]);
	// On both databases the second process may find the rows of the first alone: what is left is asked here.
	await send(aMinuteLater);
	expect(asked()).toHaveLength(MESSAGES);
	expect(new Set(asked()).size).toBe(MESSAGES);
	expect((await rows()).filter(({ sent_at }) => sent_at === aMinuteLater)).toHaveLength(MESSAGES);
});

test('a process that is killed with the answer FAILED in its hands: the mail goes once', async () => {
	await enqueue(1);
	await send(start);
	status = 'FAILED';
	await killAt(aMinuteLater, isQuestion);
	await send(aMinuteLater);
	expect([asked().length, mails]).toEqual([1, []]);
	for (const now of [afterLease, afterLease, muchLater, muchLater]) await send(now);
	expect([taken().length, asked().length, mails]).toEqual([1, 2, ['p0@example.org']]);
});

test('a process that is killed with the id in its hands: App IO has the news twice, asks go to the second', async () => {
	await enqueue(1);
	await killAt(start, ({ path }) => path === '/messages');
	for (const now of [start, afterLease, muchLater, muchLater]) await send(now);
	expect(taken()).toHaveLength(2);
	expect(asked()).toEqual([`/messages/${CODE}/MESSAGE-2`]);
	expect(mails).toEqual([]);
	expect(await rows()).toMatchObject([{ sent_at: muchLater, body: null, receipt_sealed: null }]);
});
