import { z } from 'zod';
import { drandName, quicknet, roundAfterClosing } from '$lib/domain/draw/drand';
import { count } from '$lib/domain/numbers/number-kinds';
import { m } from '$lib/paraglide/messages';
import { numberField, optionalNumber } from '$lib/server/platform/forms/number-field';
import type { NoticeDraft } from '$lib/server/notices/notices/notice';

const text = (max: number) => {
	const sentence = () => m.notices_form_text({ max });
	return z.string({ error: sentence }).min(3, { error: sentence }).max(max, { error: sentence });
};
const day = z.iso.date({ error: () => m.notices_form_day() });
const whole = (min: number, max: number) => {
	const sentence = () => m.notices_form_number({ min, max });
	return numberField(count(min, max), sentence);
};

/** The fields that an officer fills in for a notice. */
export const draftForm = z.object({
	titleIt: text(120),
	titleEn: text(120),
	summaryIt: text(600),
	summaryEn: text(600),
	ruleSetId: z.string({ error: () => m.notices_problem_unknown_rule_set() }).max(60),
	opensOn: day,
	closesOn: day,
	maxChoices: whole(1, 100),
	offerDays: whole(1, 60),
	beaconKind: z.enum(['draw', 'drand']).default('draw'),
	beaconSource: z
		.string()
		.trim()
		.max(300, { error: () => m.notices_form_text({ max: 300 }) })
		.default(''),
	drandRound: optionalNumber(count(1, 999_999_999_999), m.notices_form_drand_round).default(null),
	dwellingIds: z
		.union([z.string(), z.array(z.string())])
		.optional()
		.transform((ids) => [ids ?? []].flat())
});

type Typed = z.infer<typeof draftForm>;

/** Reads the typed values as a draft. An empty drand round is the first after noon of the day after closing. */
export function draftOf({ beaconKind, drandRound, ...draft }: Typed): NoticeDraft {
	if (beaconKind === 'draw') return { ...draft, beaconOrigin: { kind: 'draw' } };
	const round = drandRound ?? roundAfterClosing(draft.closesOn);
	const beaconOrigin = { kind: 'drand', chain: quicknet.hash, round } as const;
	return { ...draft, beaconSource: drandName(round), beaconOrigin };
}

/** The typed values, for a form that returns with errors. */
export function typedAgain({ maxChoices, offerDays, drandRound, ...texts }: Typed): Record<string, string | string[]> {
	return {
		...texts,
		maxChoices: String(maxChoices),
		offerDays: String(offerDays),
		drandRound: String(drandRound ?? '')
	};
}
