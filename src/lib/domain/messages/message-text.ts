/** The words of a message, with placeholders: `Rispondi entro {deadline}`. */
export type MessageText = { readonly subject: string; readonly text: string };

export const LONGEST_SUBJECT = 78;
export const LONGEST_TEXT = 3_000;

/** A subject holds protocol numbers and dates, and no fact about a person: others at home read it in the letter box. */
const IN_SUBJECT: ReadonlySet<string> = new Set(['protocol', 'earlier', 'deadline', 'until', 'day', 'when']);
/** These facts also stand on the page that the message leads to. The reader needs every other one in order to act. */
const MAY_BE_LEFT_OUT: ReadonlySet<string> = new Set(['notice', 'protocol', 'pseudonym', 'leaf']);

export type TextProblem =
	| { readonly kind: 'empty' | 'too-long' | 'braces'; readonly field: keyof MessageText }
	| { readonly kind: 'lines'; readonly field: 'subject' }
	| {
			readonly kind: 'unknown' | 'personal' | 'missing';
			readonly field: keyof MessageText;
			readonly names: readonly string[];
	  };

const PLACEHOLDER = /\{([^{}]*)\}/g;

/** The placeholders of a text, each once, in the order in which they stand. */
export const placeholdersIn = (text: string): string[] => [
	...new Set([...text.matchAll(PLACEHOLDER)].map(([, name]) => name ?? ''))
];

/** The placeholders that a text in the place of `builtIn` has to keep. */
export const neededIn = (builtIn: MessageText): string[] =>
	placeholdersIn(builtIn.text).filter((name) => !MAY_BE_LEFT_OUT.has(name));

/** The placeholders that a subject in the place of `builtIn` may hold. */
export const allowedInSubject = (known: readonly string[]): string[] => known.filter((name) => IN_SUBJECT.has(name));

/**
 * The problems of words that an agency wants in the place of `builtIn`; none where it can use them. `known` lists the
 * placeholders that the portal fills in this message.
 */
export function problemsOf(
	{ subject, text }: MessageText,
	builtIn: MessageText,
	known: readonly string[]
): readonly TextProblem[] {
	const problems: TextProblem[] = [
		...fieldProblems('subject', subject, LONGEST_SUBJECT, known),
		...fieldProblems('text', text, LONGEST_TEXT, known)
	];
	if (/[\r\n]/.test(subject)) problems.push({ kind: 'lines', field: 'subject' });
	const personal = placeholdersIn(subject).filter((name) => known.includes(name) && !IN_SUBJECT.has(name));
	if (personal.length > 0) problems.push({ kind: 'personal', field: 'subject', names: personal });
	const missing = neededIn(builtIn).filter((name) => !placeholdersIn(text).includes(name));
	if (missing.length > 0) problems.push({ kind: 'missing', field: 'text', names: missing });
	return problems;
}

function fieldProblems(
	field: keyof MessageText,
	words: string,
	longest: number,
	known: readonly string[]
): TextProblem[] {
	if (words.trim() === '') return [{ kind: 'empty', field }];
	const problems: TextProblem[] = [];
	if (words.length > longest) problems.push({ kind: 'too-long', field });
	if (/[{}]/.test(words.replaceAll(PLACEHOLDER, ''))) problems.push({ kind: 'braces', field });
	const unknown = placeholdersIn(words).filter((name) => !known.includes(name));
	if (unknown.length > 0) problems.push({ kind: 'unknown', field, names: unknown });
	return problems;
}

/** The words with their values. A value is put in as it is: braces in it are no placeholder. */
export function filled({ subject, text }: MessageText, values: Readonly<Record<string, unknown>>): MessageText {
	const put = (words: string) =>
		words.replaceAll(PLACEHOLDER, (whole, name: string) =>
			Object.hasOwn(values, name) ? String(values[name]) : whole
		);
	return { subject: put(subject), text: put(text) };
}
