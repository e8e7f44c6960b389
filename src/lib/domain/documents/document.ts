/** The documents that a household may be asked for, in the order in which they are listed. */
export const documentIds = [
	'identity',
	'isee',
	'permit',
	'work',
	'eviction-notified',
	'eviction-enforceable',
	'no-home',
	'unhealthy-home',
	'home-size',
	'home-barriers',
	'serious-handicap',
	'civil-disability',
	'eviction-carried-out',
	'home-unusable',
	'violence',
	'no-shelter',
	'leaving-care'
] as const;
export type DocumentId = (typeof documentIds)[number];
