import { describe, expect, it } from 'vitest';
import { ruleSets } from '$lib/domain/ruleset/rule-sets';
import { m } from '$lib/paraglide/messages';
import { illustrative } from '$lib/domain/ruleset/sets/illustrative';
import { editorOf, type EditorField } from '$lib/server/notices/rules/editor-fields';
import { readEdited } from '$lib/server/notices/rules/read-edited';
import { readRules } from '$lib/server/notices/rules/read-rules';

/** What a browser posts of the editor as it comes. */
function posted(rules: unknown, change: (form: FormData) => void = () => {}): FormData {
	const form = new FormData();
	for (const rule of Object.values(editorOf(rules)).flat()) {
		if (rule.optional && rule.present) form.append(`in.${rule.path}`, 'on');
		for (const field of rule.fields) append(form, field);
	}
	change(form);
	return form;
}

function append(form: FormData, { path, typed, kind, choices }: EditorField): void {
	if (kind === 'choices') for (const one of typed) form.append(path, one);
	// A list of choices without an empty one sends its first.
	else form.append(path, String(typed) || (/(rounding|kind|category)$/.test(path) ? choices[0]!.value : ''));
}
const readAs = (form: FormData) => readRules({ ...readEdited(form), format: 'rule-set/1', id: 'r' });

describe('the editor', () => {
	it.each(ruleSets.map((rules) => [rules.id, rules] as const))('saved as it comes, %s stays as it is', (_, rules) => {
		expect(readAs(posted(rules))).toEqual({ ok: true, rules: { ...rules, id: 'r' } });
	});

	it('a rule not ticked is not in the rule set; one ticked begins with illustrative values', () => {
		const [rules] = ruleSets;
		const without = readAs(
			posted(rules, (form) => {
				form.delete('in.scoring.eviction');
				form.append('in.eligibility.seriousHandicap', 'on');
				form.set('eligibility.seriousHandicap.source', 'L. 104/1992');
			})
		);
		if (!without.ok) throw new Error(JSON.stringify(without.errors));
		expect(without.rules.scoring.eviction).toBeUndefined();
		expect(without.rules.eligibility.seriousHandicap).toEqual({
			value: true,
			certainty: 'illustrative',
			source: 'L. 104/1992',
			ground: 'health'
		});
	});

	it('a row filled in at the end is added, one emptied is taken out, and numbers are read as people write them', () => {
		const rules = { ...ruleSets[0]!, indigent: illustrative({ iseeMaxCents: 300_000 }) };
		const path = 'scoring.economicHardship.value.bands';
		const read = readAs(
			posted(rules, (form) => {
				form.set(`${path}.0.iseeCents`, '');
				form.set(`${path}.0.points`, '');
				form.set(`${path}.4.iseeCents`, '40.000,50 €');
				form.set(`${path}.4.points`, '1,5');
				form.append('in.setAsides', 'on');
				form.set('setAsides.source', 'avviso');
				form.set('setAsides.value.0.category', 'indigent');
				form.set('setAsides.value.0.share', '20');
				form.set('setAsides.value.0.rounding', 'up');
			})
		);
		if (!read.ok) throw new Error(JSON.stringify(read.errors));
		expect(read.rules.scoring.economicHardship!.value.bands).toEqual([
			{ iseeCents: 1_600_000, points: 600 },
			{ iseeCents: 2_500_000, points: 400 },
			{ iseeCents: 3_300_000, points: 200 },
			{ iseeCents: 4_000_050, points: 150 }
		]);
		const share = { category: 'indigent', share: 2_000, rounding: 'up', ground: 'hardship' };
		expect(read.rules.setAsides!.value).toEqual([share]);
	});

	it('what cannot be read comes back as it was typed, beside its error', () => {
		const edited = readEdited(posted(ruleSets[0], (form) => form.set('scoring.eviction.value.notified', 'sette')));
		const read = readRules({ ...edited, format: 'rule-set/1', id: 'r' });
		expect(read).toMatchObject({ errors: { 'scoring.eviction.value.notified': m.rules_error_number() } });
		const again = editorOf(edited).scoring.find(({ path }) => path === 'scoring.eviction')!;
		expect(again.fields.find(({ path }) => path.endsWith('notified'))!.typed).toBe('sette');
	});

	it.each(['__proto__.x', 'constructor.prototype.x', 'scoring.__proto__.points'])(
		'a field named %s changes nothing',
		(name) => {
			readEdited(posted(ruleSets[0], (form) => form.set(name, '1')));
			expect(({} as Record<string, unknown>)['x']).toBeUndefined();
			expect(({} as Record<string, unknown>)['points']).toBeUndefined();
		}
	);
});

it('a rule set from before the marks opens with none chosen, and stays unmarked until somebody chooses', () => {
	const [rules] = ruleSets;
	const { ground: _unmarked, ...eviction } = rules!.scoring.eviction!;
	const old = { ...rules!, scoring: { ...rules!.scoring, eviction } };
	const path = 'scoring.eviction.ground';
	const fields = Object.values(editorOf(old)).flatMap((part) => part.flatMap((rule) => rule.fields));
	expect(fields.find((field) => field.path === path)).toMatchObject({ kind: 'choice', typed: '' });
	expect(readAs(posted(old))).toEqual({ ok: true, rules: { ...old, id: 'r' } });
	const marked = readAs(posted(old, (form) => form.set(path, 'hardship')));
	expect(marked).toMatchObject({ ok: true, rules: { scoring: { eviction: { ground: 'hardship' } } } });
	expect(readAs(posted(old, (form) => form.set(path, 'secret')))).toMatchObject({ ok: false });
});
