import { z } from 'zod';
import { locales, type Locale } from '$lib/paraglide/runtime';
import { sealedValue } from '$lib/server/platform/secrets/sealed-value';
import { templates, type Template } from './templates';

/** The content of a message, as it was written to its reader. */
export type Content = {
	readonly template: Template;
	readonly locale: Locale;
	readonly subject: string;
	/** With the greeting, without the lines of the office. */
	readonly text: string;
	/** The page where the reader goes on. */
	readonly path: string;
	/** The words by which the office finds a household without an account: `Domanda 2026-000123`. */
	readonly reference: string | null;
};

const shape = z.object({
	template: z.enum(Object.keys(templates) as [Template, ...Template[]]),
	locale: z.enum(locales),
	subject: z.string(),
	text: z.string(),
	path: z.string(),
	reference: z.string().nullable()
});

export const openContent = sealedValue<Content>('a message', shape);

/** The place of a message's content, to which its seal is bound. */
export const contentPlace = (id: string) => `messages.content_sealed:${id}`;
