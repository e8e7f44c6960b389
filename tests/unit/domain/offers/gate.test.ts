import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HomeToOffer } from '../../../../src/lib/domain/dwelling/may-be-offered';
import {
	countObstacles,
	obstaclesOf,
	stopsAcceptance,
	unchanged,
	type HouseholdAndHome
} from '../../../../src/lib/domain/offers/gate';

const home: HomeToOffer = {
	...{ withdrawn: false, alreadyLet: false, damaged: false, worksReopened: false, leaving: false, restored: true }
};
const free: HouseholdAndHome = {
	...{ requestEnded: false, rejectionUntil: null, check: null, hasOtherHome: false },
	...{ changed: unchanged, home }
};
const reasons = (changes: Partial<HouseholdAndHome>) =>
	obstaclesOf({ ...free, ...changes }).map(({ because }) => because);

describe('the gate before a home', () => {
	test('is open where nothing stands in the way', () => {
		expect(obstaclesOf(free)).toEqual([]);
	});

	test.each<[string, Partial<HouseholdAndHome>, string]>([
		['the request has ended', { requestEnded: true }, 'request-ended'],
		['a notice of rejection is open', { rejectionUntil: '2026-12-02T22:59:59.999Z' }, 'rejection-open'],
		['its facts are not verified', { check: 'open' }, 'not-verified'],
		['a requirement is missing', { check: 'failed' }, 'requirement-missing'],
		['the household has another home', { hasOtherHome: true }, 'other-home'],
		['a change waits for the office', { changed: { ...unchanged, waits: true } }, 'change-open'],
		['its applicant died', { changed: { ...unchanged, withoutApplicant: true } }, 'without-applicant'],
		['the home does not fit its people any more', { changed: { ...unchanged, wrongSize: true } }, 'wrong-size'],
		['the home was withdrawn', { home: { ...home, withdrawn: true } }, 'withdrawn'],
		['the home is damaged', { home: { ...home, damaged: true } }, 'damaged'],
		['a removal of the home waits', { home: { ...home, leaving: true } }, 'leaving'],
		['the home is not restored', { home: { ...home, restored: false } }, 'not-restored']
	])('is closed because %s', (_, changes, because) => {
		expect(reasons(changes)).toEqual([because]);
	});

	test('is open for a verified request', () => {
		expect(reasons({ check: 'verified' })).toEqual([]);
	});

	test('tells every reason, and until when the household may answer', () => {
		const until = '2026-12-02T22:59:59.999Z';
		const all = { requestEnded: true, rejectionUntil: until, hasOtherHome: true, home: { ...home, damaged: true } };
		expect(reasons(all)).toEqual(['request-ended', 'rejection-open', 'other-home', 'damaged']);
		expect(obstaclesOf({ ...free, rejectionUntil: until })).toEqual([{ because: 'rejection-open', until }]);
	});

	test('is open exactly when nothing stands against the home, and tells each reason once', () => {
		fc.assert(
			fc.property(anything, (facts) => {
				const found = obstaclesOf(facts).map(({ because }) => because);
				expect(found.toSorted()).toEqual(against(facts).toSorted());
			})
		);
	});

	test('never opens by one more thing against it', () => {
		fc.assert(
			fc.property(anything, anything, (one, other) => {
				const both = obstaclesOf(worseOf(one, other)).map(({ because }) => because);
				for (const facts of [one, other])
					for (const { because } of obstaclesOf(facts)) if (because !== 'not-verified') expect(both).toContain(because);
			})
		);
	});
});

describe('the reasons of many homes', () => {
	test('count a home under each of its reasons, with the first day on which one may go on', () => {
		const [early, late] = ['2026-12-02T22:59:59.999Z', '2026-12-09T22:59:59.999Z'];
		const held = [
			[{ because: 'rejection-open', until: late } as const, { because: 'not-verified' } as const],
			[{ because: 'rejection-open', until: early } as const],
			[{ because: 'not-verified' } as const],
			[{ because: 'not-verified' } as const]
		];
		expect(countObstacles(held)).toEqual([
			{ because: 'not-verified', homes: 3, until: null },
			{ because: 'rejection-open', homes: 2, until: early }
		]);
		expect(countObstacles([])).toEqual([]);
	});
});

