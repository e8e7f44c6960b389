import { m } from '$lib/paraglide/messages';
import type { CopyFileProblem } from './copy-service';

const atField: Readonly<Partial<Record<CopyFileProblem, () => string>>> = {
	'purpose-needed': m.file_copy_purpose_needed,
	'purpose-short': m.person_problem_reason,
	'purpose-long': m.file_copy_purpose_long
};

/** Why no copy was made: a sentence at the field, or one for the page, which says again what was typed. */
export function copyProblem(
	problem: CopyFileProblem,
	purpose: string
): { errors: Record<string, string>; problem?: string } {
	const sentence = atField[problem]?.();
	if (sentence) return { errors: { purpose: sentence } };
	return { errors: {}, problem: problem === 'closed' ? m.file_copy_closed({ purpose }) : m.file_copy_not_allowed() };
}
