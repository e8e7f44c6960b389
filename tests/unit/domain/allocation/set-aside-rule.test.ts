import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dwellingsForShare, setDwellingsAside, type LabelledDwelling } from '$lib/domain/allocation/set-aside-rule';
import { runs } from '../../../support/runs';

const rule = {
	notice: 'avviso',
	earlierPublicNumber: 'c0ffee',
	shares: [
		{ category: 'very-poor', share: 2000, rounding: 'up' },
		{ category: 'art-14', share: 2000, rounding: 'half-up' }
	],
	accessibleFor: ['needs-accessible', 'uses-accessible']
} as const;

const aDwelling = (over: Partial<LabelledDwelling>): LabelledDwelling => ({
	id: 'u0',
	list: 'comune',
	sizeClass: 1,
	zone: '3',
	areaDm2: 5800,
	accessible: false,
	...over
});
const start = (list: string, category: string, among: number) => {
	const mac = createHmac('sha256', Buffer.from(rule.earlierPublicNumber, 'hex')).update(`avviso|${list}|${category}`);
	return Number(mac.digest().readBigUInt64BE() % BigInt(among));
};

describe('the number of dwellings a share is', () => {
	it.each([
		['250 dwellings, 20 %', 250, 2000, 'up', 50],
		['310 dwellings, 40 %', 310, 4000, 'up', 124],
		['7 dwellings, 20 %, rounded up', 7, 2000, 'up', 2],
		['one dwelling, 20 %', 1, 2000, 'up', 1],
		['12 dwellings, 20 %, from 0.5 up', 12, 2000, 'half-up', 2],
		['13 dwellings, 20 %, from 0.5 up', 13, 2000, 'half-up', 3],
		['5 dwellings, 10 %, exactly 0.5', 5, 1000, 'half-up', 1],
		['none', 0, 2000, 'up', 0]
	] as const)('%s', (_, dwellings, share, rounding, expected) => {
		expect(dwellingsForShare(dwellings, { share, rounding })).toBe(expected);
	});
});

describe('the dwellings set aside', () => {
	it('are those the published rule gives, worked out by hand', () => {
		const dwellings = Array.from({ length: 7 }, (_, i) => aDwelling({ id: `u${i}`, areaDm2: 9000 - i }));
		const sorted = dwellings.toReversed().map(({ id }) => id);
		const s = start('comune', 'very-poor', 7);
		const poor = [sorted[Math.floor(s / 2)], sorted[Math.floor((7 + s) / 2)]];
		const rest = sorted.filter((id) => !poor.includes(id));
		const other = rest[start('comune', 'art-14', 5)];
		const labels = setDwellingsAside(dwellings, rule);
		const labelled = (category: string) => [...labels].filter(([, [label]]) => label === category).map(([id]) => id);
		expect(labelled('very-poor').toSorted()).toEqual(poor.toSorted());
		expect(labelled('art-14')).toEqual([other]);
	});

	it('spread evenly over sizes and zones, in that order of importance', () => {
		const dwellings = [1, 2, 3, 4].flatMap((sizeClass) =>
			['à', '9', '10'].map((zone) => aDwelling({ id: `u${zone}-${sizeClass}`, sizeClass, zone }))
		);
		const third = { ...rule, shares: [{ category: 'x', share: 3333, rounding: 'up' }] as const };
		const labels = setDwellingsAside(dwellings, third);
		const chosen = dwellings.filter(({ id }) => labels.get(id)?.includes('x'));
		expect(chosen.map(({ sizeClass }) => sizeClass)).toEqual([1, 2, 3, 4]);
		expect(new Set(chosen.map(({ zone }) => zone)).size).toBe(1);
	});

	it('always include the accessible ones, first for households that need one, and never give them to a share', () => {
		const dwellings = Array.from({ length: 10 }, (_, i) => aDwelling({ id: `u${i}`, accessible: i < 8 }));
		const labels = setDwellingsAside(dwellings, rule);
		for (const { id, accessible } of dwellings) {
			expect(labels.get(id)).toEqual(accessible ? rule.accessibleFor : ['very-poor']);
		}
	});

	it('are as many as the shares ask for in each list, whatever the order of the rows', () => {
		const some = fc.array(
			fc.record({ list: fc.constantFrom('comune', 'aler'), sizeClass: fc.nat(3), zone: fc.constantFrom('1', '2') }),
			{ maxLength: 60, size: 'max' }
		);
		fc.assert(
			fc.property(some, (rows) => {
				const dwellings = rows.map((row, i) => aDwelling({ id: `u${i}`, ...row }));
				const labels = setDwellingsAside(dwellings, rule);
				const turned = setDwellingsAside(dwellings.toReversed(), rule);
				for (const { id } of dwellings) expect(turned.get(id)).toEqual(labels.get(id));
				for (const list of ['comune', 'aler']) {
					const ofList = dwellings.filter((dwelling) => dwelling.list === list);
					for (const share of rule.shares) {
						const count = ofList.filter(({ id }) => labels.get(id)?.[0] === share.category).length;
						expect(count).toBeLessThanOrEqual(dwellingsForShare(ofList.length, share));
						if (share.category === 'very-poor') expect(count).toBe(dwellingsForShare(ofList.length, share));
					}
				}
			}),
			runs(100)
		);
	});
});
