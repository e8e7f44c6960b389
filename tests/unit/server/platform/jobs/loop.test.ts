import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startJobs } from '$lib/server/platform/jobs/loop';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a job runs again and again, also after it failed', async () => {
	let runs = 0;
	const run = async () => {
		runs += 1;
		if (runs === 1) throw new Error('the mail server is away');
	};
	const stop = startJobs([{ name: 'mail', everySeconds: 10, run }]);
	await vi.advanceTimersByTimeAsync(35_000);
	expect(runs).toBe(3);
	await stop();
});

test('a run that takes long is not joined by a second one', async () => {
	let underWay = 0;
	let most = 0;
	const run = async () => {
		most = Math.max(most, ++underWay);
		await new Promise((done) => setTimeout(done, 60_000));
		underWay -= 1;
	};
	const stop = startJobs([{ name: 'slow', everySeconds: 1, run }]);
	await vi.advanceTimersByTimeAsync(200_000);
	expect(most).toBe(1);
	await Promise.all([stop(), vi.advanceTimersByTimeAsync(60_000)]);
});

test('stopping waits for the run under way, and none follows', async () => {
	let ended = 0;
	const run = async () => {
		await new Promise((done) => setTimeout(done, 5_000));
		ended += 1;
	};
	const stop = startJobs([{ name: 'expiry', everySeconds: 1, run }]);
	await vi.advanceTimersByTimeAsync(1_500);
	await Promise.all([stop(), vi.advanceTimersByTimeAsync(100_000)]);
	expect(ended).toBe(1);
});
