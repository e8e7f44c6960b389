import '../../../support/settings';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enqueueMail } from '$lib/server/platform/mail/enqueue';
import { sendDueMails } from '$lib/server/platform/mail/send-due';
import { smtpTransport } from '$lib/server/platform/mail/transport';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const program = 'tests/support/processes/send-mails.ts';
/** A folder for each database: the two kinds of tests build side by side. */
const folder = `.cache/processes-${process.env['TEST_DATABASE'] ?? 'sqlite'}`;
const FROM = 'Chiavi <chiavi@example.org>';
const start = '2026-11-22T10:00:00.000Z';
const afterLease = '2026-11-22T10:05:00.000Z';
/** More than the 20 of a batch, so that a second sender has work while the first holds its own. */
const MAILS = 25;

type Received = { readonly to: string; readonly messageId: string };

let database: TestDatabase;
let server: SMTPServer;
let smtpUrl: string;
const received: Received[] = [];
/** Runs after the server has a mail, and before it says so. */
let onMail = async (): Promise<void> => {};

beforeAll(async () => {
	const build = ['build', '--config', 'vite.cli.config.ts', '--outDir', folder, '--ssr', program];
	const env = { PATH: process.env['PATH'] };
	execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', ...build, '--logLevel', 'error'], { env });
	database = await openTestDatabase();
	server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onData(stream, session, done) {
			const chunks: Buffer[] = [];
			stream.on('data', (chunk: Buffer) => chunks.push(chunk));
			stream.on('end', () => {
				const messageId = /^Message-ID: (.*)$/im.exec(Buffer.concat(chunks).toString())?.[1]?.trim() ?? '';
				received.push({ to: session.envelope.rcptTo[0]?.address ?? '', messageId });
				void onMail().then(() => done());
			});
		}
	});
	// The connection of a process that was killed ends in the middle.
	server.on('error', () => {});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	smtpUrl = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
	await new Promise<void>((done) => server.close(done));
	await database.close();
});

function startSender(): ChildProcess {
	const args = [`${folder}/send-mails.js`, database.url, smtpUrl, FROM, start];
	return spawn(process.execPath, args, { env: { ...process.env }, stdio: 'inherit' });
}

test('of two senders one is killed before its record: no mail is lost, and a second copy is the same message', async () => {
	const readers = Array.from({ length: MAILS }, (_, index) => `p${index}@example.org`);
	for (const to of readers)
		await database.transact((trx) => enqueueMail(trx, { to, subject: 'x', text: 'x', locale: 'it' }, start));

	const first = startSender();
	const ended = once(first, 'exit');
	onMail = async () => {
		onMail = async () => {};
		first.kill('SIGKILL');
		await ended;
	};
	expect((await ended)[1]).toBe('SIGKILL');
	expect(received).toHaveLength(1);

	// The second sender takes the rest at once, and what the first held when its lease ends.
	const transport = smtpTransport(smtpUrl, FROM);
	expect(await sendDueMails(database, transport, start)).toEqual({ sent: 5, failed: 0 });
	expect(await sendDueMails(database, transport, start)).toEqual({ sent: 0, failed: 0 });
	expect(await sendDueMails(database, transport, afterLease)).toEqual({ sent: 20, failed: 0 });

	expect(new Set(received.map(({ to }) => to))).toEqual(new Set(readers));
	expect(received).toHaveLength(MAILS + 1);
	const copies = received.filter(({ to }) => to === received[0]!.to);
	expect(copies).toHaveLength(2);
	expect(copies[1]).toEqual(copies[0]);
	const unsent = await database.db.selectFrom('outbox').select('id').where('sent_at', 'is', null).execute();
	expect(unsent).toEqual([]);
});
