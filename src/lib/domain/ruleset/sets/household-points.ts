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
