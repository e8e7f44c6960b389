import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { oneByOne } from '$lib/server/platform/http/one-by-one';

/** A request that notes when it begins, and never ends: one that hangs must not hold up those behind it. */
function begin(note: () => void): void {
	void oneByOne({
		event: { locals: {} } as never,
		resolve: () => {
			note();
			return new Promise<Response>(() => {});
		}
	});
}

it('begins requests in the order in which they came, no two in one turn of the event loop', async () => {
	const begun: { request: number; turn: number }[] = [];
	let turn = 0;
	for (const request of [1, 2, 3, 4]) begin(() => begun.push({ request, turn }));
	for (; turn < 20 && begun.length < 4; turn++) await nextTurn();
	expect(begun.map(({ request }) => request)).toEqual([1, 2, 3, 4]);
	expect(new Set(begun.map(({ turn }) => turn)).size).toBe(4);
});
