import { fail } from '@sveltejs/kit';
import { needsOf } from '$lib/domain/accessibility/needs';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { db } from '$lib/server/platform/db/app';
import type { DwellingWithHistory } from '$lib/server/homes/dwellings/dwelling';
import { readFilter } from '$lib/server/homes/dwellings/filter-form';
import { listPublished, publishedByFit } from '$lib/server/homes/dwellings/reading-service';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { needsForm } from './needs-form';
import type { Actions, PageServerLoad } from './$types';

const SIZE = 30;
/** Most homes in each list: homes that suit, and homes that would suit after works. The filters narrow them. */
const MOST_SHOWN = 60;

type Listed = DwellingWithHistory & { readonly notice?: { readonly id: string; readonly closesAt: string } | null };

const rowOf = ({ notice, code, state, building, rooms, netAreaDm2, synthetic }: Listed) => ({
	...{ code, state, building, rooms, netAreaDm2, synthetic },
	href: link('/(public)/dwellings/[code]', { code }),
	ask:
		notice === undefined
			? undefined
			: notice && { href: link('/(public)/notices/[id]', { id: notice.id }), until: notice.closesAt }
});

export const load: PageServerLoad = async ({ url }) => {
	const { filter, page } = readFilter(url.searchParams);
	const { rows, zones, ...pages } = await listPublished(db(), filter, { page, size: SIZE }, now());
	return { ...pages, filter, zones, rows: rows.map(rowOf) };
};

export const actions = {
	/** Answers which homes suit. The form uses POST, so that needs are in no address and no log. Nothing is saved. */
	fit: async ({ request, url }) => {
		const input = parseForm(needsForm, await request.formData());
		const needs = input.ok ? input.data.needs : [];
		const errors: Record<string, string> = {};
		if (needs.length === 0) return fail(422, { needs, errors: { ...errors, needs: m.fit_ask_none() } });
		const { filter } = readFilter(url.searchParams);
		const found = await publishedByFit(db(), filter, needsOf(needs), now());
		const { suits, works, unknown, not } = found;
		const first = (list: readonly DwellingWithHistory[]) => list.slice(0, MOST_SHOWN).map(rowOf);
		const counts = { suits: suits.length, works: works.length, unknown, not };
		return { needs, errors, answer: { counts, most: MOST_SHOWN, suits: first(suits), works: first(works) } };
	}
} satisfies Actions;
