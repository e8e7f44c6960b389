import type { RuleSet } from '../rule-set';
import { withUsualGrounds } from '../usual-grounds';
import { lawfulTies } from './access';
import { found, illustrative } from './illustrative';
import { overcrowdedUnder, sizeBands } from './size-bands';

const agency = 'avviso dell’agenzia / the agency’s own notice';

/** Tenants of private dwellings at agreed rents: ISEE up to 40,000 euro and no adequate home in the metropolitan city. Nobody is ranked: the landlord and the tenant choose, so that points only order suggestions. */
export const agreedRent2026: RuleSet = withUsualGrounds({
	format: 'rule-set/1',
	id: 'agreed-rent-2026',
	name: {
		it: 'Alloggi di privati a canone concordato, requisiti degli inquilini',
		en: 'Private dwellings at agreed rents, requirements of tenants'
	},
	use: 'agreed-rent',
	validFrom: '2026-01-01',
	validTo: null,
	source: agency,
	eligibility: {
		isee: found({ maxCents: 4_000_000 }, agency),
		noAdequateHome: found(true, agency)
	},
	scoring: {
		eviction: illustrative({ notified: 700, enforceable: 1100 }),
		// Losing a home lowers no score.
		noHome: illustrative({ none: 900, improper: 700 }),
		overcrowding: illustrative({ underDm2: overcrowdedUnder, points: 600 })
	},
	ties: illustrative(lawfulTies),
	adequacy: sizeBands,
	carersRoomCounts: illustrative(true)
});
