import type { RuleSet } from '../rule-set';
import { withUsualGrounds } from '../usual-grounds';
import { lawfulTies } from './access';
import { fullPoints } from './household-points';
import { illustrative, open } from './illustrative';
import { sizeBands } from './size-bands';

const agency = 'avviso dell’agenzia / the agency’s own notice';

/** Temporary housing for who cannot wait: the ground is asked, the points say who cannot wait longest. */
export const temporary2026: RuleSet = withUsualGrounds({
	format: 'rule-set/1',
	id: 'temporary-2026',
	name: { it: 'Ospitalità temporanea, disciplina 2026', en: 'Temporary housing, rules of 2026' },
	use: 'own-notice',
	validFrom: '2026-01-01',
	validTo: null,
	source: agency,
	eligibility: {
		isee: illustrative({ maxCents: 1_600_000 }),
		residenceOrWork: illustrative(true as const),
		noSquatting: illustrative(true as const),
		emergency: open(
			{ grounds: ['eviction-carried-out', 'home-unusable', 'violence', 'no-shelter', 'leaving-care'] },
			'L.R. 16/2016 art. 23(13)'
		)
	},
	scoring: {
		...fullPoints,
		economicHardship: illustrative({
			bands: [
				{ iseeCents: 300_000, points: 800 },
				{ iseeCents: 700_000, points: 500 },
				{ iseeCents: 1_000_000, points: 200 }
			]
		})
	},
	residenceCounting: illustrative('total' as const),
	ties: illustrative(lawfulTies),
	adequacy: sizeBands,
	carersRoomCounts: illustrative(true),
	procedure: illustrative({ provisionalWithin: 5, corrections: 15, finalWithin: 5, rejectionNotice: 10 })
});
