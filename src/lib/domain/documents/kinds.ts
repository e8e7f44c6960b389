import { documentIds, type DocumentId } from './document';

/** The kinds of documents that a person may keep: those that the rules of a notice ask for, and three others. */
export const documentKinds = [...documentIds, 'residence', 'income', 'other'] as const;
export type DocumentKind = DocumentId | 'residence' | 'income' | 'other';

/**
 * How long a document counts. `written`: until the day that is written on it. `maybe`: the same, but some of its kind have no
 * such day. `year-end`: until the end of the year of its issue. `months`: for so many months after its issue.
 */
export type Lasting = 'always' | 'written' | 'maybe' | 'year-end' | { readonly months: number };

type KindRule = {
	readonly lasts: Lasting;
	/** The day of issue is needed to judge it. */
	readonly needsIssued?: true;
	/** It tells of the income of one year. */
	readonly needsYear?: true;
	/** It is about the home, so it belongs to the whole household, and no name need be on it. */
	readonly ofHome?: true;
	/** The name of the person need not be on it. */
	readonly anyName?: true;
	/** It proves what the applicant declares of himself: that of another member does not do. */
	readonly ofApplicant?: true;
	/** Its rights stay after the day written on it, until the person is called for the review. */
	readonly staysInReview?: true;
};

/**
 * Sources. `isee`: D.P.C.M. 159/2013 art. 10, as amended by D.L. 34/2019 art. 4-sexies. `residence`: D.P.R. 445/2000 art.
 * 41 c. 1. `staysInReview`: D.L. 90/2014 art. 25 c. 6-bis.
 */
export const kindRules: Readonly<Record<DocumentKind, KindRule>> = {
	identity: { lasts: 'written', ofApplicant: true },
	isee: { lasts: 'year-end', needsIssued: true },
	permit: { lasts: 'written', ofApplicant: true },
	work: { lasts: 'maybe', ofApplicant: true },
	'eviction-notified': { lasts: 'always', needsIssued: true },
	'eviction-enforceable': { lasts: 'always', needsIssued: true },
	'no-home': { lasts: 'always', needsIssued: true },
	'unhealthy-home': { lasts: 'always', needsIssued: true, ofHome: true },
	'home-size': { lasts: 'maybe', ofHome: true },
	'home-barriers': { lasts: 'always', needsIssued: true, ofHome: true },
	'serious-handicap': { lasts: 'maybe', needsIssued: true, staysInReview: true },
	'civil-disability': { lasts: 'maybe', needsIssued: true, staysInReview: true },
	'eviction-carried-out': { lasts: 'always', needsIssued: true },
	'home-unusable': { lasts: 'always', needsIssued: true, ofHome: true },
	violence: { lasts: 'always' },
	'no-shelter': { lasts: 'always', needsIssued: true },
	'leaving-care': { lasts: 'always', needsIssued: true },
	residence: { lasts: { months: 6 }, needsIssued: true },
	income: { lasts: 'always', needsYear: true },
	other: { lasts: 'maybe', anyName: true }
};

/** Whether a document of this kind has to bear the name of the person to whom it belongs. */
export const bearsItsName = (kind: DocumentKind): boolean => !kindRules[kind].ofHome && !kindRules[kind].anyName;
