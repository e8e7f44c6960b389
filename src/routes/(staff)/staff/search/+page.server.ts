import { error, fail } from '@sveltejs/kit';
import { z } from 'zod';
import { link } from '$lib/i18n/link';
import { noticeTitle } from '$lib/i18n/notice-title';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { searchDesk } from '$lib/server/desk/search/service';
import { waitSentence } from '$lib/server/platform/accounts/problems';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { throttle } from '$lib/server/platform/auth/throttle';
import { database } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({});

const empty = () => m.desk_search_empty_error();
const form = z.object({
	term: z
		.string({ error: empty })
		.min(1, { error: empty })
		.max(100, { error: () => m.desk_search_long() })
});

type Found = NonNullable<Awaited<ReturnType<typeof searchDesk>>>;

const request = (one: Found['requests'][number]) => ({
	id: one.id,
	text: `${one.protocol} · ${one.pseudonym}`,
	note: noticeTitle(one),
	href: link('/(staff)/staff/requests/[id]', { id: one.id })
});

const shown = ({ requests, persons, more, dwellings, offers }: Found) => ({
	more,
	requests: requests.map(request),
	persons: persons.map(({ id, name, requests: own, listings }) => ({
		id,
		name: name ?? m.desk_search_protected(),
		requests: own.map(request),
		listings: listings.map((listing) => link('/(staff)/staff/listings/[id]', { id: listing.id }))
	})),
	dwellings: dwellings.map(({ id, code, building }) => ({
		id,
		text: code,
		note: [building.street, building.streetNumber].filter(Boolean).join(' '),
		href: link('/(staff)/staff/dwellings/[id]', { id })
	})),
	offers: offers.map(({ id, dwellingCode, protocol }) => ({
		id,
		text: dwellingCode,
		note: protocol,
		href: link('/(staff)/staff/offers/[id]', { id })
	}))
});

type Refusal = { errors: Record<string, string>; values: Record<string, string | string[]>; found?: undefined };

export const actions = {
	/** The answer is the page itself: what is looked for stands in no address, so in no log and no history. */
	default: async ({ request: sent, locals }) => {
		const input = parseForm(form, await sent.formData());
		if (!input.ok) return fail<Refusal>(422, input);
		const actor = requireActor(locals);
		const taken = await throttle().take([['search', actor.id]]);
		if (!taken.ok) {
			const errors = { term: waitSentence(taken.seconds) };
			return fail<Refusal>(429, { errors, values: { term: input.data.term } });
		}
		const found = await searchDesk(database(), input.data.term, actor, now());
		if (!found) error(403, m.person_problem_not_allowed());
		return { values: { term: input.data.term }, found: shown(found), errors: undefined };
	}
} satisfies Actions;
