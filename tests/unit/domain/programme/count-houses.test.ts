import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countHouses, type ProgrammeDwelling } from '$lib/domain/programme/count-houses';
import { houseStates } from '$lib/domain/programme/house-state';
import { milestoneEvents } from '$lib/domain/programme/milestone';
import { proofOf, stateOf } from '$lib/domain/programme/state-of';
import { aHistory, certified, worksDone } from './history';

const aDwelling = (code: string, history: ProgrammeDwelling['history'], synthetic = false): ProgrammeDwelling => ({
	...{ code, history, synthetic }
});
const invented = (code: string) => aDwelling(code, aHistory(certified, { synthetic: true }), true);

const anyHistory = fc
	.record({ events: fc.subarray([...milestoneEvents]), offered: fc.boolean(), keysDelivered: fc.boolean() })
	.map(({ events, ...now }) => ({ history: (synthetic: boolean) => aHistory(events, { ...now, synthetic }) }));
const anyDwellings = fc
	.array(fc.tuple(anyHistory, fc.boolean()), { maxLength: 200 })
	.map((all) => all.map(([{ history }, synthetic], index) => aDwelling(`A${index}`, history(synthetic), synthetic)));

describe('counting the houses', () => {
	it('draws 145 houses to be identified when nothing is known', () => {
		const count = countHouses([], 145);
		expect(count.real.houses).toHaveLength(145);
		expect(count.real.counts.not_identified).toBe(145);
		expect(count.proofs).toEqual({ certified: 0, declared: 0, demo: 0 });
		expect(count.demo.houses).toEqual([]);
	});

	it('orders them by state, then by the day of the certificate, then by code; what counts stays when it leaves', () => {
		const later = aHistory([...worksDone, 'works_planned', 'certified']);
		const dwellings = [
			aDwelling('W', aHistory(worksDone)),
			aDwelling('C', later),
			aDwelling('B', aHistory(certified)),
			aDwelling('A', aHistory(certified)),
			aDwelling('O', aHistory(certified, { offered: true })),
			aDwelling('K', aHistory(certified, { keysDelivered: true })),
			aDwelling('X', aHistory([...certified, 'withdrawn'])),
			aDwelling('Y', aHistory([...worksDone, 'withdrawn']))
		];
		const { real, proofs } = countHouses(dwellings, 8);
		expect(real.houses.map(({ code }) => code)).toEqual(['K', 'O', 'A', 'B', 'X', 'C', 'W', null]);
		expect(proofs.certified).toBe(6);
	});

	it('81 declared and 29 invented are two figures, in two groups, and nobody adds them', () => {
		const declared = Array.from({ length: 81 }, (_, index) => aDwelling(`D${index}`, aHistory(['declared'])));
		const demo = Array.from({ length: 29 }, (_, index) => invented(`S${index}`));
		const count = countHouses([...demo, ...declared], 145);
		expect(count.proofs).toEqual({ certified: 0, declared: 81, demo: 29 });
		expect(count.real.houses).toHaveLength(81);
		expect(count.demo.houses).toHaveLength(64);
		expect(count.demo.houses[0]!.number).toBe(82);
		expect(count.demo.counts).toMatchObject({ restored: 29, not_identified: 35 });
	});

	it('a declared home with a certificate counts once, as certified', () => {
		const both = aDwelling('D', aHistory(['declared', 'certified']));
		expect(countHouses([both], 145)).toMatchObject({
			proofs: { certified: 1, declared: 0, demo: 0 },
			declaredAndCertified: 1
		});
	});

	it('draws more houses than the target when there are more', () => {
		const many = Array.from({ length: 150 }, (_, index) => aDwelling(`A${index}`, aHistory(certified)));
		const count = countHouses(many, 145);
		expect(count.real.houses.at(-1)?.number).toBe(150);
		expect(count.real.counts.not_identified).toBe(0);
	});

	it('always adds up, and an invented dwelling is in no real figure', () => {
		fc.assert(
			fc.property(anyDwellings, fc.nat(200), (dwellings, target) => {
				const { real, demo, proofs } = countHouses(dwellings, target);
				const drawn = dwellings.filter(({ history }) => stateOf(history) !== 'withdrawn' || proofOf(history));
				const houses = [...real.houses, ...demo.houses];
				expect(houses.map(({ number }) => number)).toEqual(houses.map((_, index) => index + 1));
				expect(houses).toHaveLength(Math.max(drawn.length, target));
				for (const group of [real, demo])
					expect(houseStates.reduce((total, state) => total + group.counts[state], 0)).toBe(group.houses.length);
				const synthetic = new Set(dwellings.filter((one) => one.synthetic).map(({ code }) => code));
				expect(real.houses.some(({ code }) => code !== null && synthetic.has(code))).toBe(false);
				expect(proofs.certified).toBe(dwellings.filter(({ history }) => proofOf(history) === 'certified').length);
			})
		);
	});

	it('does not depend on the order of the rows', () => {
		fc.assert(
			fc.property(anyDwellings, fc.infiniteStream(fc.nat()), (dwellings, keys) => {
				const shuffled = dwellings
					.map((dwelling) => ({ dwelling, key: keys.next().value as number }))
					.sort((a, b) => a.key - b.key)
					.map(({ dwelling }) => dwelling);
				expect(countHouses(shuffled, 145)).toEqual(countHouses(dwellings, 145));
			})
		);
	});
});