const anyHome: fc.Arbitrary<HomeToOffer> = fc.record({
	...{ withdrawn: fc.boolean(), alreadyLet: fc.boolean(), damaged: fc.boolean() },
	...{ worksReopened: fc.boolean(), leaving: fc.boolean(), restored: fc.boolean() }
});
const anything: fc.Arbitrary<HouseholdAndHome> = fc.record({
	requestEnded: fc.boolean(),
	rejectionUntil: fc.constantFrom(null, '2026-12-02T22:59:59.999Z'),
	check: fc.constantFrom(null, 'open' as const, 'verified' as const, 'failed' as const),
	hasOtherHome: fc.boolean(),
	changed: fc.record({ waits: fc.boolean(), withoutApplicant: fc.boolean(), wrongSize: fc.boolean() }),
	home: anyHome
});

/** The reasons, written a second time and in another way. */
function against({ requestEnded, rejectionUntil, check, hasOtherHome, changed, home }: HouseholdAndHome): string[] {
	const found: string[] = [];
	if (requestEnded) found.push('request-ended');
	if (rejectionUntil) found.push('rejection-open');
	if (check === 'open') found.push('not-verified');
	if (check === 'failed') found.push('requirement-missing');
	if (hasOtherHome) found.push('other-home');
	if (changed.waits) found.push('change-open');
	if (changed.withoutApplicant) found.push('without-applicant');
	if (changed.wrongSize) found.push('wrong-size');
	if (home.withdrawn) found.push('withdrawn');
	if (home.alreadyLet) found.push('already-let');
	if (home.damaged) found.push('damaged');
	if (home.worksReopened) found.push('works-reopened');
	if (home.leaving) found.push('leaving');
	if (!home.restored) found.push('not-restored');
	return found;
}

const checks = [null, 'verified', 'open', 'failed'] as const;

function worseOf(one: HouseholdAndHome, other: HouseholdAndHome): HouseholdAndHome {
	const [a, b] = [one.home, other.home];
	return {
		requestEnded: one.requestEnded || other.requestEnded,
		rejectionUntil: one.rejectionUntil ?? other.rejectionUntil,
		check: checks[Math.max(checks.indexOf(one.check), checks.indexOf(other.check))]!,
		hasOtherHome: one.hasOtherHome || other.hasOtherHome,
		changed: {
			waits: one.changed.waits || other.changed.waits,
			withoutApplicant: one.changed.withoutApplicant || other.changed.withoutApplicant,
			wrongSize: one.changed.wrongSize || other.changed.wrongSize
		},
		home: {
			withdrawn: a.withdrawn || b.withdrawn,
			alreadyLet: a.alreadyLet || b.alreadyLet,
			damaged: a.damaged || b.damaged,
			worksReopened: a.worksReopened || b.worksReopened,
			leaving: a.leaving || b.leaving,
			restored: a.restored && b.restored
		}
	};
}

describe('an acceptance', () => {
	test('is stopped by another home and by a request that ended, and by nothing that the office still has to do', () => {
		const check = {
			rejectionUntil: '2026-12-02T22:59:59.999Z',
			check: 'open',
			changed: { waits: true, withoutApplicant: true, wrongSize: true },
			home: { ...home, leaving: true }
		} as const;
		expect(stopsAcceptance(obstaclesOf({ ...free, ...check }))).toBeUndefined();
		expect(stopsAcceptance(obstaclesOf({ ...free, ...check, hasOtherHome: true }))).toBe('other-home');
		expect(stopsAcceptance(obstaclesOf({ ...free, requestEnded: true }))).toBe('request-ended');
	});
});
