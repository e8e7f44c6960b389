import { resolve } from '$app/paths';
import { localizeHref } from '$lib/paraglide/runtime';

/**
 * Address of a page in the reader's language: `link('/(public)/notices/[id]', { id })`.
 * Takes a route id with its parameters, or a path, as `resolve` of the framework does.
 */
export const link = ((...args: Parameters<typeof resolve>) => localizeHref(resolve(...args))) as typeof resolve;
