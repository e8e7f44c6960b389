import { z } from 'zod';
import { bornAs, changeOutcomes, movedTo, type Change } from '$lib/domain/changes/change';
import { dayOf } from '$lib/domain/calendar/deadline';
import { homeKinds } from '$lib/domain/household/choices';
import { area, percent } from '$lib/domain/numbers/number-kinds';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { heardFields } from '$lib/server/people/desk-records/heard-form';
import { optionalNumber } from '$lib/server/platform/forms/number-field';

/** At most as many people as a household has. */
const place = z
	.string({ error: () => m.change_who_error() })
	.regex(/^m\d{1,3}$/, { error: () => m.change_who_error() });
const many = <One extends z.ZodType>(one: One, error: () => string) =>
	z.union([one.transform((given) => [given]), z.array(one)], { error });
const textError = () => m.change_text_error();
const onError = () => m.change_on_error();

const told = {
	id: z.uuid(),
	happenedOn: z.iso
		.date({ error: onError })
		.refine((day) => day >= '1900-01-01' && day <= dayOf(now()), { error: onError }),
	text: z.string({ error: textError }).min(3, { error: textError }).max(5000, { error: textError }),
	documents: many(z.uuid(), () => m.change_document_error()).default([])
};

const marks = z
	.union([z.string().transform((one) => [one]), z.array(z.string())])
	.default([])
	.transform((given) => ({ serious: given.includes('serious'), attendanceAllowance: given.includes('allowance') }));

const fieldsOf = <More extends z.ZodRawShape>(more: More) =>
	z.discriminatedUnion(
		'act',
		[
			z.object({
				...{ act: z.literal('birth'), ...told, ...more },
				relation: z.enum(bornAs, { error: () => m.change_born_error() })
			}),
			z.object({ act: z.literal('death'), ...told, ...more, died: place }),
			z.object({ act: z.literal('separation'), ...told, ...more, left: many(place, () => m.change_who_error()) }),
			z.object({
				...{ act: z.literal('move'), ...told, ...more },
				to: z.enum(movedTo, { error: () => m.change_to_error() }),
				kind: z.enum(homeKinds, { error: () => m.change_home_error() }),
				netAreaDm2: optionalNumber(area, m.apply_error_area).default(null)
			}),
			z.object({
				...{ act: z.literal('disability'), ...told, ...more, certified: place },
				percent: optionalNumber(percent(0, 100), m.apply_error_percent).default(null),
				disability: marks
			})
		],
		{ error: () => m.change_what_error() }
	);

/** A change as a household tells it. */
export const changeForm = fieldsOf({});

/** A change as an officer records it: also how and when the office learned of it, and what shows it. */
export const recordForm = fieldsOf(heardFields);

/** A change as a form told it. */
export function changeOf(form: z.output<typeof changeForm>): Change {
	const on = form.happenedOn;
	switch (form.act) {
		case 'birth':
			return { kind: 'birth', on, relation: form.relation };
		case 'death':
			return { kind: 'death', on, member: form.died };
		case 'separation':
			return { kind: 'separation', on, members: form.left };
		case 'move':
			return {
				kind: 'move',
				on,
				to: form.to,
				home: form.kind,
				netAreaDm2: form.kind === 'none' ? null : form.netAreaDm2
			};
		case 'disability':
			return { kind: 'disability', on, member: form.certified, percent: form.percent, ...form.disability };
	}
}

const reasonError = () => m.check_reason_error();

/** The decision of an officer about a change. */
export const decisionForm = z.object({
	change: z.uuid({ error: () => m.change_not_found() }),
	outcome: z.enum(changeOutcomes, { error: () => m.change_outcome_error() }),
	reason: z.string({ error: reasonError }).min(10, { error: reasonError }).max(1000, { error: reasonError }),
	successor: z
		.union([z.literal('').transform(() => null), place])
		.optional()
		.transform((given) => given ?? null)
});
