import { tidy } from '../text';

/** First and last position of a field, from 1. */
type Positions = readonly [first: number, last: number];

type Layout = Readonly<Record<string, Positions>>;

/** Positions of a record. */
export const RECORD_LENGTH = 120;

// CBI-RND-001 version 6.05: where each field that is read stands. docs/bank.md says which fields have two sources.

export const RH = { date: [14, 19], name: [20, 39] } as const satisfies Layout;

export const ACCOUNT = {
	number: [4, 10],
	account: [52, 74],
	currency: [75, 77],
	date: [78, 83],
	sign: [84, 84],
	amount: [85, 99],
	countryAndCheck: [100, 103]
} as const satisfies Layout;

export const MOVEMENT = {
	valueDate: [14, 19],
	bookingDate: [20, 25],
	sign: [26, 26],
	amount: [27, 41],
	causal: [42, 43],
	bankRef: [62, 77],
	description: [87, 120]
} as const satisfies Layout;

export const CLOSING = {
	currency: [11, 13],
	date: [14, 19],
	sign: [20, 20],
	amount: [21, 35]
} as const satisfies Layout;

export const EF = { accounts: [46, 52], records: [83, 89] } as const satisfies Layout;

/** The positions at which a record 63 tells its content. */
export const FLAG: Positions = [14, 16];
/** A record 63 that does not say what it holds. */
export const FREE_TEXT: Positions = [14, 120];

export const DETAILS = {
	YYY: { orderer: [41, 80] },
	YY2: { iban: [67, 100] },
	ID1: { endToEnd: [52, 86] },
	RI1: { remittance: [17, 120] },
	RI2: { remittance: [17, 52] },
	ZZ1: { amount: [17, 34], currency: [35, 37], rate: [80, 91] },
	ZZ2: { orderer: [17, 120] },
	ZZ3: { beneficiary: [17, 66], reason: [67, 120] },
	KKK: {}
} as const satisfies Record<string, Layout>;

/** The characters of a field as they stand. */
export const slice = (line: string, [first, last]: Positions): string => line.slice(first - 1, last);

/** A field as text; null where it is blank. */
export const field = (line: string, positions: Positions): string | null => tidy(slice(line, positions));
