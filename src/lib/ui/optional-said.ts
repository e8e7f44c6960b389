import { getContext, setContext } from 'svelte';

const KEY = Symbol('optional-said');

/** For a page that has said that every answer is optional: its fields need not say it again. */
export const sayOptionalOnce = (): unknown => setContext(KEY, true);
export const wasSaidOptional = (): boolean => getContext<true | undefined>(KEY) === true;
