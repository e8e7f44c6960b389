import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { config } from '$lib/server/config';
import { readExamples } from '$lib/server/people/message-texts/examples-service';
import { db } from '$lib/server/platform/db/app';
import type { PageServerLoad } from './$types';

const readers = {
	household: m.message_texts_household,
	tenant: m.message_texts_tenant,
	landlord: m.message_texts_landlord
};

/** One example of each message, in a demo alone. The values are invented, and none was sent. */
export const load: PageServerLoad = async () => {
	if (!config().demo) error(404, m.auth_no_such_page());
	const examples = await readExamples(db(), getLocale());
	return {
		examples: examples.map(({ audiences, ...example }) => ({
			...example,
			readers: audiences.map((audience) => readers[audience]()).join(', ')
		}))
	};
};
