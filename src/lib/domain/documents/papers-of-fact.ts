import { factNames, proofsOf, type FactName } from '../household/facts';
import type { Told } from '../household/told';
import { criteria } from '../scoring/criteria';
import type { DocumentId } from './document';
import type { Holder } from './holder';
import { documentKinds, kindRules, type DocumentKind } from './kinds';

/** Documents that prove a fact besides those that the rules of a notice ask for, because a register could prove it too. */
const provesToo: { readonly [Name in FactName]?: readonly DocumentKind[] } = {
	members: ['identity'],
	municipalitySince: ['residence'],
	regionSince: ['residence'],
	earlierResidence: ['residence'],
	worksInLombardy: ['work'],
	permitValidTo: ['permit'],
	iseeCents: ['income']
};

/** The kinds of documents that prove a fact of this value, in the order of the kinds. */
function kindsOfFact(fact: FactName, value: unknown): readonly DocumentKind[] {
	const ofCriteria = criteria.flatMap(({ proof, facts }) =>
		proof && facts.some((one) => one === fact) ? [proof] : []
	);
	const kinds: readonly DocumentKind[] = [...proofsOf(fact, value), ...ofCriteria, ...(provesToo[fact] ?? [])];
	return documentKinds.filter((kind) => kinds.includes(kind));
}

/** The facts that a document proves among those that were told, in the order of the catalogue. */
export const factsOfPaper = (kind: DocumentKind, told: Told): FactName[] =>
	factNames.filter((fact) => kindsOfFact(fact, told[fact]).includes(kind));

type Kept = { readonly facts: { readonly kind: DocumentKind; readonly holder: Holder | null } };

/**
 * The documents that prove one fact among those that a household sent, and the kinds that its notice needs for it and that it
 * did not send.
 */
export function papersOfFact<Paper extends Kept>(
	fact: FactName,
	told: Told,
	{ kept, needed }: { readonly kept: readonly Paper[]; readonly needed: readonly DocumentId[] }
): { readonly documents: Paper[]; readonly missing: DocumentId[] } {
	const kinds = kindsOfFact(fact, told[fact]);
	const counts = ({ facts: { kind, holder } }: Paper) => holder === null || !kindRules[kind].ofApplicant;
	return {
		documents: kept.filter(({ facts }) => kinds.includes(facts.kind)),
		missing: needed.filter(
			(kind) => kinds.includes(kind) && !kept.some((one) => one.facts.kind === kind && counts(one))
		)
	};
}
