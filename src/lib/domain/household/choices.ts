export const relations = ['applicant', 'spouse', 'partner', 'child', 'parent', 'other'] as const;
export type Relation = (typeof relations)[number];

/** How the law groups those who may apply (r.r. 4/2017 art. 7): the permit counts, never the nationality. */
export const citizenships = [
	'italian',
	'eu',
	'eu-long-term-permit',
	'two-year-permit-and-work',
	'international-protection',
	'other'
] as const;
export type Citizenship = (typeof citizenships)[number];

/** Whether a household of this group has a residence permit, whose last day is on the card. */
export const hasPermit = (citizenship: Citizenship): boolean => citizenship !== 'italian' && citizenship !== 'eu';

export const homeKinds = ['rented', 'owned', 'hosted', 'improper', 'none'] as const;
/** `hosted`: by relatives, friends or a service. `improper`: a cellar, a shop, a caravan. `none`: no roof. */
export type HomeKind = (typeof homeKinds)[number];

export const evictions = ['none', 'notified', 'enforceable'] as const;
export type Eviction = (typeof evictions)[number];

export const iseeKinds = ['ordinary', 'current'] as const;
export type IseeKind = (typeof iseeKinds)[number];

export const emergencyGrounds = [
	'eviction-carried-out',
	'home-unusable',
	'violence',
	'no-shelter',
	'leaving-care'
] as const;
/**
 * Why a household cannot wait. `home-unusable`: fire, collapse, an order to leave. `violence`: safe contact only.
 * `leaving-care`: discharged from a hospital or a community with nowhere to go.
 */
export type EmergencyGround = (typeof emergencyGrounds)[number];
