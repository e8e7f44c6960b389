import type { Doubt } from '$lib/domain/plausibility/doubt';

/** A doubt as a page asks about it. A person ticks its `key` to say that it is right. */
export type AskedAgain = { readonly key: string; readonly text: string };

const MOST = 50;

/** The doubts that a form says to be right. */
export const sureOf = (form: FormData): string[] =>
	form
		.getAll('sure')
		.slice(0, MOST)
		.map((key) => String(key).slice(0, 200));

/** The sentences of doubts that stop a form: each stands at its field, and those that can be right have a box. */
export function stopped<One extends Doubt>(
	doubts: readonly One[],
	textOf: (doubt: One) => string,
	fieldOf: (doubt: One) => string
): { errors: Record<string, string>; doubts: AskedAgain[] } {
	const errors: Record<string, string> = {};
	for (const doubt of doubts) errors[fieldOf(doubt)] ??= textOf(doubt);
	const asked = doubts.filter(({ level }) => level === 'ask');
	return { errors, doubts: asked.map((doubt) => ({ key: doubt.key, text: textOf(doubt) })) };
}
