import type { RequestEvent } from '@sveltejs/kit';
import { AsyncLocalStorage } from 'node:async_hooks';
import { formLimit } from './form-limits';
import { readForm } from './read-form';

/** The values that a person sent when the portal could not take them. */
export type GivenBack = {
	/** Where to send it again; undefined when nothing was sent. */
	readonly action: string | undefined;
	/** In their order; without passwords, codes and files. */
	readonly fields: readonly { readonly name: string; readonly value: string }[];
	/** Whether something that was sent is not among `fields`. */
	readonly isPartial: boolean;
};

/** Carries what was sent to the page that gives it back, within one request. */
export const givenBack = new AsyncLocalStorage<GivenBack>();

/** A page that stays open on a shared computer must not hold them. */
const SECRET = /password|secret|^(code|token)$/i;

/** Reads what was posted, wherever the request stopped: its form was read already, or its body still waits. */
export async function keepTyped(event: RequestEvent): Promise<GivenBack> {
	const { request, route, url } = event;
	if (request.method !== 'POST' || route.id === null) return { action: undefined, fields: [], isPartial: false };
	const form = await formOf(event, route.id);
	const sent = form ? [...form] : [];
	const fields = sent.flatMap(([name, value]) =>
		typeof value === 'string' && !SECRET.test(name) ? [{ name, value }] : []
	);
	return { action: url.pathname + url.search, fields, isPartial: !form || fields.length < sent.length };
}

async function formOf(event: RequestEvent, routeId: string): Promise<FormData | undefined> {
	const { request, url, locals } = event;
	if (locals.posted) return locals.posted;
	if (request.bodyUsed) return undefined;
	const action = [...url.searchParams.keys()].find((key) => key.startsWith('/'))?.slice(1) ?? 'default';
	const read = await readForm(request, formLimit(routeId, action));
	return read.ok ? read.form : undefined;
}
