import { reportCascade, type CascadeLine, type CascadeQuestion } from '$lib/domain/accessibility/cascade';

export function run(question: CascadeQuestion): Promise<CascadeLine[]> {
	return Promise.resolve(reportCascade(question));
}
