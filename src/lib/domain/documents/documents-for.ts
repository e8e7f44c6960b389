import type { Eligibility } from '../eligibility/judge-eligibility';
import { requirements } from '../eligibility/requirements';
import { proofsOf, type FactName } from '../household/facts';
import type { Told } from '../household/told';
import { criteria } from '../scoring/criteria';
import type { Score } from '../scoring/score';
import { documentIds, type DocumentId } from './document';

/**
 * The documents that prove what was told, under one rule set: for each requirement and each line of points, in the
 * order of `documentIds`, each once. What public registers hold is not asked for (D.P.R. 445/2000 art. 43).
 */
export function documentsFor(told: Told, { results }: Eligibility, { lines }: Pick<Score, 'lines'>): DocumentId[] {
	const ofFacts = (names: readonly FactName[]) => names.flatMap((name) => proofsOf(name, told[name]));
	const needed = new Set<DocumentId>(['identity']);
	for (const result of results) {
		const { facts, evenIfBlank, proof } = requirements.find(({ id }) => id === result.requirement)!;
		for (const document of proof?.(result) ?? ofFacts([...facts, ...evenIfBlank])) needed.add(document);
	}
	for (const { criterion } of lines) {
		const { facts = [], proof } = criteria.find(({ id }) => id === criterion) ?? {};
		for (const document of proof ? [proof] : ofFacts(facts)) needed.add(document);
	}
	return documentIds.filter((id) => needed.has(id));
}
