import type { MessageText, TextProblem } from '$lib/domain/messages/message-text';
import { LONGEST_SUBJECT, LONGEST_TEXT } from '$lib/domain/messages/message-text';
import { m } from '$lib/paraglide/messages';

/** A sentence for each field of the form with something wrong; more than one stand in a row. */
export function textErrors(problems: readonly TextProblem[]): Partial<Record<keyof MessageText, string>> {
	const errors: Partial<Record<keyof MessageText, string>> = {};
	for (const problem of problems)
		errors[problem.field] = [errors[problem.field], sentenceOf(problem)].filter(Boolean).join(' ');
	return errors;
}

const inBraces = (names: readonly string[]) => names.map((name) => `{${name}}`).join(', ');

function sentenceOf(problem: TextProblem): string {
	switch (problem.kind) {
		case 'empty':
			return m.message_texts_empty();
		case 'too-long':
			return m.message_texts_too_long({ most: problem.field === 'subject' ? LONGEST_SUBJECT : LONGEST_TEXT });
		case 'braces':
			return m.message_texts_braces();
		case 'lines':
			return m.message_texts_lines();
		case 'unknown':
			return m.message_texts_unknown({ names: inBraces(problem.names) });
		case 'personal':
			return m.message_texts_personal({ names: inBraces(problem.names) });
		case 'missing':
			return m.message_texts_missing({ names: inBraces(problem.names) });
	}
}
