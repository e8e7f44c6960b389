import { expect, it } from 'vitest';
import type { Kind } from '$lib/domain/ruleset/kinds';
import { ruleKinds } from '$lib/domain/ruleset/rule-kinds';
import { m } from '$lib/paraglide/messages';
import { choiceText } from '$lib/words/rules/choice-text';

/** Every name and every choice inside a kind. */
function* wordsOf(name: string, kind: Kind): Generator<{ field?: string; choice?: string }> {
	if (kind.kind === 'group') for (const [inner, one] of Object.entries(kind.members)) yield* wordsOf(inner, one);
	else if (kind.kind === 'list') yield* wordsOf(name, kind.of);
	else if (kind.kind !== 'sure') yield { field: name };
	if ('choices' in kind) for (const choice of kind.choices) yield { choice };
}

const words = Object.values(ruleKinds)
	.flatMap((kinds) => Object.values(kinds))
	.flatMap((kind) => [...wordsOf('value', kind)]);

it('every value of a rule set has a name on the pages of the staff', () => {
	const fields = [...new Set(words.flatMap(({ field = [] }) => field))];
	expect(fields.length).toBeGreaterThan(20);
	expect(fields.filter((field) => !(`rulesets_field_${field}` in m))).toEqual([]);
});

it('and every choice has its words', () => {
	const choices = [...new Set(words.flatMap(({ choice = [] }) => choice))];
	expect(choices.length).toBeGreaterThan(20);
	expect(choices.filter((choice) => choiceText(choice) === choice)).toEqual([]);
});
