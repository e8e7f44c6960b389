import { z } from 'zod';
import { holderKey, type Holder } from '$lib/domain/documents/holder';
import type { DocumentFacts } from '$lib/domain/documents/judge-document';
import { documentKinds } from '$lib/domain/documents/kinds';
import { m } from '$lib/paraglide/messages';
import { hasInvisibleSigns } from '$lib/server/platform/forms/invisible-signs';

/** Files sent together as one document. */
export const MOST_FILES = 10;
const [FIRST, LAST] = ['1900-01-01', '2100-12-31'];

const LINE_END = /\r\n?|\n/g;

/** A text of one line or more. A form sends the end of a line as two signs, where the browser counts one. */
const text = (longest: number) =>
	z
		.string()
		.default('')
		.transform((typed) => typed.replaceAll(LINE_END, '\n'))
		.refine((typed) => typed.length <= longest, { error: () => m.documents_error_long({ count: longest }) })
		.refine((typed) => !hasInvisibleSigns(typed.replaceAll('\n', '')), { error: () => m.documents_error_signs() });

const day = z
	.union([z.literal(''), z.iso.date().refine((typed) => typed >= FIRST && typed <= LAST)], {
		error: () => m.documents_error_day()
	})
	.default('')
	.transform((typed) => typed || null);

const year = z
	.union([z.literal(''), z.string().regex(/^(19|20)\d{2}$/)], { error: () => m.documents_error_year() })
	.default('')
	.transform((typed) => (typed ? Number(typed) : null));

/** The value of the field that says that a document is the person's own. */
export const OWN = 'own';

const holderAmong = (holders: readonly Holder[]) =>
	z
		.string()
		.default(OWN)
		.transform((key, context): Holder | null => {
			const found = holders.find((one) => holderKey(one) === key);
			if (found || key === OWN) return found ?? null;
			context.addIssue({ code: 'custom', message: m.documents_error_holder() });
			return z.NEVER;
		});

/** What is told of a document that is kept already. `holders`: the members to whom it can belong. */
export const toldForm = (holders: readonly Holder[]) =>
	z.object({
		...{ holder: holderAmong(holders), issued: day, expires: day, name: text(120), year, explanation: text(1_000) }
	});

const given = z.union([z.instanceof(File), z.array(z.instanceof(File))], { error: () => m.documents_error_files() });
/** A browser sends an unused field for files as one without a name. */
const isUsed = ({ name, size }: File) => size > 0 || name !== '';

/** A new document. `pages` were chosen, `photo` was taken with the camera of the phone. */
export const documentForm = (holders: readonly Holder[]) =>
	toldForm(holders)
		.extend({
			id: z.uuid({ error: () => m.form_not_read() }),
			kind: z.enum(documentKinds, { error: () => m.documents_error_kind() }),
			replaces: z
				.union([z.literal(''), z.uuid()], { error: () => m.form_not_read() })
				.default('')
				.transform((typed) => typed || null),
			pages: given.default([]),
			photo: given.default([])
		})
		.transform(({ id, replaces, pages, photo, ...facts }, context) => {
			const files = [pages, photo].flat().filter(isUsed);
			const [path, wrong] = [['pages'], files.length === 0 || files.length > MOST_FILES];
			const message =
				files.length === 0 ? m.documents_error_files() : m.documents_error_many_files({ count: MOST_FILES });
			if (wrong) context.addIssue({ code: 'custom', message, path });
			return { id, replaces, files, facts };
		});

/** The saved values, as the form shows them. */
export const toldValues = ({ holder, issued, expires, name, year: of, explanation }: Omit<DocumentFacts, 'kind'>) => ({
	holder: holder ? holderKey(holder) : OWN,
	...{ issued: issued ?? '', expires: expires ?? '', name, year: of === null ? '' : String(of), explanation }
});
