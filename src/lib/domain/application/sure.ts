import type { Answers } from './answers';

const MOST = 100;

/** The answers with the doubts that the applicant says to be right, so that nobody asks about them again. */
export function withSure(answers: Answers, keys: readonly string[]): Answers {
	const sure = [...new Set([...(answers.sure ?? []), ...keys])].slice(-MOST);
	return sure.length > 0 ? { ...answers, sure } : answers;
}
