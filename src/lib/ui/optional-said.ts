import { getContext, setContext } from 'svelte';

const KEY = Symbol('optional-said');

/** For a page that says once that every answer is optional. Its fields then do not repeat it. */
export const sayOptionalOnce = (): unknown => setContext(KEY, true);
export const wasSaidOptional = (): boolean => getContext<true | undefined>(KEY) === true;
