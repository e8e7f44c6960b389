import { own } from '$lib/domain/own';
import { beginningOf, rulesByPart, valueAt, type RuleInList } from '$lib/domain/ruleset/rule-list';
import { choicesAt, valueKind, type ValueKind } from '$lib/domain/ruleset/value-kind';
import { choiceText } from '$lib/words/rules/choice-text';
import { fieldName, ruleName, unitText } from './labels';
import { writeHundredths } from '$lib/server/platform/forms/read-hundredths';

/** A field of the editor. `row`: the row of a list it stands in, from 0; `fresh`: of the empty row at its end. */
export type EditorField = {
	readonly path: string;
	readonly kind: ValueKind;
	/** As a person types it; several where several are ticked. */
	readonly typed: string | readonly string[];
	readonly choices: readonly { readonly value: string; readonly label: string }[];
	readonly label: string;
	/** Of a number: euro, m², points. */
	readonly unit: string;
	readonly row: number | null;
	readonly fresh: boolean;
};

export type EditorRule = RuleInList & {
	readonly name: string;
	readonly present: boolean;
	readonly fields: readonly EditorField[];
};

export type Editor = Readonly<Record<'general' | keyof typeof rulesByPart, readonly EditorRule[]>>;

const general = ['name.it', 'name.en', 'use', 'validFrom', 'validTo', 'source'];
/** Optional fields of a row, in the order of the others. */
const optionalInRow: Readonly<Record<string, readonly string[]>> = { steps: ['years', 'over', 'points'] };
const emptyRows: Readonly<Record<string, readonly string[]>> = {
	'setAsides.value': ['category', 'share', 'rounding'],
	'quotas.value': ['kind', 'category', 'places']
};

/** The editor's fields for a rule set, or for what was typed of one (`readEdited`), wrong values as they were typed. */
export function editorOf(rules: unknown): Editor {
	const part = (name: keyof typeof rulesByPart) => rulesByPart[name].map((rule) => editorRule(rules, rule));
	return {
		general: [
			{
				path: '',
				name: '',
				optional: false,
				present: true,
				fields: general.map((path) => field(path, valueAt(rules, path) ?? ''))
			}
		],
		eligibility: part('eligibility'),
		scoring: part('scoring'),
		others: part('others')
	};
}

function editorRule(rules: unknown, rule: RuleInList): EditorRule {
	const there = valueAt(rules, rule.path);
	const shown = there ?? beginningOf(rule.path);
	const value = [...fieldsOf(valueAt(shown, 'value'), `${rule.path}.value`)];
	const dates = ['certainty', 'source', 'validFrom', 'validTo'].map((name) =>
		field(`${rule.path}.${name}`, valueAt(shown, name) ?? '')
	);
	return { ...rule, name: ruleName(rule.path), present: there !== undefined, fields: [...value, ...dates] };
}

function* fieldsOf(value: unknown, path: string): Generator<EditorField> {
	if (valueKind(path) === 'choices' || typeof value !== 'object' || value === null) yield field(path, value);
	else if (Array.isArray(value)) yield* rowsOf(value, path);
	else for (const [key, inner] of Object.entries(value)) yield* fieldsOf(inner, `${path}.${key}`);
}

function* rowsOf(rows: readonly unknown[], path: string): Generator<EditorField> {
	const names = rowNames(rows, path);
	for (let row = 0; row <= rows.length; row++) {
		const fresh = row === rows.length;
		if (names === null) yield { ...field(`${path}.${row}`, rows[row] ?? ''), row, fresh };
		else
			for (const name of names)
				yield { ...field(`${path}.${row}.${name}`, valueAt(rows[row], name) ?? ''), row, fresh };
	}
}

/** The names of the fields of each row; null for a list of plain values. */
function rowNames(rows: readonly unknown[], path: string): readonly string[] | null {
	const known = own(emptyRows, path) ?? own(optionalInRow, path.split('.').at(-1)!);
	if (known) return known;
	const [first] = rows;
	return typeof first === 'object' && first !== null ? Object.keys(first) : null;
}

function field(path: string, value: unknown): EditorField {
	const kind = valueKind(path);
	const choices = choicesAt(path).map((choice) => ({ value: choice, label: choiceText(choice) }));
	const common = { path, kind, typed: typedOf(kind, value), choices, row: null, fresh: false };
	return { ...common, label: fieldName(path), unit: unitText(path) };
}

function typedOf(kind: ValueKind, value: unknown): string | readonly string[] {
	if (Array.isArray(value)) return value.map(String);
	if (kind === 'hundredths' && typeof value === 'number') return writeHundredths(value);
	return value === null || value === undefined ? '' : String(value as string | number | boolean);
}
