import { resolve } from '$app/paths';
import { localizeHref } from '$lib/paraglide/runtime';

/**
 * Address of a page in the reader's language: `link('/(public)/notices/[id]', { id })`.
 * Takes a route id with its parameters, or a path, as `resolve` of the framework does. Parameters are encoded: a code of
 * the register may hold a slash.
 */
export const link = ((route: string, params?: Record<string, string>) => {
	const encoded = Object.entries(params ?? {}).map(([name, value]) => [name, encodeURIComponent(value)]);
	const address = params ? (resolve as Plain)(route, Object.fromEntries(encoded)) : (resolve as Plain)(route);
	return localizeHref(address);
}) as typeof resolve;

type Plain = (route: string, params?: Record<string, string>) => string;
