import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportCascade, type CascadeDwelling, type CascadeQuestion } from '$lib/domain/accessibility/cascade';
import { fitFor } from '$lib/domain/accessibility/fit';
import { needMask, needNames, needsOf, type Need } from '$lib/domain/accessibility/needs';
import { runRound } from '$lib/domain/allocation/run-round';
import { judgeChoices } from '$lib/domain/application/judge-choices';
import { categoriesOf } from '$lib/domain/household/categories';
import { rowsOfRequests } from '$lib/domain/rounds/rows-of-requests';
import { labelLedger } from '$lib/domain/rounds/label-ledger';
import { rankRequest, type SentRequest } from '$lib/domain/rounds/rank-request';
import { RequestCollector } from '$lib/domain/rounds/request-columns';
import { agency2026 } from '$lib/domain/ruleset/sets/agency-2026';
import { aHouseholdOf, healthFacts } from '../../../support/builders/household';
import { accessibleMeasures } from '../../../support/builders/measures';
import { aMeasuredDwelling } from '../../../support/builders/random-measures';

const accessible = ['wheelchair', 'reduced-mobility'];
/** 58 m2 suit three or four persons. */
const home = (id: string, changes: Partial<CascadeDwelling> = {}): CascadeDwelling => ({
	...{ id, list: 'comune', setAside: accessible, exclusive: false, netAreaDm2: 5_800, measures: accessibleMeasures },
	...changes
});
const plain = (id: string) => home(id, { setAside: [] });
const asks = (pseudonym: string, choices: string[], needs: Need[] = [], changes: Partial<SentRequest> = {}) => ({
	...{ pseudonym, choices, household: aHouseholdOf(3), health: healthFacts(...needs) },
	...{ submittedAt: '2026-11-22T10:00:00.000Z', ended: false, ...changes }
});

function question(dwellings: CascadeDwelling[], sent: SentRequest[], maxChoices = 3): CascadeQuestion {
	const collector = new RequestCollector(dwellings);
	for (const request of sent) collector.add(rankRequest(request, agency2026));
	return {
		...{ notice: 'n', beacon: '00', rules: agency2026, maxChoices, dwellings, requests: collector.columns() },
		needs: Int32Array.from(sent, ({ health }) => needMask(health.needs)),
		persons: Int32Array.from(sent, ({ household }) => household.members.length)
	};
}
const report = (...given: Parameters<typeof question>) =>
	reportCascade(question(...given)).map(({ dwelling, goesTo, toInvite }) => [
		dwelling,
		goesTo,
		toInvite.map((request) => given[1][request]!.pseudonym)
	]);

describe('an accessible dwelling', () => {
	it('goes first to a household that needs it, then to one that can use it, then to any that listed it, or to none', () => {
		const dwellings = ['a', 'b', 'c', 'd'].map((id) => home(id));
		const sent = [
			asks('1', ['a'], ['wheelchairIndoors']),
			asks('2', ['a', 'b'], ['fewSteps']),
			asks('3', ['a', 'b', 'c'])
		];
		expect(report(dwellings, sent).map(([id, goesTo]) => [id, goesTo])).toEqual([
			['a', 'needs'],
			['b', 'can-use'],
			['c', 'without-need'],
			['d', 'nobody']
		]);
	});

	it('is one by its label; others are not reported', () => {
		expect(report([plain('a'), home('b', { setAside: ['indigent'] })], [asks('1', ['a'])])).toEqual([]);
	});
});

describe('the households told of a dwelling that would go to one without need', () => {
	const falls = (request: SentRequest, dwelling: Partial<CascadeDwelling> = {}, maxChoices = 3) =>
		report([home('a', dwelling), plain('b'), plain('c')], [asks('0', ['a']), request], maxChoices)[0]!;

	it('need one, or can use one, and did not list it', () => {
		expect(falls(asks('1', ['b'], ['wheelchairIndoors']))).toEqual(['a', 'without-need', ['1']]);
		expect(falls(asks('1', ['b'], ['walker']))).toEqual(['a', 'without-need', ['1']]);
		expect(falls(asks('1', ['b'], ['hearing']))).toEqual(['a', 'without-need', []]);
		expect(falls(asks('1', ['b']))).toEqual(['a', 'without-need', []]);
	});

	it('are told also if no household would get it', () => {
		expect(report([home('a'), plain('b')], [asks('1', ['b'], ['fewSteps'])])).toEqual([['a', 'nobody', ['1']]]);
	});

	it('are none if a household that needs it gets it, and only those that need it if one that can use it gets it', () => {
		expect(falls(asks('1', ['a'], ['wheelchairIndoors']))).toEqual(['a', 'needs', []]);
		const sent = [
			asks('1', ['a'], ['fewSteps']),
			asks('2', ['b'], ['walker']),
			asks('3', ['b'], ['wheelchairIndoors'])
		];
		expect(report([home('a'), plain('b')], sent)).toEqual([['a', 'can-use', ['3']]]);
	});

	it('are those that it suits, perhaps with works, never those that it does not suit or of which it is unknown', () => {
		const needs: Need[] = ['wheelchairIndoors', 'quietHome'];
		const measured = (noiseDb: number | null) => ({ measures: { ...accessibleMeasures, noiseDb } });
		expect(falls(asks('1', ['b'], needs), measured(35))[2]).toEqual(['1']);
		expect(falls(asks('1', ['b'], needs), measured(36))[2]).toEqual(['1']);
		expect(falls(asks('1', ['b'], needs), measured(null))[2]).toEqual([]);
		const narrow = { measures: { ...accessibleMeasures, corridorMm: 999 } };
		expect(falls(asks('1', ['b'], needs), narrow)[2]).toEqual([]);
	});

	it('may have a home of that size, a carer counted', () => {
		const of = (persons: number, ...needs: Need[]) =>
			falls(asks('1', ['b'], ['wheelchairIndoors', ...needs], { household: aHouseholdOf(persons) }))[2];
		expect([1, 2, 3, 4, 5].map((persons) => of(persons))).toEqual([[], [], ['1'], ['1'], []]);
		expect(of(2, 'carersRoom')).toEqual(['1']);
	});

	it('have room in their list, and have not withdrawn', () => {
		expect(falls(asks('1', ['b', 'c'], ['walker']), {}, 3)[2]).toEqual(['1']);
		expect(falls(asks('1', ['b', 'c'], ['walker']), {}, 2)[2]).toEqual([]);
		expect(falls(asks('1', ['b'], ['walker'], { ended: true }))[2]).toEqual([]);
	});
});

