import type { Eligibility } from '../eligibility/judge-eligibility';
import type { Told } from '../household/told';
import type { CriterionId, Score, ScoreLine } from '../scoring/score';

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

type Line = Pick<ScoreLine, 'because'>;

/**
 * The documents that prove what was told, under one rule set: for each requirement and each line of points, in the
 * order of `documentIds`, each once. What public registers hold is not asked for (D.P.R. 445/2000 art. 43).
 */
const proofOf: Readonly<Record<CriterionId, DocumentId | null | ((line: Line) => DocumentId)>> = {
	minorChildren: null,
	singleParent: null,
	elderly: null,
	severeDisability: 'serious-handicap',
	disabilityPercent: 'civil-disability',
	attendanceAllowance: 'civil-disability',
	eviction: ({ because }) => (because['state'] === 'enforceable' ? 'eviction-enforceable' : 'eviction-notified'),
	noHome: 'no-home',
	unhealthyHome: 'unhealthy-home',
	homeBarriers: 'home-barriers',
	overcrowding: 'home-size',
	sharedHome: null,
	economicHardship: 'isee',
	residenceRegion: null,
	residenceMunicipality: null,
	residenceTogether: null
};

const permits: readonly Told['citizenship'][] = [
	'eu-long-term-permit',
	'two-year-permit-and-work',
	'international-protection',
	'other'
];

/**
 * The documents that prove what was told, under one rule set: for each requirement it asks and each line of points, in
 * the order of `documentIds`, each once. What public registers hold is not asked (D.P.R. 445/2000 art. 43).
 */
export function documentsFor(told: Told, { results }: Eligibility, { lines }: Pick<Score, 'lines'>): DocumentId[] {
	const needed = new Set<DocumentId>(['identity']);
	for (const { requirement, fact } of results) {
		if (requirement === 'isee' || requirement === 'iseeInForce' || requirement === 'assets') needed.add('isee');
		if (requirement === 'residenceOrWork' && fact === 'work') needed.add('work');
		if (requirement === 'seriousHandicap' && fact === 'yes') needed.add('serious-handicap');
		if (requirement === 'emergency') for (const ground of told.emergency ?? []) needed.add(ground);
		if (requirement === 'citizenship' && permits.includes(told.citizenship)) needed.add('permit');
		if (requirement === 'citizenship' && told.citizenship === 'two-year-permit-and-work') needed.add('work');
	}
	for (const line of lines) {
		const proof = proofOf[line.criterion];
		const document = typeof proof === 'function' ? proof(line) : proof;
		if (document) needed.add(document);
	}
	return documentIds.filter((id) => needed.has(id));
}
