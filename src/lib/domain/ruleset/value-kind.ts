import { kindAt } from './rule-kinds';

/**
 * How a person writes the value at a path of a rule set. hundredths: points, euro, m2, per cent, PSE, typed with a comma
 * and kept as integers. sure: there is nothing to write, the rule is asked or not.
 */
export type ValueKind = 'hundredths' | 'whole' | 'date' | 'text' | 'choice' | 'choices' | 'sure';

/** The last name of a path that is not a place in a list: `scoring.overcrowding.value.underDm2.3` -> `underDm2`. */
export function nameOf(path: string): string {
	return path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? path;
}

/** The choices at a path; none where a person types a value. */
export function choicesAt(path: string): readonly string[] {
	const kind = kindAt(path);
	return 'choices' in kind ? kind.choices : [];
}

export function valueKind(path: string): ValueKind {
	const { kind } = kindAt(path);
	if (kind === 'yes-no') return 'choice';
	return kind === 'list' || kind === 'group' ? 'text' : kind;
}
