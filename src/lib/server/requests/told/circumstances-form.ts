import { emergencyGrounds, type Disability, type SensitiveFacts } from '$lib/domain/household/sensitive-facts';
import { m } from '$lib/paraglide/messages';
import { z } from 'zod';
import { ticked, tickedOrNone, yesNo } from '$lib/server/platform/forms/fields';

type Asked = { readonly disabilities: boolean; readonly homeHasBarriers: boolean; readonly emergency: boolean };
type Read = { ok: true; facts: SensitiveFacts } | { ok: false; errors: Record<string, string> };

const PERCENT = /^(100|\d{1,2})$/;

const general = (needed: boolean, asked: Asked) =>
	z.object({
		hasDisability: yesNo(needed && asked.disabilities),
		homeHasBarriers: yesNo(needed && asked.homeHasBarriers),
		emergency: tickedOrNone(emergencyGrounds).refine((given) => !needed || !asked.emergency || given !== undefined, {
			error: () => m.apply_error_choose()
		})
	});

/**
 * Health facts as posted: `hasDisability`, then `percent-1` and `disability-1` (`serious`, `allowance`) for the member
 * `m1`, and so on. A fact that is not asked, or was left blank, is absent.
 */
export function readCircumstances(
	posted: Readonly<Record<string, string | readonly string[]>>,
	members: readonly { readonly id: string }[],
	needed: boolean,
	asked: Asked
): Read {
	const values = Object.fromEntries(
		Object.entries(posted).map(([name, given]) => [name, given.length === 1 ? [given].flat()[0] : given])
	);
	const errors: Record<string, string> = {};
	const disabilities = members.flatMap(({ id }) => readDisability(values, id, errors));
	const said = values['hasDisability'];
	if (said === 'no' && disabilities.length > 0) errors['hasDisability'] = m.apply_error_disability_no();
	if (needed && said === 'yes' && disabilities.length === 0) errors['hasDisability'] = m.apply_error_disability_which();
	const parsed = general(needed, asked).safeParse(values);
	if (!parsed.success) for (const issue of parsed.error.issues) errors[String(issue.path[0])] ??= issue.message;
	if (!parsed.success || Object.keys(errors).length > 0) return { ok: false, errors };
	const { hasDisability, homeHasBarriers, emergency } = parsed.data;
	// A yes without a choice is not an answer; a no is an empty list.
	const told = disabilities.length > 0 || hasDisability === false ? disabilities : undefined;
	return { ok: true, facts: { disabilities: told, homeHasBarriers, emergency } };
}

function readDisability(
	values: Readonly<Record<string, unknown>>,
	member: string,
	errors: Record<string, string>
): Disability[] {
	const row = member.slice(1);
	const typed = String(values[`percent-${row}`] ?? '')
		.replace('%', '')
		.trim();
	const marks = ticked(['serious', 'allowance']).parse(values[`disability-${row}`]);
	if (typed !== '' && !PERCENT.test(typed)) errors[`percent-${row}`] = m.apply_error_percent();
	if (typed === '' && marks.length === 0) return [];
	return [
		{
			member,
			percent: typed === '' ? null : Number(typed),
			serious: marks.includes('serious'),
			attendanceAllowance: marks.includes('allowance')
		}
	];
}
