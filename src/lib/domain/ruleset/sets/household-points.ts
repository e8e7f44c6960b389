import type { ScoringRules } from '../rule-set';
import { illustrative } from './illustrative';
import { overcrowdedUnder } from './size-bands';

/** Points for family and housing conditions: their law is open, so all of them are illustrative. */
export const householdPoints = {
	minorChildren: illustrative({ each: 300, max: 900 }),
	singleParent: illustrative({ points: 300 }),
	elderly: illustrative({ age: 65, points: 300 }),
	severeDisability: illustrative({ points: 700 }),
	eviction: illustrative({ notified: 700, enforceable: 1100 }),
	// More than an unhealthy and overcrowded home together: losing it never lowers a score.
	noHome: illustrative({ none: 1800, improper: 1500 }),
	unhealthyHome: illustrative({ points: 700 }),
	overcrowding: illustrative({ underDm2: overcrowdedUnder, points: 600 })
} as const satisfies ScoringRules;

/** Points by ISEE in public housing: the bands are open, so these are illustrative. */
export const publicHousingIsee = illustrative({
	bands: [
		{ iseeCents: 300_000, points: 1000 },
		{ iseeCents: 700_000, points: 800 },
		{ iseeCents: 1_000_000, points: 600 },
		{ iseeCents: 1_300_000, points: 400 },
		{ iseeCents: 1_600_000, points: 200 }
	]
});

/** Everything that can be known of a household's hardship, for rule sets made since 2025. */
export const fullPoints = {
	...householdPoints,
	disabilityPercent: illustrative({
		bands: [
			{ percent: 67, points: 200 },
			{ percent: 75, points: 300 },
			{ percent: 100, points: 500 }
		]
	}),
	attendanceAllowance: illustrative({ points: 200 }),
	// Losing a home lowers no score: each is worth more than all that can be wrong with one.
	noHome: illustrative({ none: 2400, improper: 2100 }),
	homeBarriers: illustrative({ points: 400 }),
	sharedHome: illustrative({ points: 300 })
} as const satisfies ScoringRules;
