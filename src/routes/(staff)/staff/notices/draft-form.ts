import { z } from 'zod';
import { ruleSets } from '$lib/domain/ruleset/rule-sets';
import { m } from '$lib/paraglide/messages';

const text = (max: number) => {
	const sentence = () => m.notices_form_text({ max });
	return z.string({ error: sentence }).min(3, { error: sentence }).max(max, { error: sentence });
};
const day = z.iso.date({ error: () => m.notices_form_day() });
const whole = (min: number, max: number) => {
	const sentence = () => m.notices_form_number({ min, max });
	return z
		.string({ error: sentence })
		.regex(/^\d{1,3}$/, { error: sentence })
		.transform(Number)
		.refine((value) => value >= min && value <= max, { error: sentence });
};

/** What an officer writes of a notice. */
export const draftForm = z.object({
	titleIt: text(120),
	titleEn: text(120),
	summaryIt: text(600),
	summaryEn: text(600),
	ruleSetId: z.enum(
		ruleSets.map((rules) => rules.id),
		{ error: () => m.notices_problem_unknown_rule_set() }
	),
	opensOn: day,
	closesOn: day,
	maxChoices: whole(1, 100),
	offerDays: whole(1, 60),
	beaconSource: text(300),
	dwellingIds: z
		.union([z.string(), z.array(z.string())])
		.optional()
		.transform((ids) => [ids ?? []].flat())
});
