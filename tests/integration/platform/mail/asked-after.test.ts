import '../../../support/settings';
import { describe, expect, test } from 'vitest';
import { deleteKeys } from '$lib/server/platform/secrets/repository';
import { cut, hangsUp, says, silent, type Answer } from '../../../support/gateway';
import { allowed, ASKED, later, RECEIPT, start, toMessages, useNewsOutbox } from '../../../support/news-outbox';

const outbox = useNewsOutbox();
const { enqueue, mails, row, send } = outbox;

describe('what App IO took is asked for', () => {
	const toAsking =
		(answer: Answer): Answer =>
		(posted, response) =>
			(posted.path === ASKED ? answer : allowed)(posted, response);
	const asked = () => outbox.gateway.posted.filter(({ path }) => path === ASKED).length;
	/** Taken at `start`; the first question is due a minute later. */
	const take = async (answer: Answer) => {
		outbox.gateway.answer = toAsking(answer);
		await enqueue('io');
		expect(await send(start)).toEqual({ sent: 1, failed: 0 });
	};

	test('a minute later, with the key, and the id stands in no row in clear', async () => {
		await take(allowed);
		const waiting = await row();
		expect(waiting).toMatchObject({ channel: 'io', sent_at: null, due_at: later(1), attempts: 0, problem: null });
		expect(JSON.stringify(waiting)).not.toContain(RECEIPT);
		expect(waiting.receipt_sealed).toMatch(/^sealed:/);
		expect(await send(start)).toEqual({ sent: 0, failed: 0 });
		expect(asked()).toBe(0);
		expect(await send(later(1))).toEqual({ sent: 0, failed: 0 });
		expect(outbox.gateway.posted.at(-1)).toMatchObject({
			path: ASKED,
			headers: { 'ocp-apim-subscription-key': 'key' }
		});
		expect(await row()).toMatchObject({ sent_at: later(1), body: null, direct_sealed: null, receipt_sealed: null });
		expect(await send(later(600))).toEqual({ sent: 0, failed: 0 });
		expect([asked(), mails]).toEqual([1, []]);
	});

	test.each(['FAILED', 'REJECTED'])('%s: the mail goes once, and the row says why', async (status) => {
		await take(says(200, { status }));
		expect(await send(later(1))).toEqual({ sent: 0, failed: 1 });
		const left = { channel: 'email', left_channel: 'io', left_at: later(1), receipt_sealed: null, direct_sealed: null };
		expect(await row()).toMatchObject({ ...left, sent_at: null, attempts: 0, due_at: later(1) });
		expect(await send(later(1))).toEqual({ sent: 1, failed: 0 });
		expect(await send(later(600))).toEqual({ sent: 0, failed: 0 });
		expect([asked(), mails]).toEqual([1, ['maria@example.org']]);
	});

	test.each<[string, Answer, string, number]>([
		['ACCEPTED', says(200, { status: 'ACCEPTED' }), 'later', 1],
		['THROTTLED', says(200, { status: 'THROTTLED' }), 'later', 1],
		['no status', says(200, { message: {} }), 'later', 1],
		['a status that nobody knows', says(200, { status: 'constructor' }), 'later', 1],
		['a message that is not found', says(404), 'later', 1],
		['a message that is not ours', says(403), 'later', 1],
		['too many requests', says(429, {}, { 'retry-after': '600' }), 'later', 10],
		['an answer cut in the middle', cut(200), 'unreachable', 1],
		['silence', silent, 'unreachable', 1],
		['a connection that ends', hangsUp, 'unreachable', 1]
	])('%s: it is asked again and nothing is sent', async (_, answer, problem, minutes) => {
		await take(answer);
		expect(await send(later(1))).toEqual({ sent: 0, failed: 0 });
		expect(await row()).toMatchObject({ channel: 'io', problem, due_at: later(1 + minutes), sent_at: null });
		outbox.gateway.answer = allowed;
		expect(await send(later(1 + minutes))).toEqual({ sent: 0, failed: 0 });
		expect(await row()).toMatchObject({ sent_at: later(1 + minutes), problem: null });
		expect(outbox.gateway.posted.filter(({ path }) => path === '/messages')).toHaveLength(1);
		expect(mails).toEqual([]);
	});

	test('five times, further and further apart; then the mail goes', async () => {
		await take(says(200, { status: 'THROTTLED' }));
		const questions: number[] = [];
		for (let minute = 0; minute <= 600; minute += 1) {
			const before = asked();
			await send(later(minute));
			if (asked() > before) questions.push(minute);
		}
		expect(questions).toEqual([1, 2, 7, 22, 82]);
		expect(mails).toEqual(['maria@example.org']);
		expect(await row()).toMatchObject({ left_channel: 'io', left_at: later(82), receipt_sealed: null });
	});

	test.each<[string, Answer]>([
		['without an id', says(201, {})],
		['with an id that fits no address', says(201, { id: '../profiles' })],
		['cut after the status', cut(201)]
	])('not where App IO took it %s', async (_, answer) => {
		outbox.gateway.answer = toMessages(answer);
		await enqueue('io');
		expect(await send(start)).toEqual({ sent: 1, failed: 0 });
		expect(await row()).toMatchObject({ sent_at: start, receipt_sealed: null, direct_sealed: null });
		expect(await send(later(600))).toEqual({ sent: 0, failed: 0 });
	});

	test('not for a reader who was erased', async () => {
		await take(allowed);
		await outbox.database.transact((trx) => deleteKeys(trx, [outbox.keyId]));
		await send(later(1));
		expect(await row()).toMatchObject({ sent_at: null, given_up_at: later(1), body: null, receipt_sealed: null });
		expect([asked(), mails]).toEqual([0, []]);
	});

	test('not where App IO is no longer configured: the mail goes', async () => {
		await take(allowed);
		await send(later(1), {});
		await send(later(1), {});
		expect([asked(), mails]).toEqual([0, ['maria@example.org']]);
		expect(await row()).toMatchObject({ left_channel: null, receipt_sealed: null });
	});
});
