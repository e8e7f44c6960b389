import { noHealthFacts } from '../../src/lib/domain/accessibility/needs';
import { judgeEligibility } from '../../src/lib/domain/eligibility/judge-eligibility';
import type { Household } from '../../src/lib/domain/household/household';
import { sap2019 } from '../../src/lib/domain/ruleset/sets/sap-2019';
import { keysFor } from '../../src/lib/domain/scoring/keys-for';
import { scoreHousehold } from '../../src/lib/domain/scoring/score-household';
import { loadDay } from '../../src/lib/server/demo/day';
import { aSyntheticHousehold } from '../../src/lib/server/demo/households';
import { createRandom } from '../../src/lib/server/demo/random';

/**
 * Eligibility, points and ties of 100,000 synthetic households under one rule set, each with the facts used and the
 * reasons. The floor reads the same facts once: JSON.stringify of the households. Numbers are printed and never
 * asserted.
 */
const HOUSEHOLDS = 100_000;
const RUNS = 7;
const TODAY = '2026-11-22';

const random = createRandom('rules bench');
const load = loadDay('2026-11-22T12:00:00.000Z');
const households: Household[] = [];
while (households.length < HOUSEHOLDS) households.push(aSyntheticHousehold(random, load, 1_800_000));

const shortest = new Map<string, number>();
function timed(step: string, work: () => void): void {
	const start = performance.now();
	work();
	shortest.set(step, Math.min(shortest.get(step) ?? Infinity, performance.now() - start));
}

let eligible = 0;
let keys = 0;
for (let run = 0; run < RUNS; run++) {
	timed('eligibility', () => {
		for (const household of households)
			eligible += judgeEligibility(household, noHealthFacts, sap2019, TODAY).eligible ? 1 : 0;
	});
	timed('points and ties', () => {
		for (const household of households) {
			keys += keysFor(scoreHousehold(household, noHealthFacts, sap2019, TODAY), sap2019)[0]!;
		}
	});
	timed('floor: the same facts written as JSON', () => {
		for (const household of households) keys += JSON.stringify(household).length;
	});
}
const floor = shortest.get('floor: the same facts written as JSON')!;
console.log(`${HOUSEHOLDS} households, ${eligible / RUNS} eligible, checksum ${keys}`);
console.table(
	[...shortest].map(([step, ms]) => ({ step, ms: ms.toFixed(0), 'times the floor': (ms / floor).toFixed(2) }))
);
