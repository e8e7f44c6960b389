import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggest, type Caps, type Preferences, type Suggestion } from '$lib/domain/matching/suggest';

const names = (letter: string, count: number) => Array.from({ length: count }, (_, i) => `${letter}${i}`);

/** Markets of up to 7 homes and 9 seekers, where lists need not be mutual. */
const market = fc
	.record({ homes: fc.integer({ min: 0, max: 7 }), seekers: fc.integer({ min: 0, max: 9 }) })
	.chain((size) => {
		const homes = names('h', size.homes);
		const seekers = names('s', size.seekers);
		const lists = (ids: string[], others: string[]) =>
			fc.tuple(...ids.map((id) => fc.tuple(fc.constant(id), fc.shuffledSubarray(others))));
		return fc.record({ homes: lists(homes, seekers), seekers: lists(seekers, homes) });
	})
	.map<Preferences>(({ homes, seekers }) => ({ homes: new Map(homes), seekers: new Map(seekers) }));

const caps = fc.record<Caps>({ perHome: fc.integer({ min: 1, max: 3 }), perSeeker: fc.integer({ min: 1, max: 3 }) });

const text = (suggestions: readonly Suggestion[]) => suggestions.map(({ home, seeker }) => `${home} ${seeker}`).sort();

/** Whether `id` would take `other`: it has room, or likes it better than somebody it was given. */
function wants(order: readonly string[], given: readonly string[], other: string, cap: number): boolean {
	const place = order.indexOf(other);
	if (place < 0 || given.includes(other)) return false;
	return given.length < cap || given.some((one) => order.indexOf(one) > place);
}

function blockingPairs(preferences: Preferences, suggestions: readonly Suggestion[], limit: Caps): string[] {
	const ofHome = (home: string) => suggestions.filter((one) => one.home === home).map((one) => one.seeker);
	const ofSeeker = (seeker: string) => suggestions.filter((one) => one.seeker === seeker).map((one) => one.home);
	return [...preferences.homes].flatMap(([home, order]) =>
		[...preferences.seekers]
			.filter(
				([seeker, wishes]) =>
					wants(order, ofHome(home), seeker, limit.perHome) && wants(wishes, ofSeeker(seeker), home, limit.perSeeker)
			)
			.map(([seeker]) => `${home} ${seeker}`)
	);
}

describe('suggestions', () => {
	it('leave no home and seeker who would both rather have each other', () =>
		fc.assert(
			fc.property(market, caps, (m, limit) => {
				expect(blockingPairs(m, suggest(m, limit), limit)).toEqual([]);
			}),
			{ numRuns: 500 }
		));

	it('keep to both caps and to what both sides accept, each pair once', () =>
		fc.assert(
			fc.property(market, caps, (m, limit) => {
				const given = suggest(m, limit);
				expect(new Set(text(given)).size).toBe(given.length);
				for (const { home, seeker } of given) {
					expect(m.homes.get(home)).toContain(seeker);
					expect(m.seekers.get(seeker)).toContain(home);
					expect(given.filter((one) => one.home === home).length).toBeLessThanOrEqual(limit.perHome);
					expect(given.filter((one) => one.seeker === seeker).length).toBeLessThanOrEqual(limit.perSeeker);
				}
			})
		));

	it('do not depend on the order of rows', () =>
		fc.assert(
			fc.property(market, caps, fc.infiniteStream(fc.nat()), (m, limit, numbers) => {
				const shuffle = <T>(rows: Iterable<T>) =>
					[...rows].map((row) => [numbers.next().value, row] as const).sort((a, b) => a[0] - b[0]);
				const again = {
					homes: new Map(shuffle(m.homes).map(([, row]) => row)),
					seekers: new Map(shuffle(m.seekers).map(([, row]) => row))
				};
				expect(suggest(again, limit)).toEqual(suggest(m, limit));
			})
		));

	it('give every seeker its best: no other stable set of suggestions gives one a better first home', () => {
		const m: Preferences = {
			homes: new Map([
				['h0', ['s1', 's0']],
				['h1', ['s0', 's1']]
			]),
			seekers: new Map([
				['s0', ['h0', 'h1']],
				['s1', ['h1', 'h0']]
			])
		};
		expect(text(suggest(m, { perHome: 1, perSeeker: 1 }))).toEqual(['h0 s0', 'h1 s1']);
	});

	it('stop at five a side', () => {
		const homes = names('h', 8);
		const seekers = names('s', 8);
		const all = suggest({
			homes: new Map(homes.map((home) => [home, seekers])),
			seekers: new Map(seekers.map((seeker) => [seeker, homes]))
		});
		expect(all.filter((one) => one.home === 'h0').length).toBe(5);
		expect(all.length).toBeLessThanOrEqual(40);
	});
});
