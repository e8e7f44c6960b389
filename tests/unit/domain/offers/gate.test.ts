import { describe, expect, test } from 'vitest';
import type { HomeToOffer } from '../../../../src/lib/domain/dwelling/may-be-offered';
import { obstaclesOf, type HouseholdAndHome } from '../../../../src/lib/domain/offers/gate';

const home: HomeToOffer = {
	...{ withdrawn: false, alreadyLet: false, damaged: false, worksReopened: false, leaving: false, restored: true }
};
const free: HouseholdAndHome = { requestEnded: false, rejectionUntil: null, hasOtherHome: false, home };
const reasons = (changes: Partial<HouseholdAndHome>) =>
	obstaclesOf({ ...free, ...changes }).map(({ because }) => because);

describe('the gate before a home', () => {
	test('is open where nothing stands in the way', () => {
		expect(obstaclesOf(free)).toEqual([]);
	});

	test.each<[string, Partial<HouseholdAndHome>, string]>([
		['the request has ended', { requestEnded: true }, 'request-ended'],
		['a notice of rejection is open', { rejectionUntil: '2026-12-02T22:59:59.999Z' }, 'rejection-open'],
		['the household has another home', { hasOtherHome: true }, 'other-home'],
		['the home was withdrawn', { home: { ...home, withdrawn: true } }, 'withdrawn'],
		['the home is damaged', { home: { ...home, damaged: true } }, 'damaged'],
		['a removal of the home waits', { home: { ...home, leaving: true } }, 'leaving'],
		['the home is not restored', { home: { ...home, restored: false } }, 'not-restored']
	])('is closed because %s', (_, changes, because) => {
		expect(reasons(changes)).toEqual([because]);
	});

	test('tells every reason, and until when the household may answer', () => {
		const until = '2026-12-02T22:59:59.999Z';
		const all = { requestEnded: true, rejectionUntil: until, hasOtherHome: true, home: { ...home, damaged: true } };
		expect(reasons(all)).toEqual(['request-ended', 'rejection-open', 'other-home', 'damaged']);
		expect(obstaclesOf({ ...free, rejectionUntil: until })).toEqual([{ because: 'rejection-open', until }]);
	});
});
