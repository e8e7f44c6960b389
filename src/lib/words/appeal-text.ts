import { appeals, type Appeal } from '$lib/domain/appeals/appeals';
import { m } from '$lib/paraglide/messages';

const names: Readonly<Record<Appeal['kind'], () => string>> = {
	review: m.appeal_review,
	'regional-court': m.appeal_regional_court,
	president: m.appeal_president,
	'civil-court': m.appeal_civil_court
};

/** Each way to appeal in words: what it is, within how many days, and how certain the term is. */
export const appealTexts = (): string[] =>
	appeals.map(({ kind, days, source }) => {
		if (days === null || source === null) return `${names[kind]()}: ${m.appeal_no_term()}`;
		return `${names[kind]()}: ${m.appeal_within({ days })} ${m.appeal_to_check({ source })}`;
	});
