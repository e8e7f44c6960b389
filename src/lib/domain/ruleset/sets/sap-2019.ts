import type { RuleSet } from '../rule-set';
import { withUsualGrounds } from '../usual-grounds';
import { lawfulTies, publicHousingAssets, publicHousingPermits, tiesSource } from './access';
import { householdPoints, publicHousingIsee } from './household-points';
import { found, illustrative, known, open } from './illustrative';
import { sizeBands } from './size-bands';

const access = 'L.R. 16/2016 art. 22, r.r. 4/2017 art. 7';

/** Public housing in Lombardy before r.r. 2/2025: for the imported simulation, never for a notice of the agency's own. */
export const sap2019: RuleSet = withUsualGrounds({
	format: 'rule-set/1',
	id: 'sap-2019',
	name: { it: 'Servizi abitativi pubblici, regole fino al 2025', en: 'Public housing, rules until 2025' },
	use: 'imported',
	validFrom: '2019-03-08',
	validTo: '2025-02-20',
	source: 'r.r. 4/2017, r.r. 3/2019',
	eligibility: {
		isee: found({ maxCents: 1_600_000 }, access),
		assets: found(publicHousingAssets, access),
		residenceOrWork: found(true, `${access}; Corte costituzionale 44/2020`),
		citizenship: found(publicHousingPermits, access),
		noAdequateHome: open(true, access),
		noLostDwelling: known(true, access),
		noUnpaidArrears: known(true, access),
		noSquatting: known(true, access)
	},
	scoring: {
		...householdPoints,
		economicHardship: publicHousingIsee,
		residenceRegion: found(
			{
				steps: [
					{ years: 5, points: 300 },
					{ years: 10, points: 450 },
					{ years: 15, over: true, points: 650 }
				]
			},
			'r.r. 4/2017'
		),
		// Found: 1 point from 2 years, 8 over 10. The step between is open.
		residenceMunicipality: illustrative({
			steps: [
				{ years: 2, points: 100 },
				{ years: 5, points: 400 },
				{ years: 10, over: true, points: 800 }
			]
		}),
		residenceTogether: found({ max: 1450, addUp: 'always' }, 'r.r. 4/2017')
	},
	ties: found(lawfulTies, tiesSource),
	adequacy: sizeBands,
	carersRoomCounts: open(true, 'r.r. 4/2017 art. 9(2)'),
	indigent: found({ iseeMaxCents: 300_000 }, 'L.R. 16/2016 art. 13'),
	setAsides: found([{ category: 'indigent', share: 2_000, rounding: 'up' }], 'L.R. 16/2016 art. 13'),
	procedure: known({ provisionalWithin: 5, corrections: 15, finalWithin: 5, rejectionNotice: 10 }, 'r.r. 4/2017')
});
