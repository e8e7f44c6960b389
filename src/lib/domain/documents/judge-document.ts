import type { Day } from '../calendar/instant';
import { addDays } from '../calendar/deadline';
import { addMonths } from './add-months';
import type { PersonNames } from '../person/person';
import { bearsNames } from './bears-names';
import type { Holder } from './holder';
import { bearsItsName, kindRules, type DocumentKind } from './kinds';

/** The facts that a person told about a document. A day or a year that the person did not tell is null; such a text is empty. */
export type DocumentFacts = {
	readonly kind: DocumentKind;
	/** The member to whom it belongs; null where it is the person's own. */
	readonly holder: Holder | null;
	readonly issued: Day | null;
	/** The last day on which it counts, as it is written on it. */
	readonly expires: Day | null;
	/** The name that is written on it. */
	readonly name: string;
	/** The year whose income it tells. */
	readonly year: number | null;
	readonly explanation: string;
};

const failing = ['in-the-future', 'ends-before-it-begins', 'expired', 'year-not-over'] as const;
type Failing = (typeof failing)[number];

/** Why a document did not simply pass. */
export type DocumentReason =
	| Failing
	| 'review-due'
	| 'issued-missing'
	| 'expiry-missing'
	| 'name-missing'
	| 'name-differs'
	| 'own-name-missing'
	| 'member-name-missing'
	| 'year-missing'
	| 'year-old';

/** `failed`: it proves nothing as it is. `inconclusive`: the rules cannot decide, so a person has to look. */
export type Judgement = {
	readonly result: 'passed' | 'failed' | 'inconclusive';
	readonly reasons: readonly DocumentReason[];
	/** The last day on which it counts; null where it has none, or where nobody told it. */
	readonly until: Day | null;
	/** It counts today, and ends within `SOON_DAYS`. */
	readonly endsSoon: boolean;
};

/** The portal warns a person so many days before a document ends: a permit is renewed sixty days before (D.Lgs. 286/1998 art. 5 c. 4). */
export const SOON_DAYS = 60;
/** The ISEE counts the income of the second year before (D.P.C.M. 159/2013 art. 4 c. 2). */
const YEARS_BACK = 2;

/**
 * Judges a document by what its person told of it. `names`: of the person to whom it belongs, which is a member of the household
 * where it has a holder; null where the portal has none.
 */
export function judgeDocument(
	facts: DocumentFacts,
	{ names, today }: { names: Pick<PersonNames, 'givenName' | 'familyName'> | null; today: Day }
): Judgement {
	const until = lastDay(facts);
	const reasons = [
		...reasonsOfDays(facts, until, today),
		...reasonsOfYear(facts, today),
		...reasonsOfName(facts, names)
	];
	const isFailed = reasons.some((reason) => (failing as readonly DocumentReason[]).includes(reason));
	const endsSoon = until !== null && until >= today && until <= addDays(today, SOON_DAYS);
	return { result: isFailed ? 'failed' : reasons.length > 0 ? 'inconclusive' : 'passed', reasons, until, endsSoon };
}

/** The last day on which a document counts; null where it has none, or where nobody told it. */
export function lastDay({ kind, issued, expires }: DocumentFacts): Day | null {
	const { lasts } = kindRules[kind];
	if (lasts === 'written' || lasts === 'maybe') return expires;
	if (lasts === 'always' || issued === null) return null;
	return lasts === 'year-end' ? `${issued.slice(0, 4)}-12-31` : addMonths(issued, lasts.months);
}

function reasonsOfDays({ kind, issued, expires }: DocumentFacts, until: Day | null, today: Day): DocumentReason[] {
	const { lasts, needsIssued, staysInReview } = kindRules[kind];
	const reasons: DocumentReason[] = [];
	if (issued !== null && issued > today) reasons.push('in-the-future');
	if (issued !== null && expires !== null && expires < issued) reasons.push('ends-before-it-begins');
	if (until !== null && until < today) reasons.push(staysInReview ? 'review-due' : 'expired');
	if (issued === null && needsIssued) reasons.push('issued-missing');
	if (expires === null && lasts === 'written') reasons.push('expiry-missing');
	return reasons;
}

function reasonsOfYear({ kind, year }: DocumentFacts, today: Day): DocumentReason[] {
	if (!kindRules[kind].needsYear) return [];
	if (year === null) return ['year-missing'];
	const thisYear = Number(today.slice(0, 4));
	if (year >= thisYear) return ['year-not-over'];
	return year < thisYear - YEARS_BACK ? ['year-old'] : [];
}

function reasonsOfName(
	{ kind, holder, name }: DocumentFacts,
	names: Parameters<typeof judgeDocument>[1]['names']
): DocumentReason[] {
	if (!bearsItsName(kind)) return [];
	if (name === '') return ['name-missing'];
	if (!names?.givenName || !names.familyName) return [holder ? 'member-name-missing' : 'own-name-missing'];
	return bearsNames(name, names) ? [] : ['name-differs'];
}
