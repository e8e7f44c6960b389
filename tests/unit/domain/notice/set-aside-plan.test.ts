import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	countsOfPlan,
	drawPlan,
	ownCounts,
	planSetAsides,
	planText,
	readPlan
} from '$lib/domain/notice/set-aside-plan';
import { aPlan, aSecret } from '../../../support/drawn-round';
import { runs } from '../../../support/runs';

const indigent = { category: 'indigent', share: 2000, rounding: 'up', hidden: true } as const;
const rule = { notice: 'A-1', earlierPublicNumber: 'c0ffee', shares: [indigent], accessibleFor: ['wheelchair'] };
const homes = (sizes: Readonly<Record<number, number>>) =>
	Object.entries(sizes).flatMap(([size, count]) =>
		Array.from({ length: count }, (_, i) => {
			return {
				id: `${size}-${i}`,
				list: 'comune',
				sizeClass: Number(size),
				zone: '1',
				areaDm2: 5000,
				accessible: false
			};
		})
	);

describe('the plan of a notice’s set-asides', () => {
	test('says how many dwellings of each size are set aside, by list', () => {
		const plan = planSetAsides(homes({ 1: 20, 2: 10, 3: 2 }), rule);
		expect(countsOfPlan(plan)).toEqual([
			{ list: 'comune', category: 'indigent', sizes: [1], homes: 4, among: 20 },
			{ list: 'comune', category: 'indigent', sizes: [2, 3], homes: 3, among: 12 }
		]);
	});

	test('draws those with the smallest tickets of each size, worked out by hand', () => {
		const plan = planSetAsides(homes({ 1: 20, 2: 10 }), rule);
		const secret = '7e'.repeat(32);
		const ticket = (id: string) =>
			createHmac('sha256', Buffer.from(`c0ffee${secret}`, 'hex'))
				.update(`A-1|${id}`)
				.digest('hex');
		const first = (size: number, count: number) =>
			plan.dwellings
				.filter(({ sizeClass }) => sizeClass === size)
				.map(({ id }) => id)
				.sort((a, b) => (ticket(a) < ticket(b) ? -1 : 1))
				.slice(0, count);
		const drawn = [...drawPlan(plan, secret)].flatMap(([id, categories]) => (categories.length > 0 ? [id] : []));
		expect(drawn.sort()).toEqual([...first(1, 4), ...first(2, 2)].sort());
	});

	test('its numbers are those of every draw, whatever the secret, and it reads back to the byte', () => {
		fc.assert(
			fc.property(aPlan, aSecret, (plan, secret) => {
				const labels = drawPlan(plan, secret);
				const groups = countsOfPlan(plan);
				for (const { list, category, sizes, homes: count } of groups) {
					const drawn = plan.dwellings.filter(
						({ id, sizeClass, list: of }) =>
							of === list && sizes.includes(sizeClass) && labels.get(id)!.join() === category
					);
					expect(drawn).toHaveLength(count);
				}
				const text = planText(plan);
				expect(readPlan(text)).toEqual(plan);
				expect(ownCounts(text)).toEqual(groups);
				expect(readPlan(text.replace('"homes":', '"homes":1'))).toEqual(groups.length === 0 ? plan : null);
			}),
			runs(100)
		);
	});

	test('the shares that may be said are the same under every secret', () => {
		fc.assert(
			fc.property(aPlan, aSecret, aSecret, (plan, one, two) => {
				const said = (secret: string) =>
					[...drawPlan(plan, secret)].filter(([, [category]]) => category === 'young' || category === 'wheelchair');
				expect(said(one)).toEqual(said(two));
			}),
			runs(100)
		);
	});

	test('without the secret nothing tells a drawn dwelling from another of its size: each is drawn and spared', () => {
		const plan = planSetAsides(homes({ 1: 9, 2: 6, 3: 2 }), rule);
		const drawn = new Map(plan.dwellings.map(({ id }) => [id, 0]));
		const DRAWS = 400;
		for (let i = 0; i < DRAWS; i++) {
			const secret = i.toString(16).padStart(64, '0');
			for (const [id, categories] of drawPlan(plan, secret)) drawn.set(id, drawn.get(id)! + categories.length);
		}
		for (const { sizes, homes: count, among } of countsOfPlan(plan)) {
			for (const { id, sizeClass } of plan.dwellings) {
				if (!sizes.includes(sizeClass)) continue;
				const expected = (DRAWS * count) / among;
				// Five deviations of a binomial of this mean.
				expect(Math.abs(drawn.get(id)! - expected), id).toBeLessThan(5 * Math.sqrt(expected));
			}
		}
	});
});
