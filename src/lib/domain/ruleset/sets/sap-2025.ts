import type { RuleSet } from '../rule-set';
import { withUsualGrounds } from '../usual-grounds';
import { lawfulTies, publicHousingAssets, publicHousingPermits, tiesSource } from './access';
import { fullPoints, publicHousingIsee } from './household-points';
import { found, illustrative, known, open } from './illustrative';
import { sizeBands } from './size-bands';

const access = 'L.R. 16/2016 art. 22, r.r. 4/2017 art. 7';

/** Public housing in Lombardy since r.r. 2/2025, for rankings imported from the Region and for simulations. */
export const sap2025: RuleSet = withUsualGrounds({
	format: 'rule-set/1',
	id: 'sap-2025',
	name: { it: 'Servizi abitativi pubblici, regole dal 2025', en: 'Public housing, rules since 2025' },
	use: 'imported',
	validFrom: '2025-02-21',
	validTo: null,
	source: 'r.r. 4/2017, r.r. 3/2019, r.r. 6/2021, r.r. 2/2025',
	eligibility: {
		isee: found({ maxCents: 1_600_000 }, access),
		iseeInForce: known(true, 'D.P.C.M. 159/2013 art. 10'),
		assets: found(publicHousingAssets, access),
		residenceOrWork: found(true, `${access}; Corte costituzionale 44/2020`),
		citizenship: found(publicHousingPermits, access),
		noAdequateHome: open(true, 'r.r. 2/2025'),
		noLostDwelling: known(true, access),
		noUnpaidArrears: known(true, access),
		noSquatting: known(true, access)
	},
	scoring: {
		...fullPoints,
		economicHardship: publicHousingIsee,
		residenceRegion: illustrative({
			steps: [
				{ years: 5, points: 300 },
				{ years: 10, points: 450 },
				{ years: 15, over: true, points: 600 }
			]
		}),
		residenceMunicipality: illustrative({
			steps: [
				{ years: 2, points: 100 },
				{ years: 5, points: 400 },
				{ years: 10, over: true, points: 800 }
			]
		}),
		residenceTogether: found({ max: 1200, addUp: 'with-fragility' }, 'r.r. 2/2025')
	},
	residenceCounting: open('unbroken', 'r.r. 2/2025'),
	ties: found(lawfulTies, tiesSource),
	adequacy: sizeBands,
	carersRoomCounts: open(true, 'r.r. 4/2017 art. 9(2)'),
	indigent: found({ iseeMaxCents: 300_000 }, 'L.R. 16/2016 art. 13'),
	setAsides: found([{ category: 'indigent', share: 2_000, rounding: 'up' }], 'L.R. 16/2016 art. 13'),
	procedure: known({ provisionalWithin: 5, corrections: 15, finalWithin: 5, rejectionNotice: 10 }, 'r.r. 4/2017')
});
