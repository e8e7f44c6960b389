import type { Component } from 'svelte';
import type { PartId } from '../catalogue';
import type { PageLoad } from './$types';

/** Every component works without a script, and here each state stays as it is. */
export const csr = false;

type Shown = Readonly<Record<PartId, () => Promise<{ default: Component }>>>;
/** They are loaded on the server only. In the browser's build they would split the files of all other pages into more and smaller ones. */
const shown: Shown | null = import.meta.env.SSR
	? {
			frame: () => import('./parts/Frame.svelte'),
			notes: () => import('./parts/Notes.svelte'),
			progress: () => import('./parts/Progress.svelte'),
			tables: () => import('./parts/Tables.svelte'),
			fields: () => import('./parts/Fields.svelte'),
			forms: () => import('./parts/Forms.svelte'),
			homes: () => import('./parts/Homes.svelte'),
			register: () => import('./parts/Register.svelte'),
			places: () => import('./parts/Places.svelte'),
			accessibility: () => import('./parts/Accessibility.svelte'),
			household: () => import('./parts/Household.svelte'),
			listings: () => import('./parts/Listings.svelte'),
			rent: () => import('./parts/Rent.svelte'),
			programme: () => import('./parts/Programme.svelte'),
			rules: () => import('./parts/Rules.svelte'),
			survey: () => import('./parts/Survey.svelte')
		}
	: null;

export const load: PageLoad = async ({ data }) => ({ ...data, Part: (await shown![data.part]()).default });
