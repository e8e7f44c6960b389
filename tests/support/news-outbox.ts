import { afterAll, beforeAll, beforeEach } from 'vitest';
import { enqueueMail } from '$lib/server/platform/mail/enqueue';
import { appIoSender } from '$lib/server/platform/mail/news/app-io';
import type { NewsSenders } from '$lib/server/platform/mail/news/news';
import { smsSender } from '$lib/server/platform/mail/news/sms';
import { sendDueMails } from '$lib/server/platform/mail/send-due';
import type { NewsChannel } from '$lib/server/platform/mail/table';
import { createDataKey } from '$lib/server/platform/secrets/data-key';
import { openTestDatabase, type TestDatabase } from './database';
import { openGateway, says, type Answer } from './gateway';

const PHONE = '+39 340 123 4567';
export const CODE = 'RSSMRA80A01F205X';
type Gateway = Awaited<ReturnType<typeof openGateway>>;

export const start = '2026-11-22T10:00:00.000Z';
export const later = (minutes: number) => new Date(Date.parse(start) + minutes * 60_000).toISOString();

export const RECEIPT = '01BX9NSMKVXXS5PSP2FATZMYYY';
export const ASKED = `/messages/${CODE}/${RECEIPT}`;
const answers: Readonly<Record<string, Answer>> = {
	'/profiles': says(200, { sender_allowed: true }),
	[ASKED]: says(200, { message: { id: RECEIPT }, status: 'PROCESSED' })
};
export const allowed: Answer = (posted, response) =>
	(answers[posted.path] ?? says(201, { id: RECEIPT }))(posted, response);
/** App IO allows the sender, and answers so to the message. */
export const toMessages =
	(answer: Answer): Answer =>
	(posted, response) =>
		(posted.path === '/profiles' ? allowed : answer)(posted, response);

/** The rows of an outbox beside a gateway that answers as a test says; `mails` holds the addresses that a mail went to. */
export function useNewsOutbox() {
	const mails: string[] = [];
	const transport = { send: async ({ to }: { to: string }) => void mails.push(to) };
	const held = {} as { database: TestDatabase; gateway: Gateway; news: NewsSenders; keyId: string };
	beforeAll(async () => {
		held.database = await openTestDatabase();
		held.gateway = await openGateway(allowed);
		held.news = sendersOf(held.gateway);
	});
	afterAll(async () => {
		await held.gateway.close();
		await held.database.close();
	});
	beforeEach(async () => {
		held.gateway.answer = allowed;
		held.gateway.posted.length = 0;
		mails.length = 0;
		await held.database.transact((trx) => trx.deleteFrom('outbox').execute());
		held.keyId = (await held.database.transact((trx) => createDataKey(trx, start))).id;
	});
	return Object.assign(held, {
		mails,
		enqueue: (channel: NewsChannel) => enqueue(held, channel),
		row: () => held.database.db.selectFrom('outbox').selectAll().executeTakeFirstOrThrow(),
		send: (at: string, ways = held.news) => sendDueMails(held.database, transport, at, ways)
	});
}

/** Every test of silence waits for this long; nothing else depends on it. */
const timeoutMs = 1_500;
const sendersOf = ({ url }: Gateway): NewsSenders => ({
	sms: smsSender({ url: `${url}/sms`, token: 'secret', timeoutMs }),
	io: appIoSender({ url, token: 'key', timeoutMs })
});

const enqueue = ({ database, keyId }: { database: TestDatabase; keyId: string }, channel: NewsChannel) =>
	database.transact((trx) => {
		const direct = { channel, to: channel === 'sms' ? PHONE : CODE, dataKeyId: keyId };
		const mail = { to: 'maria@example.org', subject: 'La tua proposta', text: 'Esclusione: motivo', direct };
		return enqueueMail(trx, { ...mail, locale: 'it' }, start);
	});
