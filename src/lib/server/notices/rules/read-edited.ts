import { otherRules } from '$lib/domain/ruleset/other-rules';
import { readNumber } from '$lib/domain/numbers/read-number';
import { kindAt, numberKindAt } from '$lib/domain/ruleset/rule-kinds';
import { cleanText } from '$lib/server/platform/forms/clean-text';
import { fieldsOf } from '$lib/server/platform/forms/fields-of';
import { getLocale } from '$lib/paraglide/runtime';

type Node = { [key: string]: Node | unknown };

/** The prefix of a ticked rule's path. */
const IN = 'in.';
/** A rule that was ticked; those that a rule set cannot do without have no box. */
const always = new Set(Object.entries(otherRules).flatMap(([name, { needed }]) => (needed ? [name] : [])));
const ofRule = /^((eligibility|scoring)\.[A-Za-z]+|[A-Za-z]+)\.(value|certainty|source|validFrom|validTo|ground)(\.|$)/;

/**
 * The plain data of the editor's fields, for `readRules` to check. A value that cannot be read as a number stays as
 * typed, so that the page shows it again beside its error. Empty rows are left out.
 * @param form fields named by their path; `in.scoring.eviction` says that the rule set has that rule
 */
export function readEdited(form: FormData): Record<string, unknown> {
	const kept = new Set([...form.keys()].filter((name) => name.startsWith(IN)).map((name) => name.slice(IN.length)));
	const data: Node = Object.create(null) as Node;
	for (const [path, values] of fieldsOf(form)) {
		if (path.startsWith(IN) || path === 'revision' || !/^[A-Za-z]+(\.[A-Za-z0-9]+)*$/.test(path)) continue;
		const rule = ofRule.exec(path)?.[1];
		if (rule !== undefined && !always.has(rule) && !kept.has(rule)) continue;
		const typed = values.map((value) => (typeof value === 'string' ? cleanText(value) : ''));
		put(data, path.split('.'), valueOf(path, typed));
	}
	return tidied(data, '') as Record<string, unknown>;
}

function put(node: Node, [key, ...rest]: string[], value: unknown): void {
	if (key === undefined || key === '__proto__') return;
	if (rest.length === 0) node[key] = value;
	else put((node[key] ??= Object.create(null)) as Node, rest, value);
}

function valueOf(path: string, typed: readonly string[]): unknown {
	const [text = ''] = typed;
	switch (kindAt(path).kind) {
		case 'hundredths':
		case 'whole': {
			const read = readNumber(text, numberKindAt(path), getLocale());
			return read.kind === 'number' ? read.value : text;
		}
		case 'choices':
			return typed.filter((one) => one !== '');
		case 'sure':
			return true;
		case 'yes-no':
			return text === 'true' || text === 'false' ? text === 'true' : text;
		default:
			return text;
	}
}

/** Lists from their places, without rows left empty; and an empty field as what it means at its place. */
function tidied(value: unknown, path: string): unknown {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	const entries = Object.entries(value).map(
		([key, inner]) => [key, tidied(inner, path ? `${path}.${key}` : key)] as const
	);
	if (entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key))) {
		return entries.flatMap(([key, row]) => (isEmptyRow(row, `${path}.${key}`) ? [] : [row]));
	}
	return Object.fromEntries(entries.flatMap(([key, inner]) => emptied(key, inner, path)));
}

function emptied(key: string, inner: unknown, path: string): [string, unknown][] {
	if (inner !== '') return [[key, inner]];
	const { empty } = kindAt(path ? `${path}.${key}` : key);
	return empty === 'absent' ? [] : [[key, empty === 'null' ? null : inner]];
}

/** Choices and numbers that come filled in do not make a row. */
function isEmptyRow(row: unknown, path: string): boolean {
	if (typeof row !== 'object' || row === null) return row === '';
	const written = Object.entries(row).filter(([name]) => {
		const { kind, beside } = kindAt(`${path}.${name}`);
		return kind !== 'choice' && !beside;
	});
	return written.every(([, value]) => value === '');
}
