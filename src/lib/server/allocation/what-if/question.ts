import { z } from 'zod';
import { percent as share } from '$lib/domain/numbers/number-kinds';
import { m } from '$lib/paraglide/messages';
import type { Change } from '$lib/domain/what-if/change';
import { numberField } from '$lib/server/platform/forms/number-field';
import { criteria } from '$lib/domain/scoring/criteria';

/** Rounds imagined for the chances. */
export const SIMULATED_ROUNDS = 1_000;

/** The question of the staff: one change, and how many households are expected to drop out. */
export type WhatIfQuestion = { readonly change: Change; readonly dropOutPercent: number };

const number = (from: number, to: number) => {
	const error = () => m.what_if_error_number({ from, to });
	return numberField(share(from, to), error);
};
const dropOutPercent = number(0, 90);
const category = z.string().regex(/^[a-z0-9-]{1,60}$/, { error: () => m.what_if_error_choose() });
const criterion = z.enum(criteria.map(({ id }) => id) as [string, ...string[]], {
	error: () => m.what_if_error_choose()
});

/** Only the fields of the chosen change are read; the others are ignored. */
export const questionForm = z
	.discriminatedUnion('kind', [
		z.object({ kind: z.literal('none'), dropOutPercent }),
		z.object({ kind: z.literal('points'), criterion, pointsPercent: number(0, 500), dropOutPercent }),
		z.object({ kind: z.literal('share'), shareOf: category, sharePercent: number(0, 100), dropOutPercent }),
		z.object({ kind: z.literal('no-set-aside'), dropped: category, dropOutPercent }),
		z.object({ kind: z.literal('choices'), most: number(1, 500), dropOutPercent })
	])
	.transform((form): WhatIfQuestion => ({ change: changeOf(form), dropOutPercent: form.dropOutPercent }));

type Form =
	| { kind: 'none' }
	| { kind: 'points'; criterion: string; pointsPercent: number }
	| { kind: 'share'; shareOf: string; sharePercent: number }
	| { kind: 'no-set-aside'; dropped: string }
	| { kind: 'choices'; most: number };

function changeOf(form: Form): Change {
	switch (form.kind) {
		case 'none':
			return { kind: 'none' };
		case 'points': {
			const { id } = criteria.find(({ id }) => id === form.criterion)!;
			return { kind: 'points', criterion: id, percent: form.pointsPercent };
		}
		case 'share':
			return { kind: 'share', category: form.shareOf, percent: form.sharePercent };
		case 'no-set-aside':
			return { kind: 'no-set-aside', category: form.dropped };
		case 'choices':
			return { kind: 'choices', most: form.most };
	}
}
