import type { Change } from '$lib/domain/what-if/change';
import { m } from '$lib/paraglide/messages';
import { criterionName } from '$lib/words/rules/criterion-words';
import { categoryName } from '$lib/words/rounds/category-name';

/** A question in one line. */
export function questionText({ change, dropOutPercent: dropOut }: { change: Change; dropOutPercent: number }): string {
	switch (change.kind) {
		case 'none':
			return m.what_if_question_none({ dropOut });
		case 'points':
			return m.what_if_question_points({
				criterion: criterionName(change.criterion),
				percent: change.percent,
				dropOut
			});
		case 'share':
			return m.what_if_question_share({ category: categoryName(change.category), percent: change.percent, dropOut });
		case 'no-set-aside':
			return m.what_if_question_no_set_aside({ category: categoryName(change.category), dropOut });
		case 'choices':
			return m.what_if_question_choices({ most: change.most, dropOut });
	}
}
