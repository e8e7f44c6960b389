import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { readSheetNumber } from '$lib/domain/mandates/sheet-number';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { newId } from '$lib/server/ids';
import { documentProblems, fileProblem } from '$lib/server/people/documents/problems';
import { readPages } from '$lib/server/people/documents/read-page';
import { numberToPrint, signOnPaper, type PaperProblem, type SignedAct } from '$lib/server/people/mandates/paper-yes';
import { mandateProblems } from '$lib/server/people/mandates/problems';
import type { Actor } from '$lib/server/platform/auth/actor';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { database, db } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { postedValues } from '$lib/server/platform/forms/posted-values';
import { uploadedForm } from '$lib/server/platform/http/bounded-form';
import { pdfResponse } from '$lib/server/platform/http/pdf-response';
import { objects } from '$lib/server/platform/objects/app';
import { renderBook, type Book } from '$lib/server/platform/pdf/book';
import { getLocale } from '$lib/paraglide/runtime';
import { consentActName } from '$lib/words/people/mandate-text';

// Shared by the pages on which a helper uploads the sheet that a person signed (adr 45).

type Trx = Parameters<Parameters<ReturnType<typeof database>['transact']>[0]>[0];
type Values = Record<string, string | string[]>;
export type SheetRefusal = { errors: Record<string, string>; values: Values; problem?: string };

/** Every page of a sheet: the form carries the id of the document, so that a second click keeps one. */
export const sheetPage = () => ({ document: newId() });

const sheetForm = z.object({
	document: z.uuid({ error: () => m.form_not_read() }),
	number: z
		.string({ error: () => m.sheet_number_error() })
		.transform(readSheetNumber)
		.pipe(z.string({ error: () => m.sheet_number_error() }))
});

type Paper<Done> = {
	readonly act: keyof typeof consentActName;
	readonly read: (trx: Trx, by: Actor) => Promise<SignedAct | null>;
	readonly done: (trx: Trx, by: Actor) => Promise<Done>;
};

/**
 * Does an act with the uploaded sheet. `used`: it was done with this sheet before, as by a second click. `gone`: there is
 * nothing to sign any more.
 */
export async function withSheet<Done extends { readonly ok: boolean }>(
	event: Pick<RequestEvent, 'request' | 'locals'>,
	{ act, read, done }: Paper<Done>
) {
	const sent = await readUpload(event);
	if (sent.state === 'refused') return sent;
	const { number, documentId, pages, values } = sent;
	const by = requireActor(event.locals);
	const name = m.sheet_name({ act: consentActName[act](), number });
	const places = { transact: database().transact, objects: objects() };
	const uploaded = {
		number,
		documentId,
		name,
		pages,
		read: (trx: Trx) => read(trx, by),
		act: (trx: Trx) => done(trx, by)
	};
	const signed = await signOnPaper(places, uploaded, by, now());
	if ('done' in signed) return { state: 'done', result: signed.done } as const;
	if (signed.problem === 'used' || signed.problem === 'gone') return { state: signed.problem } as const;
	if (signed.problem === 'other-sheet') return refuse({ number: m.sheet_other() }, values);
	return refuse({}, values, sentences[signed.problem]());
}

const refuse = (errors: SheetRefusal['errors'], values: Values, problem?: string) => ({
	state: 'refused' as const,
	refusal: fail<SheetRefusal>(409, { errors, values, ...(problem && { problem }) })
});

async function readUpload(event: Pick<RequestEvent, 'request' | 'locals'>) {
	const upload = await uploadedForm(event, m.documents_error_total);
	const values = upload.ok ? postedValues(upload.form) : upload.sent ? postedValues(upload.sent) : {};
	const wrong = (errors: Record<string, string>, status = 422) => ({
		state: 'refused' as const,
		refusal: fail<SheetRefusal>(status, { errors, values })
	});
	if (!upload.ok) return wrong({ sheet: upload.sentence }, upload.status);
	const input = parseForm(sheetForm, upload.form);
	const files = upload.form.getAll('sheet').filter((one) => one instanceof File && one.size > 0) as File[];
	const missing: Record<string, string> = files.length === 0 ? { sheet: m.desk_signature_file_error() } : {};
	if (!input.ok) return wrong({ ...input.errors, ...missing });
	if (files.length === 0) return wrong(missing);
	const read = await readPages(files);
	if (!read.ok) return wrong({ sheet: fileProblem(read.problem, read) }, read.problem === 'busy' ? 503 : 422);
	const { number, document } = input.data;
	return { state: 'read' as const, number, documentId: document, pages: read.pages, values };
}

type Refused = Exclude<PaperProblem, 'used' | 'gone' | 'other-sheet'>;

const sentences: Readonly<Record<Refused, () => string>> = {
	...documentProblems,
	'not-allowed': mandateProblems['not-allowed'],
	'no-paper': m.sheet_no_paper
};

/** The sheet of an act as a PDF, for the helper who may have it signed; the person is led to `page`, which says why not. */
export async function sheetPdf(
	{ locals, page }: { readonly locals: App.Locals; readonly page: string },
	signed: SignedAct,
	bookOf: (number: string, by: Actor) => Book
) {
	const by = requireActor(locals);
	const number = await numberToPrint(db(), signed, by, now());
	if (number === undefined) redirect(303, page);
	const rendered = await renderBook(bookOf(number, by), { lang: getLocale(), createdAt: now() });
	return pdfResponse(rendered, 'foglio-da-firmare');
}
