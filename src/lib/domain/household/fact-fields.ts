import { factOf, factsOfPart, type FactName, type FactPart } from './facts';

// The form fields in which a household tells its facts. What a person is told about stands in rows with the number of the
// member: `birthDate-1`, `percent-2`.

/** The group of boxes that asks what happened: each box is a fact. */
export const HAPPENED = 'earlier';

/** The field of a fact that has one; amounts and areas are called without their unit: `netAreaDm2` -> `netArea`. */
export const fieldOf = (name: FactName): string =>
	factOf[name].is.kind === 'happened' ? HAPPENED : name.replace(/(Cents|Dm2)$/, '');

/** Whether a field tells a fact, or a part of it. */
export function tells(field: string, name: FactName): boolean {
	switch (factOf[name].is.kind) {
		case 'people':
			return /^(birthDate|relation)-\d+$/.test(field);
		case 'spans':
			return /^(spans|span(Place|From|To)-\d+)$/.test(field);
		case 'disabilities':
			return /^(hasDisability|(percent|disability)-\d+)$/.test(field);
		default:
			return field === fieldOf(name);
	}
}

/** The part of a request that has a field; undefined for a field of none. */
export const hasField = (part: FactPart, field: string): boolean =>
	factsOfPart(part).some((name) => tells(field, name));
