import { known, own } from './doubt';

// What is rare, and what cannot be. Areas in hundredths of m2, money in cents.

/** A whole home. Ministerial decree of 5 July 1975 as relaxed in 2024: at least 20 m2 for a flat of one room. */
export const area = {
	limits: { ask: { least: 20_00, most: 240_00 }, refuse: { least: 1_00, most: 2_000_00 } },
	source: known('D.L. 69/2024 art. 1 (20 m2 at least); D.M. 2 August 1969 art. 6 (over 240 m2 is a luxury home)')
} as const;

/** The place where a household lives now can be far too small: that is why it asks. */
export const homeNow = {
	limits: { ask: { least: 5_00, most: 240_00 }, refuse: { least: 1_00, most: 2_000_00 } },
	source: known('D.M. 2 August 1969 art. 6 (over 240 m2 is a luxury home); under 5 m2: own reading')
} as const;

/** A month's rent. */
export const rent = {
	limits: { ask: { least: 20_00, most: 5_000_00 }, refuse: { least: 1_00 } },
	source: known('L.R. Lombardia 27/2009: the least rent of public housing is 20 EUR a month; above: own reading')
} as const;

export const rooms = {
	limits: { ask: { most: 12 }, refuse: { least: 1 } },
	source: own('homes with more than 12 rooms are rare')
} as const;

/** In hundredths of m2. */
export const leastRoom = {
	value: 9_00,
	source: known('D.M. 5 July 1975 art. 2: a bedroom for one person has at least 9 m2')
} as const;

/** ISEE and assets. The highest limit of any rule set is 40,000 EUR. */
export const isee = {
	limits: { ask: { most: 100_000_00 } },
	source: own('more than twice the highest limit of any rule set')
} as const;
export const assets = {
	limits: { ask: { most: 1_000_000_00 } },
	source: own('far above every limit on assets')
} as const;

/** In years. */
export const oldest = { value: 105, source: own('few people in Italy are older than 105') } as const;
export const adult = { value: 18, source: known('art. 2 codice civile') } as const;
export const yearsToParent = { value: 14, source: own('a child is rarely born to a parent under 14') } as const;
/** The longest permits last ten years. */
export const permitYears = { value: 10, source: known('D.Lgs. 286/1998 art. 9 c. 2 (ten years)') } as const;
/** A declaration can be used until the end of its year. */
export const iseeYears = {
	value: 1,
	source: known('D.P.C.M. 159/2013 art. 10: until 31 December of its year')
} as const;
export const allowance = {
	value: 100,
	source: known('L. 18/1980 art. 1: the allowance asks for a total disability, except for who is blind or under age')
} as const;
export const available = { years: 2, source: own('a home is put to the agency when it is soon free') } as const;
/** The years of a rent contract. The shortest by law is 3 + 2. */
export const contractYears = {
	limits: { ask: { most: 10 } },
	source: known('L. 431/1998 art. 2: three or four years, and their renewal')
} as const;
/** A notice closes weeks after it opens. */
export const closing = { years: 2, source: own('notices stay open for some weeks') } as const;
