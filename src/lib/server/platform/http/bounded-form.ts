import { error, isHttpError, type Handle, type RequestEvent } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { formMark, MARK } from '$lib/server/platform/auth/form-mark';
import { formLimit } from './form-limits';
import { forgetKept, readKept } from './kept-form';
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
 * `request.formData()`. A file that is too large is refused by the action itself, beside its field.
 */
export const boundedForm: Handle = async ({ event, resolve }) => {
	const { request, route, url } = event;
	if (request.method !== 'POST' || route.id === null) return resolve(event);
	const action = actionOf(url);
	if (action === undefined) return refuse(event, 404);
	const limit = formLimit(route.id, action);
	const read = await readForm(request, limit);
	if (!read.ok && (limit.files === 0 || statusOf[read.problem] !== TOO_LARGE))
		return refuse(event, statusOf[read.problem]);
	if (read.ok && isOfAnother(read.form, event.locals.actor)) return refuse(event, 409);
	if (read.ok) event.locals.posted = read.form;
	if (event.locals.actor) forgetWhenSent(event, event.locals.actor);
	const { method, headers } = request;
	event.request = Object.defineProperty(new Request(request.url, { method, headers }), 'formData', {
		value: async () => (read.ok ? read.form : error(TOO_LARGE, m.error_413_what()))
	});
	return resolve(event);
};

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

/** The form of an action with a file; undefined where it is too large, which the action says beside the field. */
export const formUnlessTooLarge = (request: Request): Promise<FormData | undefined> =>
	request.formData().catch((reason: unknown) => {
		if (isHttpError(reason, TOO_LARGE)) return undefined;
		throw reason;
	});

/**
 * The name of the action, `default` for the unnamed one; undefined for what names none. The framework looks it up in a
 * plain object, where `constructor` is something else, and fails on `default`.
 */
function actionOf(url: URL): string | undefined {
	const name = [...url.searchParams.keys()].find((key) => key.startsWith('/'))?.slice(1);
	if (name === undefined) return 'default';
	return name === 'default' || name in Object.prototype ? undefined : name;
}
