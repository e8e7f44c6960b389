import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { oneByOne } from '$lib/server/platform/http/one-by-one';

type Asked = { routeId?: string; isSubRequest?: boolean };

/** A request that notes when it begins, and never ends: one that hangs must not hold up those behind it. */
function begin(note: (isTurnedAway: boolean) => void, { routeId = '/', isSubRequest = false }: Asked = {}): void {
	const nobody = { actor: null, helper: null, actingUnder: null, actingFor: null };
	const locals: App.Locals = { ...nobody, sessionId: null, pending: null, requestId: '' };
	void oneByOne({
		event: { locals, isSubRequest, route: { id: routeId } } as never,
		resolve: () => {
			note(locals.turnedAway === true);
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

it('turns away at once who would wait behind two hundred, but not the page of that answer, nor who asks for life', async () => {
	let waited = 0;
	for (let index = 0; index < 200; index += 1) begin(() => (waited += 1));
	const atOnce: [string, boolean][] = [];
	begin((isTurnedAway) => atOnce.push(['one more', isTurnedAway]));
	begin((isTurnedAway) => atOnce.push(['its page', isTurnedAway]), { isSubRequest: true });
	begin((isTurnedAway) => atOnce.push(['life', isTurnedAway]), { routeId: '/api/health/live' });
	expect(atOnce).toEqual([
		['one more', true],
		['its page', false],
		['life', false]
	]);
	while (waited < 200) await nextTurn();
});
