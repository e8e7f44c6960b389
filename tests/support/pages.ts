import { isActionFailure, isHttpError, isRedirect } from '@sveltejs/kit';
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import type { Actor } from '$lib/server/platform/auth/actor';
import { useDatabase } from '$lib/server/platform/db/app';
import type { AppDatabase } from '$lib/server/platform/db/database';
import { shiftClock } from '$lib/server/clock';
import { pdfText } from './pdf-text';

/** The fields of a form by name; a list for boxes and groups. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;
export type Params = Readonly<Record<string, string>>;
type Visit = { readonly as: Actor | null; readonly params?: Params; readonly query?: string };

/** The answer of a page to a form: the next address, or the form again with what is wrong. */
export type Posted = { readonly status: number; readonly location?: string; readonly data?: Refused };
type Refused = {
	readonly errors?: Record<string, string>;
	readonly problem?: string;
	readonly doubts?: readonly { readonly key: string }[];
	readonly stale?: unknown;
	readonly values?: Record<string, unknown>;
};

/** Lets the pages use `database`, at `at`, as the process of the portal does. */
export function servePages(database: AppDatabase, at: string): void {
	useDatabase(database);
	shiftClock(Date.parse(at) - Date.now());
}

/** Sends a form to an action of a page. The guard of the hooks is left out: its tests are those of authorisation. */
export async function post(action: (event: never) => unknown, fields: Fields, visit: Visit): Promise<Posted> {
	const body = new FormData();
	for (const [name, values] of Object.entries(fields))
		for (const one of [values].flat()) body.append(name, String(one));
	try {
		const answer = await action({
			...eventOf(visit),
			request: new Request(ADDRESS, { method: 'POST', body })
		} as never);
		return isActionFailure(answer)
			? { status: answer.status, data: answer.data as unknown as Refused }
			: { status: 200, data: answer as Refused };
	} catch (thrown) {
		if (isRedirect(thrown)) return { status: thrown.status, location: thrown.location };
		if (isHttpError(thrown)) return { status: thrown.status };
		throw thrown;
	}
}

/** The data of a page as its own `load` gives them, with those of the pages around it; the status where it refuses. */
export async function read(loads: readonly ((event: never) => unknown)[], visit: Visit) {
	let data: Record<string, unknown> = {};
	try {
		for (const load of loads) {
			const around = data;
			data = { ...around, ...((await load({ ...eventOf(visit), parent: async () => around } as never)) as object) };
		}
		return { status: 200, data };
	} catch (thrown) {
		if (isRedirect(thrown)) return { status: thrown.status, data, location: thrown.location };
		if (isHttpError(thrown)) return { status: thrown.status, data };
		throw thrown;
	}
}

/** What an endpoint answers, as text; that of a PDF as a reader's program finds it. Empty where it refuses. */
export async function answerOf(endpoint: (event: never) => unknown, visit: Visit): Promise<string> {
	try {
		const answer = (await endpoint(eventOf(visit) as never)) as Response;
		const bytes = new Uint8Array(await answer.arrayBuffer());
		const isPdf = answer.headers.get('content-type') === 'application/pdf';
		return isPdf ? await pdfText(bytes) : new TextDecoder().decode(bytes);
	} catch (thrown) {
		if (isRedirect(thrown) || isHttpError(thrown)) return '';
		throw thrown;
	}
}

/** The page as it is sent, without scripts. */
export function shown(
	page: unknown,
	data: object,
	{ params = {}, form = null }: { params?: Params; form?: unknown } = {}
): string {
	const around = { demo: true, actor: null, sourceUrl: null };
	const state = { data: { ...around, ...data }, url: new URL(ADDRESS), params, form, route: { id: '/' } };
	const context = new Map<string, unknown>([['__request__', { page: state }]]);
	const { body } = render(page as Component, { props: { data, form, params }, context });
	return body.replaceAll(/<!--.*?-->/g, '');
}

/** The words of a page, without its marks. */
export const wordsOf = (html: string): string =>
	html
		.replaceAll(/<(script|style)[^]*?<\/\1>/g, ' ')
		.replaceAll(/<[^>]*>/g, ' ')
		.replaceAll(/\s+/g, ' ');

const ADDRESS = 'http://localhost:3000/';
let visits = 0;

function eventOf({ as, params = {}, query = '' }: Visit) {
	const cookies = new Map<string, string>();
	return {
		params,
		url: new URL(`${ADDRESS}?${query}`),
		locals: { actor: as, log: { info() {}, warn() {}, error() {} } },
		setHeaders() {},
		// A network of its own for each visit, so that no visit waits for another.
		getClientAddress: () => `10.${(visits >> 8) & 255}.${(visits += 1) & 255}.1`,
		cookies: {
			get: (name: string) => cookies.get(name),
			set: (name: string, value: string) => cookies.set(name, value),
			delete: (name: string) => cookies.delete(name)
		}
	};
}
