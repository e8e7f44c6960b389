import { getContext, setContext } from 'svelte';

const ALONE = Symbol('alone');
const COMPONENT = Symbol('component');

/** The one state that the page shows, as `Breadcrumbs-long`; without it the page shows all of its part. */
export const showAlone = (state: string | null): unknown => setContext(ALONE, state);
export const shownAlone = (): string | null => getContext<string | null>(ALONE) ?? null;

/** The component whose states follow. */
export const nameComponent = (name: string): unknown => setContext(COMPONENT, name);
export const componentName = (): string => getContext<string>(COMPONENT);
