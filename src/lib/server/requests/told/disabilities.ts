import type { Disability } from '$lib/domain/household/fact-parts';
import { percent } from '$lib/domain/numbers/number-kinds';
import { m } from '$lib/paraglide/messages';
import { ticked, yesNo } from '$lib/server/platform/forms/fields';
import { typedNumber } from '$lib/server/platform/forms/number-field';
import { textOf, textsOf, type Read } from './reading';

const PERCENT = percent(0, 100);

/**
 * Disabilities as posted: `hasDisability`, then `percent-1` and `disability-1` (`serious`, `allowance`) for the member
 * `m1`, and so on. Yes without saying which is not told; no is none.
 */
export function readDisabilities(form: FormData, members: readonly { readonly id: string }[], needed: boolean): Read {
	const errors: Record<string, string> = {};
	const disabilities = members.flatMap(({ id }) => readDisability(form, id, errors));
	const said = yesNo(needed).safeParse(textOf(form, 'hasDisability'));
	if (!said.success) errors['hasDisability'] = m.apply_error_choose();
	if (said.data === false && disabilities.length > 0) errors['hasDisability'] = m.apply_error_disability_no();
	if (needed && said.data === true && disabilities.length === 0) {
		errors['hasDisability'] = m.apply_error_disability_which();
	}
	return { told: disabilities.length > 0 || said.data === false ? { disabilities } : {}, errors };
}

function readDisability(form: FormData, member: string, errors: Record<string, string>): Disability[] {
	const row = member.slice(1);
	const typed = textOf(form, `percent-${row}`).trim();
	const read = typed === '' ? null : typedNumber(typed, PERCENT, m.apply_error_percent);
	const marks = ticked(['serious', 'allowance']).parse(textsOf(form, `disability-${row}`));
	if (read && !read.ok) errors[`percent-${row}`] = read.error;
	if (typed === '' && marks.length === 0) return [];
	return [
		{
			member,
			percent: read?.ok ? read.value : null,
			serious: marks.includes('serious'),
			attendanceAllowance: marks.includes('allowance')
		}
	];
}
