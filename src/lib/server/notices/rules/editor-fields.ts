import { beginningOf, rulesByPart, valueAt, type RuleInList } from '$lib/domain/ruleset/rule-list';
import type { Kind } from '$lib/domain/ruleset/kinds';
import { kindAt } from '$lib/domain/ruleset/rule-kinds';
import { choicesAt, valueKind, type ValueKind } from '$lib/domain/ruleset/value-kind';
import { usualGround } from '$lib/domain/ruleset/usual-grounds';
import { choiceText } from '$lib/words/rules/choice-text';
import { fieldName, ruleName, unitText } from './labels';
import { typedAs } from '$lib/server/platform/forms/number-field';

/** A field of the editor. `row`: the row of a list it stands in, from 0; `fresh`: of the empty row at its end. */
export type EditorField = {
	readonly path: string;
	readonly kind: ValueKind;
	/** As a person types it; several where several are ticked. */
	readonly typed: string | readonly string[];
	readonly choices: readonly { readonly value: string; readonly label: string }[];
	readonly label: string;
	/** The unit of a number: euro, m², points. */
	readonly unit: string;
	/** It may be left empty: absent, null, or a row taken out. */
	readonly mayBeEmpty: boolean;
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

/** The values of the editor's form, by name. */
export function editorValues(editor: Editor): Record<string, string | readonly string[]> {
	const rules = Object.values(editor).flat();
	const fields = rules.flatMap((rule) => rule.fields.map(({ path, typed }) => [path, typed] as const));
	const present = rules
		.filter((rule) => rule.optional && rule.present)
		.map((rule) => [`in.${rule.path}`, 'on'] as const);
	return Object.fromEntries([...fields, ...present]);
}

function editorRule(rules: unknown, rule: RuleInList): EditorRule {
	const there = valueAt(rules, rule.path);
	const shown = there ?? beginningOf(rule.path);
	const path = `${rule.path}.value`;
	const value = [...fieldsOf(kindAt(path), valueAt(shown, 'value'), path)];
	const dates = [...marks(rule), 'certainty', 'source', 'validFrom', 'validTo'].map((name) =>
		field(`${rule.path}.${name}`, valueAt(shown, name) ?? '')
	);
	return { ...rule, name: ruleName(rule.path), present: there !== undefined, fields: [...value, ...dates] };
}

/** Rules that a household fulfils or not say what that tells of it; those about categories say it row by row. */
const marks = ({ path }: RuleInList): readonly string[] => (usualGround(path) === undefined ? [] : ['ground']);

function* fieldsOf(kind: Kind, value: unknown, path: string): Generator<EditorField> {
	if (kind.kind === 'list') yield* rowsOf(kind.of, Array.isArray(value) ? value : [], path);
	else if (kind.kind === 'group') {
		for (const [name, inner] of Object.entries(kind.members))
			yield* fieldsOf(inner, valueAt(value, name), `${path}.${name}`);
	} else yield field(path, value);
}

/** The rows of a list, and an empty one at its end. */
function* rowsOf(of: Kind, rows: readonly unknown[], path: string): Generator<EditorField> {
	for (let row = 0; row <= rows.length; row++) {
		const fresh = row === rows.length;
		for (const one of fieldsOf(of, rows[row], `${path}.${row}`)) yield { ...one, row, fresh };
	}
}

function field(path: string, value: unknown): EditorField {
	const kind = valueKind(path);
	const choices = choicesAt(path).map((choice) => ({ value: choice, label: choiceText(choice) }));
	const common = { path, kind, typed: typedOf(kind, value), choices, row: null, fresh: false };
	const { empty, kind: written } = kindAt(path);
	const mayBeEmpty = empty !== undefined || (written === 'choice' && /\.\d+$/.test(path));
	return { ...common, label: fieldName(path), unit: unitText(path), mayBeEmpty };
}

function typedOf(kind: ValueKind, value: unknown): string | readonly string[] {
	if (Array.isArray(value)) return value.map(String);
	if (kind === 'hundredths' && typeof value === 'number') return typedAs({ decimals: 2 }, value);
	return value === null || value === undefined ? '' : String(value as string | number | boolean);
}
