import { describe, expect, it } from 'vitest';
import { settleRoute, stepsOf, type Segment } from '$lib/domain/accessibility/route';
import { currentFindings, newFindings, type Survey } from '$lib/domain/accessibility/survey';
import { estimateWorks } from '$lib/domain/accessibility/works';

const survey = (findings: Survey['findings'], on: string | null): Survey => ({
	how: on === null ? 'declared' : 'measured',
	on,
	surveyor: on && 'R. Riva',
	findings,
	recordedAt: '2026-05-01T10:00:00.000Z'
});

describe('surveys', () => {
	it('the latest survey that has a feature gives its value, with the source', () => {
		const found = currentFindings([
			survey({ innerDoorMm: 700, corridorMm: 1_000 }, null),
			survey({ innerDoorMm: 680 }, '2026-04-30')
		]);
		expect(found.get('innerDoorMm')).toEqual({ value: 680, how: 'measured', on: '2026-04-30', surveyor: 'R. Riva' });
		expect(found.get('corridorMm')).toEqual({ value: 1_000, how: 'declared', on: null, surveyor: null });
		expect(found.has('turningMm')).toBe(false);
	});

	it('records changed and withdrawn values', () => {
		const before = { innerDoorMm: 700, corridorMm: 1_000, turningMm: null, rooms: 2 };
		const after = { innerDoorMm: 680, corridorMm: null, turningMm: null, rooms: 3 };
		const names = ['innerDoorMm', 'corridorMm', 'turningMm'];
		expect(newFindings(names, before, after)).toEqual({ innerDoorMm: 680, corridorMm: null });
		expect(newFindings(names, null, after)).toEqual({ innerDoorMm: 680 });
	});
});

describe('a route', () => {
	const piece = (kind: Segment['kind'], widthMm: number | null = null, steps: number | null = null): Segment => ({
		...{ kind, widthMm, steps, slope: null, heightMm: null, handrail: null }
	});
	const settled = (...route: Segment[]) => settleRoute({ route, stepFreeEntrance: null, entranceDoorMm: 850 });

	it('says whether there are steps and which door is the narrowest', () => {
		expect(settled(piece('path'), piece('door', 900), piece('door', 780))).toMatchObject({
			stepFreeEntrance: true,
			entranceDoorMm: 780
		});
		expect(settled(piece('steps', null, 2))).toMatchObject({ stepFreeEntrance: false, entranceDoorMm: 850 });
		expect(settled(piece('door', 900), piece('door'))).toMatchObject({ entranceDoorMm: null });
	});

	it('leaves a building without a route as it is', () => {
		const declared = { route: null, stepFreeEntrance: true, entranceDoorMm: 800 };
		expect(settleRoute(declared)).toBe(declared);
	});

	it('counts its steps, unless a flight was not counted', () => {
		expect(stepsOf([piece('steps', null, 2), piece('door'), piece('steps', null, 3)])).toBe(5);
		expect(stepsOf([piece('steps', null, 2), piece('steps')])).toBeNull();
	});
});

describe('the cost of works', () => {
	it('adds up the entered costs, and names the works without one', () => {
		const costs = {
			'inner-doors': { minCents: 50_000, maxCents: 90_000 },
			thresholds: { minCents: 10_000, maxCents: null }
		};
		expect(estimateWorks(['inner-doors', 'thresholds', 'kitchen'], costs)).toEqual({
			minCents: 50_000,
			maxCents: 90_000,
			without: ['thresholds', 'kitchen']
		});
	});
});
