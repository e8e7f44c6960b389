import { describe, expect, it } from 'vitest';
import { noHealthFacts } from '$lib/domain/accessibility/needs';
import type { FactName } from '$lib/domain/household/facts';
import { sap2025 } from '$lib/domain/ruleset/sets/sap-2025';
import { checklistOf } from '$lib/domain/verification/checklist';
import { compareScores } from '$lib/domain/verification/compare-scores';
import type { Finding } from '$lib/domain/verification/finding';
import { anyRules } from '../../../support/builders/told';
import { aHousehold, aHouseholdOf } from '../../../support/builders/household';

const TODAY = '2026-11-22';
const valid = { iseeKind: 'ordinary', iseeValidTo: '2026-12-31' } as const;
const ofHousehold = (changes = {}, findings: readonly Finding[] = [], rules = sap2025) =>
	checklistOf({ household: aHousehold({ ...valid, ...changes }), health: noHealthFacts }, findings, rules, TODAY);
const row = (list: ReturnType<typeof ofHousehold>, fact: FactName) => list.rows.find((one) => one.fact === fact)!;
const accepted = (fact: FactName): Finding => ({ fact, act: 'accepted' });
const corrected = (fact: FactName, value: unknown): Finding => ({ fact, act: 'corrected', value });
const unproven = (fact: FactName): Finding => ({ fact, act: 'not-proven' });

/** Accepts every fact that the list still wants, as an officer would, and then these findings. */
function settled(changes: object, ...findings: Finding[]) {
	const all = (list: ReturnType<typeof ofHousehold>) =>
		list.rows.filter(({ needed }) => needed).map(({ fact }) => accepted(fact));
	const last = (given: readonly Finding[]) => [...new Map(given.map((one) => [one.fact, one])).values()];
	return ofHousehold(changes, last([...all(ofHousehold(changes, findings)), ...findings]));
}

describe('what is to be checked', () => {
	it('every fact of a requirement, whatever was declared', () => {
		const list = ofHousehold();
		for (const fact of ['iseeCents', 'assetsCents', 'citizenship', 'ownsAdequateHome', 'squatted'] as const)
			expect(row(list, fact), fact).toMatchObject({ needed: true, state: 'open' });
	});

	it('a criterion only where it gave points: a household that claims no eviction has nothing to prove', () => {
		expect(row(ofHousehold(), 'eviction').needed).toBe(false);
		const home = { ...aHousehold().home, eviction: 'notified' };
		expect(row(ofHousehold({ home }), 'eviction').needed).toBe(true);
	});

	it('a permit of those who have one', () => {
		const of = (citizenship: string) => row(ofHousehold({ citizenship }, [], anyRules), 'permitValidTo').needed;
		expect([of('italian'), of('eu'), of('eu-long-term-permit')]).toEqual([false, false, true]);
	});

	it('nothing about the home of a household that has none', () => {
		const home = { kind: 'none', netAreaDm2: null, eviction: 'none', unhealthy: false };
		const list = ofHousehold({ home }, [], anyRules);
		expect(row(list, 'kind').needed).toBe(true);
		expect(row(list, 'netAreaDm2').needed).toBe(false);
	});

	it('a fact that counts only since another was corrected', () => {
		const household = aHouseholdOf(2, { home: { ...aHousehold().home, netAreaDm2: 5000 } });
		const judge = (findings: readonly Finding[]) =>
			checklistOf({ household, health: noHealthFacts }, findings, anyOvercrowding, TODAY);
		expect(row(judge([]), 'netAreaDm2').needed).toBe(false);
		expect(row(judge([corrected('members', aHouseholdOf(5).members)]), 'netAreaDm2').needed).toBe(true);
	});
});

const anyOvercrowding = {
	...sap2025,
	scoring: {
		overcrowding: {
			value: { underDm2: [1700, 1700, 3400, 5000, 5100], points: 400 },
			certainty: 'illustrative' as const,
			source: 'test'
		}
	}
};

describe('where the request stands', () => {
	it('is open until the last fact that counts is settled', () => {
		expect(ofHousehold().standing).toBe('open');
		expect(settled({}).standing).toBe('verified');
		expect(settled({}, { fact: 'iseeCents', act: 'reopened' }).standing).toBe('open');
		expect(settled({}, { fact: 'iseeCents', act: 'asked' }).standing).toBe('open');
		expect(settled({}, { fact: 'iseeCents', act: 'answered' }).standing).toBe('open');
	});

	it('a corrected fact that fails a requirement decides at once', () => {
		const list = ofHousehold({}, [corrected('iseeCents', 1_600_001)]);
		expect(list.standing).toBe('failed');
		expect(list.failures).toMatchObject([{ requirement: 'isee', reason: 'isee-over-limit', fact: 1_600_001 }]);
		expect(ofHousehold({}, [corrected('iseeCents', 1_600_000)]).failures).toEqual([]);
	});

	it('a fact that is not declared waits for its check, and decides once it is not proven', () => {
		expect(ofHousehold({ assetsCents: null }).failures).toEqual([]);
		expect(ofHousehold({ assetsCents: null }, [unproven('assetsCents')]).failures).toMatchObject([
			{ requirement: 'assets', outcome: 'missing', reason: 'not-proven' }
		]);
	});

	it('what is not proven is never taken for a no', () => {
		const list = settled({}, unproven('ownsAdequateHome'));
		expect(list.failures).toMatchObject([{ requirement: 'noAdequateHome', reason: 'not-proven' }]);
	});

	it('work is enough where residence is not proven, and neither is not', () => {
		expect(settled({}, unproven('regionSince')).failures).toEqual([]);
		expect(settled({ worksInLombardy: false }, unproven('regionSince')).failures).toMatchObject([
			{ requirement: 'residenceOrWork', reason: 'not-proven' }
		]);
	});
});

describe('the points', () => {
	it('side by side, each line with its change', () => {
		const household = aHouseholdOf(3, { iseeCents: 500_000 });
		const rules = {
			...sap2025,
			scoring: {
				minorChildren: {
					value: { each: 200, max: 600 },
					certainty: 'illustrative' as const,
					source: 'test'
				}
			}
		};
		const one = corrected('members', aHouseholdOf(2).members);
		const { score } = checklistOf({ household, health: noHealthFacts }, [one], rules, TODAY);
		expect(compareScores(score.declared, score.verified)).toMatchObject([
			{ criterion: 'minorChildren', declared: { points: 400 }, verified: { points: 200 }, change: -200 }
		]);
	});

	it('a handicap declared for the whole household goes when no disability is found', () => {
		const health = { ...noHealthFacts, severeDisability: true };
		const judge = (findings: readonly Finding[]) =>
			checklistOf({ household: aHousehold(), health }, findings, anyRules, TODAY).results.find(
				({ requirement }) => requirement === 'seriousHandicap'
			);
		expect(judge([])).toMatchObject({ outcome: 'met' });
		expect(judge([corrected('disabilities', [])])).toMatchObject({ outcome: 'failed' });
		expect(judge([unproven('disabilities')])).toMatchObject({ outcome: 'missing', reason: 'not-proven' });
	});
});
