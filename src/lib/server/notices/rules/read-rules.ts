import type { z } from 'zod';
import { checkRuleSet } from '$lib/domain/ruleset/check-rule-set';
import { numberKindAt } from '$lib/domain/ruleset/rule-kinds';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { m } from '$lib/paraglide/messages';
import { typedNumber } from '$lib/server/platform/forms/number-field';
import { readJson } from '$lib/server/platform/forms/read-json';
import { ruleSetSchema } from './rule-set-schema';
import { wrongValueText } from './problems';

/** The largest rule set that comes with the portal holds some hundreds of values, eight deep. */
const LARGEST = { depth: 20, values: 5_000 };
/** A page shows this many wrong places; those after them are seen when these are right. */
const SHOWN = 100;

export type ReadRules = { ok: true; rules: RuleSet } | { ok: false; errors: Record<string, string> };

/**
 * Reads a rule set from plain data: first each value, then whether they stand together. Errors by path
 * (`scoring.eviction.value.notified`), each a whole sentence.
 */
export function readRules(data: unknown): ReadRules {
	const parsed = ruleSetSchema.safeParse(data, { reportInput: true });
	if (!parsed.success) return { ok: false, errors: byPath(parsed.error.issues.flatMap(placesOf)) };
	const wrong = checkRuleSet(parsed.data);
	if (wrong.length === 0) return { ok: true, rules: parsed.data };
	return { ok: false, errors: byPath(wrong.map(({ path, problem }) => [path, wrongValueText[problem]()])) };
}

type Issue = z.core.$ZodIssue;

/** A key too many is an error at its own path, not at its parent's. */
function placesOf(issue: Issue): [path: string, sentence: string][] {
	const path = issue.path.map(String);
	if (issue.code === 'unrecognized_keys') {
		return issue.keys.map((key) => [[...path, key].join('.'), m.rules_error_unknown_key()]);
	}
	return [[path.join('.') || 'file', sentenceOf(issue)]];
}

function sentenceOf(issue: Issue): string {
	if (issue.code === 'invalid_value') return m.rules_error_choice({ choices: issue.values.map(String).join(', ') });
	if (issue.code === 'too_small') return m.rules_error_too_small({ least: Number(issue.minimum) });
	if (issue.code === 'too_big') return m.rules_error_too_big({ most: Number(issue.maximum) });
	if (issue.code === 'invalid_format') return issue.format === 'date' ? m.rules_error_date() : m.rules_error_word();
	if (issue.code !== 'invalid_type') return m.form_not_read();
	if (issue.input === undefined || issue.input === '') return m.rules_error_missing();
	return issue.expected === 'number' || issue.expected === 'int' ? numberSentence(issue) : m.rules_error_kind();
}

/** What is wrong with a number that stayed a text: two meanings, or none. */
function numberSentence({ path, input }: Issue): string {
	if (typeof input !== 'string') return m.rules_error_number();
	const read = typedNumber(input, numberKindAt(path.join('.')), m.rules_error_number);
	return read.ok ? m.rules_error_number() : read.error;
}

function byPath(places: readonly (readonly [path: string, sentence: string])[]): Record<string, string> {
	const errors = new Map<string, string>();
	for (const [path, sentence] of places.slice(0, SHOWN)) if (!errors.has(path)) errors.set(path, sentence);
	return Object.fromEntries(errors);
}

/** The same from the text of a file. */
export function readRulesFile(text: string): ReadRules {
	const data = readJson(text.replace(/^\uFEFF/, ''), LARGEST);
	return data === undefined ? { ok: false, errors: { file: m.rules_error_not_json() } } : readRules(data);
}
