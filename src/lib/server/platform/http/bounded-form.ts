import { error, isHttpError, type Handle, type RequestEvent } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { formMark, MARK } from '$lib/server/platform/auth/form-mark';
import { formLimit } from './form-limits';
import { handBack } from './hand-back';
import { forgetKept, readKept } from './kept-form';
import { scanner } from '$lib/server/platform/scanner/app';
import type { Scanner } from '$lib/server/platform/scanner/scanner';
import { whyRefused } from '$lib/server/platform/scanner/scan-files';
import { readForm, type FormProblem } from './read-form';
import { refuse } from './refuse';

const TOO_LARGE = 413;
const statusOf = {
	'too-large': TOO_LARGE,
	'too-many-fields': TOO_LARGE,
	broken: 400,
	'unknown-type': 415
} as const satisfies Record<FormProblem, number>;

/**
 * Reads what is posted to a page, within the limits of its form, before the action runs. The action finds it at
 * `request.formData()`, or by `uploadedForm` where it takes files, which are scanned before.
 */
export const boundedFormBy =
	(scannerNow: () => Scanner | null): Handle =>
	async ({ event, resolve }) => {
		const { request, route, url } = event;
		if (request.method !== 'POST' || route.id === null) return resolve(event);
		const action = actionOf(url);
		if (action === undefined) return refuse(event, 404);
		const limit = formLimit(route.id, action);
		const read = await readForm(request, limit);
		if (!read.ok && (limit.files === 0 || statusOf[read.problem] !== TOO_LARGE))
			return refuse(event, statusOf[read.problem]);
		if (read.ok) event.locals.posted = read.form;
		if (read.ok && isOfAnother(read.form, event.locals.actor))
			return event.locals.helper ? handBack(event, 'other') : refuse(event, 409);
		if (event.locals.actor) forgetWhenSent(event, event.locals.actor);
		const scan = scannerNow();
		const refused = read.ok && limit.files > 0 && scan ? await whyRefused(scan, read.form) : undefined;
		const { method, headers } = request;
		event.request = Object.defineProperty(new Request(request.url, { method, headers }), 'formData', {
			value: async () => {
				if (refused) error(refused.status, refused.sentence);
				return read.ok ? read.form : error(TOO_LARGE, m.error_413_what());
			}
		});
		return resolve(event);
	};

export const boundedForm = boundedFormBy(scanner);

/** Whether another account opened the form, in this browser, before this one signed in. Takes its mark out. */
function isOfAnother(form: FormData, actor: App.Locals['actor']): boolean {
	const mark = form.get(MARK);
	form.delete(MARK);
	return actor !== null && typeof mark === 'string' && mark !== formMark(actor.id);
}

/** What was kept while the person signed in is sent now, or sent anew. */
function forgetWhenSent({ cookies, url }: RequestEvent, actor: { readonly id: string }): void {
	const kept = readKept(cookies, formMark(actor.id), now());
	if (kept?.action === url.pathname + url.search) forgetKept(cookies);
}

export type UploadedForm =
	| { readonly ok: true; readonly form: FormData }
	/** `sent`: what was typed; undefined where the form was too large to be read. */
	| { readonly ok: false; readonly status: number; readonly sentence: string; readonly sent: FormData | undefined };

/**
 * The form of an action with files. Not where it is too large, which `tooLarge` says beside the field, and not where the
 * scanner found something or gave no verdict.
 */
export async function uploadedForm(
	{ request, locals }: Pick<RequestEvent, 'request' | 'locals'>,
	tooLarge: () => string
): Promise<UploadedForm> {
	try {
		return { ok: true, form: await request.formData() };
	} catch (reason) {
		if (!isHttpError(reason)) throw reason;
		const { status, body } = reason;
		const sentence = status === TOO_LARGE ? tooLarge() : body.message;
		return { ok: false, status, sentence, sent: locals.posted };
	}
}

/**
 * The name of the action, `default` for the unnamed one; undefined for what names none. The framework looks it up in a
 * plain object, where `constructor` is something else, and fails on `default`.
 */
function actionOf(url: URL): string | undefined {
	const name = [...url.searchParams.keys()].find((key) => key.startsWith('/'))?.slice(1);
	if (name === undefined) return 'default';
	return name === 'default' || name in Object.prototype ? undefined : name;
}