const someRequest = fc.record({
	persons: fc.integer({ min: 2, max: 5 }),
	needs: fc.subarray(['wheelchairIndoors', 'fewSteps', 'walker', 'carersRoom', 'hearing'] as Need[]),
	wishes: fc.shuffledSubarray(['0', '1', '2', '3', '4'], { maxLength: 3 }),
	ended: fc.constantFrom(false, false, true)
});
const someHome = fc.record({
	setAside: fc.constantFrom<string[]>([], accessible, accessible, ['indigent']),
	netAreaDm2: fc.constantFrom(4_500, 5_800, 5_800, 7_000),
	measures: fc.oneof({ weight: 3, arbitrary: fc.constant(accessibleMeasures) }, aMeasuredDwelling),
	list: fc.constantFrom('comune', 'aler')
});

it('agree with the ledger of the round, and are exactly those that could add the dwelling to their list', () => {
	const before = { needs: 0, 'can-use': 1, 'without-need': 2, nobody: 2 };
	let told = 0;
	fc.assert(
		fc.property(
			fc.array(someHome, { minLength: 1, maxLength: 5 }),
			fc.array(someRequest, { minLength: 1, maxLength: 9 }),
			(homes, requests) => {
				const dwellings = homes.map((one, at) => home(String(at), one));
				const sent = requests.map(({ persons, needs, wishes, ended }, at) => {
					const choices = wishes.filter((id) => Number(id) < dwellings.length);
					return asks(String(9 - at), choices, needs, { ended, household: aHouseholdOf(persons) });
				});
				const asked = question(dwellings, sent);
				const lines = reportCascade(asked);
				const rows = rowsOfRequests({ notice: 'n', beacon: '00', dwellings, requests: asked.requests, quotas: [] });
				const round = { ...rows, dwellings: [...rows.dwellings], applications: [...rows.applications] };
				const ledger = labelLedger(round, runRound(round, '')).filter(({ categories }) => categories.length === 2);
				const sum = (of: (line: (typeof ledger)[number]) => number) => ledger.reduce((all, line) => all + of(line), 0);
				const count = (which: string) => lines.filter(({ goesTo }) => goesTo === which).length;
				expect([count('needs'), count('can-use'), count('without-need'), count('nobody')]).toEqual([
					sum(({ used }) => used[0]!),
					sum(({ used }) => used[1]!),
					sum(({ fallenBack }) => fallenBack),
					sum(({ vacant }) => vacant)
				]);
				for (const { dwelling, goesTo, toInvite } of lines) {
					const first = accessible.slice(0, before[goesTo]);
					const could = sent.flatMap((request, at) => (couldAdd(request, dwelling, dwellings, first) ? [at] : []));
					expect(toInvite).toEqual(could);
					told += could.length;
				}
			}
		),
		{ numRuns: 300 }
	);
	expect(told).toBeGreaterThan(20);
});

function couldAdd(
	{ choices, household, health, ended }: SentRequest,
	id: string,
	dwellings: CascadeDwelling[],
	first: string[]
) {
	const limits = { rules: agency2026, maxChoices: 3, persons: household.members.length };
	const longer = [...choices, id];
	// Homes listed before are not judged again: only the new home, and whether there is room.
	const room = longer.length <= limits.maxChoices && new Set(longer).size === longer.length;
	const { carersRoom } = health.needs;
	const { measures } = dwellings.find((one) => one.id === id)!;
	return (
		!ended &&
		room &&
		judgeChoices([id], dwellings, { ...limits, carersRoom }) === null &&
		categoriesOf(household, health, agency2026).some((one) => first.includes(one)) &&
		['suits', 'suits-with-works'].includes(
			fitFor(needsOf(needNames.filter((need) => health.needs[need])), measures).verdict
		)
	);
}
