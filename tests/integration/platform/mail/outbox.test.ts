import '../../../support/settings';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { enqueueMail } from '$lib/server/platform/mail/enqueue';
import { sendDueMails } from '$lib/server/platform/mail/send-due';
import { smtpTransport, type MailTransport } from '$lib/server/platform/mail/transport';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

type Received = { to: string[]; text: string };

let database: TestDatabase;
let server: SMTPServer;
let transport: MailTransport;
let received: Received[] = [];
let refusing = false;
/** The reply to a recipient that is refused. */
let reply = 550;

beforeAll(async () => {
	database = await openTestDatabase();
	server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onRcptTo: (_address, _session, done) =>
			done(refusing ? Object.assign(new Error('no such mailbox'), { responseCode: reply }) : undefined),
		onData(stream, session, done) {
			const chunks: Buffer[] = [];
			stream.on('data', (chunk: Buffer) => chunks.push(chunk));
			stream.on('end', () => {
				const to = session.envelope.rcptTo.map((recipient) => recipient.address);
				received.push({ to, text: Buffer.concat(chunks).toString() });
				done();
			});
		}
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.server.address() as AddressInfo;
	transport = smtpTransport(`smtp://127.0.0.1:${port}`, 'Chiavi <chiavi@example.org>');
});
afterAll(async () => {
	await new Promise<void>((done) => server.close(done));
	await database.close();
});
beforeEach(async () => {
	received = [];
	refusing = false;
	await database.transact((trx) => trx.deleteFrom('outbox').execute());
});

const start = '2026-11-22T10:00:00.000Z';
const later = (minutes: number) => new Date(Date.parse(start) + minutes * 60_000).toISOString();
const enqueue = (to: string, text = 'Ciao') =>
	database.transact((trx) => enqueueMail(trx, { to, subject: 'È la tua proposta', text, locale: 'it' }, start));
const rows = () => database.db.selectFrom('outbox').selectAll().orderBy('id').execute();

test('a mail leaves once, and its text with it', async () => {
	await enqueue('maria@example.org', 'Il tuo link');
	expect(await sendDueMails(database, transport, start)).toEqual({ sent: 1, failed: 0 });
	expect(await sendDueMails(database, transport, later(60))).toEqual({ sent: 0, failed: 0 });
	expect(received).toHaveLength(1);
	expect(received[0]?.to).toEqual(['maria@example.org']);
	expect(received[0]?.text).toContain('Il tuo link');
	expect(await rows()).toMatchObject([{ sent_at: start, body: null, attempts: 1 }]);
});

test('a fact that did not happen sends no mail', async () => {
	const failing = database.transact(async (trx) => {
		await enqueueMail(trx, { to: 'maria@example.org', subject: 'x', text: 'x', locale: 'it' }, start);
		throw new Error('after all');
	});
	await expect(failing).rejects.toThrow('after all');
	expect(await rows()).toEqual([]);
});

test('a mail whose record was lost is sent again as the same message', async () => {
	await enqueue('maria@example.org');
	const forgetful = { ...database, transact: failingAfter(database.transact) };
	await expect(sendDueMails(forgetful, transport, start)).rejects.toThrow('lost');
	expect(await sendDueMails(database, transport, later(5))).toEqual({ sent: 1, failed: 0 });
	const names = received.map(({ text }) => /^Message-ID: (.*)$/im.exec(text)?.[1]?.trim());
	const id = (await rows())[0]?.id;
	expect(names).toEqual([`<${id}@example.org>`, `<${id}@example.org>`]);
});

/** A database that claims the mails and then no longer writes. */
function failingAfter(transact: TestDatabase['transact']): TestDatabase['transact'] {
	let first = true;
	return async (work) => {
		if (!first) throw new Error('lost');
		first = false;
		return transact(work);
	};
}

test('a mail that is not due yet waits', async () => {
	await enqueue('maria@example.org');
	expect(await sendDueMails(database, transport, later(-1))).toEqual({ sent: 0, failed: 0 });
	expect(received).toEqual([]);
});

test('a refused mail is tried again after growing waits, then given up, its text deleted', async () => {
	await enqueue('maria@example.org');
	refusing = true;
	const waits: number[] = [];
	for (let [attempt, at] = [0, start]; attempt < 8; attempt += 1) {
		expect(await sendDueMails(database, transport, at)).toEqual({ sent: 0, failed: 1 });
		const [row] = await rows();
		if (row?.given_up_at) break;
		waits.push((Date.parse(row!.due_at) - Date.parse(at)) / 60_000);
		const justBefore = new Date(Date.parse(row!.due_at) - 1).toISOString();
		expect(await sendDueMails(database, transport, justBefore)).toEqual({ sent: 0, failed: 0 });
		at = row!.due_at;
	}
	expect(waits).toEqual([1, 5, 15, 60, 180, 720, 1440]);
	expect(await rows()).toMatchObject([{ sent_at: null, body: null, attempts: 8 }]);
	refusing = false;
	expect(await sendDueMails(database, transport, later(100_000))).toEqual({ sent: 0, failed: 0 });
});

test('why a mail did not arrive is kept with it until it does', async () => {
	await enqueue('maria@example.org');
	refusing = true;
	reply = 550;
	await sendDueMails(database, transport, start);
	expect(await rows()).toMatchObject([{ problem: 'refused', problem_at: start, given_up_at: null }]);
	reply = 451;
	await sendDueMails(database, transport, later(1));
	expect(await rows()).toMatchObject([{ problem: 'later', problem_at: later(1) }]);
	const silent: MailTransport = { send: () => Promise.reject(new Error('connect ECONNREFUSED')) };
	await sendDueMails(database, silent, later(6));
	expect(await rows()).toMatchObject([{ problem: 'unreachable', problem_at: later(6) }]);
	refusing = false;
	await sendDueMails(database, transport, later(21));
	expect(await rows()).toMatchObject([{ sent_at: later(21), problem: null, problem_at: null }]);
});

test('a failure holds nobody else up', async () => {
	await enqueue('first@example.org');
	await enqueue('second@example.org');
	const choosy: MailTransport = {
		send: (mail) => (mail.to === 'first@example.org' ? Promise.reject(new Error('no')) : transport.send(mail))
	};
	expect(await sendDueMails(database, choosy, start)).toEqual({ sent: 1, failed: 1 });
});

test('workers side by side send each mail once', async () => {
	for (let count = 0; count < 30; count += 1) await enqueue(`p${count}@example.org`);
	await Promise.all(Array.from({ length: 4 }, () => sendDueMails(database, transport, start)));
	await sendDueMails(database, transport, start);
	const recipients = received.flatMap((mail) => mail.to);
	expect(recipients).toHaveLength(30);
	expect(new Set(recipients).size).toBe(30);
});

test('a subject cannot smuggle in another header', async () => {
	const subject = 'Ciao\r\nBcc: other@example.org';
	await database.transact((trx) =>
		enqueueMail(trx, { to: 'maria@example.org', subject, text: 'x', locale: 'it' }, start)
	);
	await sendDueMails(database, transport, start);
	expect(received[0]?.to).toEqual(['maria@example.org']);
	expect(received[0]?.text).not.toMatch(/^Bcc:/m);
});
