import { m } from '$lib/paraglide/messages';
import { rejectionProblem } from '$lib/server/requests/rejections/problems';
import type { Excluded } from './service';

const own = { 'same-person': m.exclusion_same_person, 'contract-registered': m.exclusion_contract };
type Own = Extract<Excluded, { problem: keyof typeof own }>;
type Problem = Extract<Excluded, { ok: false }>;

const isOwn = (found: Problem): found is Own => found.problem in own;

/** The sentence for each thing that can stop an exclusion, or its proposal. */
export const exclusionProblem = (found: Problem): string =>
	isOwn(found) ? own[found.problem]() : rejectionProblem(found);
