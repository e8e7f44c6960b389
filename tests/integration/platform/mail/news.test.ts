import '../../../support/settings';
import { describe, expect, test } from 'vitest';
import type { NewsChannel } from '$lib/server/platform/mail/table';
import { deleteKeys } from '$lib/server/platform/secrets/repository';
import { cut, hangsUp, says, silent, type Answer } from '../../../support/gateway';
import { allowed, CODE, later, start, toMessages, useNewsOutbox } from '../../../support/news-outbox';

const outbox = useNewsOutbox();
const { enqueue, mails, row, send } = outbox;

test.each<NewsChannel>(['sms', 'io'])('news by %s leaves once, without a fact, and no mail goes', async (channel) => {
	await enqueue(channel);
	expect(JSON.stringify(await row())).not.toMatch(/340 123 4567|3401234567|RSSMRA/);
	expect(await send(start)).toEqual({ sent: 1, failed: 0 });
	expect(await send(later(600))).toEqual({ sent: 0, failed: 0 });
	const text = JSON.stringify(outbox.gateway.posted);
	expect(text).toContain('entra nel portale');
	expect(text).toContain('Ufficio Casa (dimostrazione)');
	expect(text).toContain('02 0000 0000');
	expect(text).not.toMatch(/proposta|Esclusione|motivo|maria/);
	expect(mails).toEqual([]);
	const ended = { body: null, direct_sealed: null, receipt_sealed: null, problem: null, left_channel: null };
	expect(await row()).toMatchObject({ ...ended, sent_at: channel === 'sms' ? start : later(600) });
});

test('an SMS goes with its reference and in the signs that fit one SMS', async () => {
	outbox.gateway.answer = says(202);
	await enqueue('sms');
	await send(start);
	const { path, headers, body } = outbox.gateway.posted[0]!;
	expect(path).toBe('/sms');
	expect(headers.authorization).toBe('Bearer secret');
	expect(body).toEqual({ to: '+393401234567', text: expect.any(String), reference: (await row()).id });
	expect(body['text']).not.toMatch(/[’–\n]/);
});

test('App IO is asked for the profile first, and no address holds the tax code before a message is there', async () => {
	await enqueue('io');
	await send(start);
	const [profile, message] = outbox.gateway.posted;
	expect(profile).toMatchObject({ path: '/profiles', body: { fiscal_code: CODE } });
	expect(message).toMatchObject({
		path: '/messages',
		body: { fiscal_code: CODE, feature_level_type: 'STANDARD', time_to_live: 604_800 }
	});
	const { subject, markdown } = message!.body['content'] as { subject: string; markdown: string };
	expect(subject.length).toBeGreaterThanOrEqual(10);
	expect(subject.length).toBeLessThanOrEqual(120);
	expect(markdown.length).toBeGreaterThanOrEqual(80);
	expect(profile?.headers['ocp-apim-subscription-key']).toBe('key');
});

describe('a refusal for good becomes a mail', () => {
	test.each<[string, NewsChannel, Answer]>([
		['an unknown number', 'sms', says(422)],
		['a bad request', 'sms', says(400)],
		['a reader who did not allow the sender', 'io', says(200, { sender_allowed: false })],
		['a reader who is not on App IO', 'io', says(404)],
		['a message that App IO does not take', 'io', toMessages(says(400))]
	])('%s', async (_, channel, answer) => {
		outbox.gateway.answer = answer;
		await enqueue(channel);
		expect(await send(start)).toEqual({ sent: 0, failed: 1 });
		expect(await row()).toMatchObject({ channel: 'email', direct_sealed: null, problem: null, given_up_at: null });
		expect(await row()).toMatchObject({ left_channel: channel, left_at: start });
		expect(await send(start)).toEqual({ sent: 1, failed: 0 });
		expect(mails).toEqual(['maria@example.org']);
	});
});

