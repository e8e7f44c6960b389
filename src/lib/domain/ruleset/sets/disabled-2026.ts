import type { RuleSet } from '../rule-set';
import { withUsualGrounds } from '../usual-grounds';
import { lawfulTies, publicHousingAssets, publicHousingPermits } from './access';
import { fullPoints } from './household-points';
import { found, illustrative } from './illustrative';
import { sizeBands } from './size-bands';

const agency = 'avviso dell’agenzia / the agency’s own notice';

/** Dwellings for households with a serious handicap (L. 104/1992 art. 3(3)): accessible homes go where they are needed. */
export const disabled2026: RuleSet = withUsualGrounds({
	format: 'rule-set/1',
	id: 'disabled-2026',
	name: {
		it: 'Alloggi per persone con disabilità, disciplina 2026',
		en: 'Dwellings for people with disabilities, rules of 2026'
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
		noSquatting: illustrative(true as const),
		seriousHandicap: found(true, 'L. 104/1992 art. 3(3)')
	},
	scoring: {
		...fullPoints,
		residenceMunicipality: illustrative({
			steps: [
				{ years: 2, points: 100 },
				{ years: 5, points: 300 },
				{ years: 10, over: true, points: 500 }
			]
		})
	},
	residenceCounting: illustrative('total' as const),
	ties: illustrative(lawfulTies),
	adequacy: sizeBands,
	carersRoomCounts: illustrative(true),
	procedure: illustrative({ provisionalWithin: 5, corrections: 15, finalWithin: 5, rejectionNotice: 10 })
});
