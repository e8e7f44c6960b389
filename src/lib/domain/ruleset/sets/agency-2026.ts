import type { RuleSet } from '../rule-set';
import { withUsualGrounds } from '../usual-grounds';
import { lawfulTies, publicHousingAssets, publicHousingPermits, tiesSource } from './access';
import { householdPoints } from './household-points';
import { found, illustrative, open } from './illustrative';
import { sizeBands } from './size-bands';

const agency = 'avviso dell’agenzia / the agency’s own notice';

/** The agency's own notices of restored dwellings outside public housing: it sets its own rules, most of them illustrative here. */
export const agency2026: RuleSet = withUsualGrounds({
	format: 'rule-set/1',
	id: 'agency-2026',
	name: {
		it: 'Alloggi ripristinati dell’agenzia, disciplina 2026',
		en: 'Restored dwellings of the agency, rules of 2026'
	},
	use: 'own-notice',
	validFrom: '2026-01-01',
	validTo: null,
	source: agency,
	eligibility: {
		isee: found({ maxCents: 4_000_000 }, agency),
		assets: illustrative(publicHousingAssets),
		residenceOrWork: illustrative(true as const),
		citizenship: illustrative(publicHousingPermits),
		noAdequateHome: found(true, agency),
		noUnpaidArrears: illustrative(true as const),
		noSquatting: illustrative(true as const)
	},
	scoring: {
		...householdPoints,
		economicHardship: illustrative({
			bands: [
				{ iseeCents: 700_000, points: 800 },
				{ iseeCents: 1_600_000, points: 600 },
				{ iseeCents: 2_500_000, points: 400 },
				{ iseeCents: 3_300_000, points: 200 }
			]
		}),
		residenceRegion: illustrative({
			steps: [
				{ years: 5, points: 300 },
				{ years: 10, points: 450 },
				{ years: 15, over: true, points: 650 }
			]
		}),
		residenceMunicipality: illustrative({
			steps: [
				{ years: 2, points: 100 },
				{ years: 5, points: 400 },
				{ years: 10, over: true, points: 800 }
			]
		}),
		residenceTogether: open({ max: 1200, addUp: 'with-fragility' }, 'r.r. 2/2025')
	},
	ties: found(lawfulTies, tiesSource),
	adequacy: sizeBands,
	carersRoomCounts: illustrative(true),
	procedure: illustrative({ provisionalWithin: 5, corrections: 15, finalWithin: 5, rejectionNotice: 10 })
});