describe('what may pass is tried again, as the same message', () => {
	const wait = { 'retry-after': '600' };
	/** Longer than the portal waits. */
	const inTwoHours = { date: 'Sun, 22 Nov 2026 10:00:00 GMT', 'retry-after': 'Sun, 22 Nov 2026 12:00:00 GMT' };
	test.each<[string, NewsChannel, Answer, string, number]>([
		['too many requests', 'sms', says(429, {}, wait), 'later', 10],
		['too many requests', 'io', says(429, {}, wait), 'later', 10],
		['too many requests', 'io', toMessages(says(429)), 'later', 1],
		['too many requests until a day', 'sms', says(503, {}, inTwoHours), 'later', 60],
		['a wrong secret of ours', 'sms', says(401), 'later', 1],
		['a redirection', 'sms', says(307, {}, { location: '/elsewhere' }), 'later', 1],
		['a fault of the server', 'sms', says(500), 'later', 1],
		['a fault of the server', 'io', toMessages(says(500)), 'later', 1],
		['silence', 'sms', silent, 'unreachable', 1],
		['silence', 'io', toMessages(silent), 'unreachable', 1],
		['a connection that ends', 'sms', hangsUp, 'unreachable', 1],
		['a profile cut in the middle', 'io', cut(200), 'unreachable', 1]
	])('%s, %s', async (_, channel, answer, problem, minutes) => {
		outbox.gateway.answer = answer;
		await enqueue(channel);
		expect(await send(start)).toEqual({ sent: 0, failed: 1 });
		expect(await row()).toMatchObject({ channel, problem, problem_at: start, due_at: later(minutes) });
		const before = outbox.gateway.posted.at(-1)?.body;
		outbox.gateway.answer = allowed;
		outbox.gateway.posted.length = 0;
		expect(await send(later(minutes))).toEqual({ sent: 1, failed: 0 });
		expect(outbox.gateway.posted.map(({ body }) => body)).toContainEqual(before);
		expect(mails).toEqual([]);
	});

	test('an SMS that was taken is not sent again when its answer is cut after the status', async () => {
		outbox.gateway.answer = cut(200);
		await enqueue('sms');
		expect(await send(start)).toEqual({ sent: 1, failed: 0 });
	});

	test('a outbox.gateway that knows the reference sends one SMS', async () => {
		const sent = new Set<unknown>();
		outbox.gateway.answer = (posted, response) => {
			sent.add(posted.body['reference']);
			hangsUp(posted, response);
		};
		await enqueue('sms');
		await send(start);
		await send(later(1));
		expect(outbox.gateway.posted).toHaveLength(2);
		expect(sent.size).toBe(1);
	});

	test('a outbox.gateway that stays away is left for the mail, before a deadline runs out', async () => {
		outbox.gateway.answer = says(503);
		await enqueue('sms');
		const waits: number[] = [];
		let at = start;
		for (let tries = 0; tries < 5; tries += 1) {
			await send(at);
			const { channel, due_at } = await row();
			if (channel === 'email') break;
			waits.push((Date.parse(due_at) - Date.parse(at)) / 60_000);
			at = due_at;
		}
		expect(waits).toEqual([1, 5, 15, 60]);
		expect(await row()).toMatchObject({ channel: 'email', attempts: 0, direct_sealed: null });
		expect(await send(at)).toEqual({ sent: 1, failed: 0 });
	});
});

test('where the channel is no longer configured, the mail goes', async () => {
	await enqueue('sms');
	await send(start, {});
	await send(start, {});
	expect(mails).toEqual(['maria@example.org']);
	expect(outbox.gateway.posted).toEqual([]);
});

test('a reader who was erased is told nothing', async () => {
	await enqueue('sms');
	await outbox.database.transact((trx) => deleteKeys(trx, [outbox.keyId]));
	await send(start);
	expect(await row()).toMatchObject({ sent_at: null, given_up_at: start, body: null, direct_sealed: null });
	expect([outbox.gateway.posted, mails]).toEqual([[], []]);
});
