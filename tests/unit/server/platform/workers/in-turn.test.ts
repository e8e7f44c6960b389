import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { isOutage } from '$lib/server/platform/db/outage';
import { queueOf } from '$lib/server/platform/workers/in-turn';

/** An act that runs until it is told to end. */
function anAct(begun: string[], name: string) {
	let end = () => {};
	const ended = new Promise<void>((resolve) => (end = resolve));
	const act = async () => {
		begun.push(name);
		await ended;
		return name;
	};
	return { act, end: () => end() };
}

it('runs no more than so many at once, the others in their order, and refuses one too many', async () => {
	const begun: string[] = [];
	const inTurn = queueOf(2, 2);
	const acts = ['a', 'b', 'c', 'd'].map((name) => anAct(begun, name));
	const results = acts.map(({ act }) => inTurn(undefined, act));
	await expect(inTurn(undefined, anAct(begun, 'e').act)).rejects.toSatisfy(isOutage);
	expect(begun).toEqual(['a', 'b']);
	acts[1]!.end();
	await results[1];
	await nextTurn();
	expect(begun).toEqual(['a', 'b', 'c']);
	for (const { end } of acts) end();
	expect(await Promise.all(results)).toEqual(['a', 'b', 'c', 'd']);
});

it('an act that fails lets the next one begin', async () => {
	const inTurn = queueOf(1);
	await expect(inTurn(undefined, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
	expect(await inTurn(undefined, async () => 'next')).toBe('next');
});
