import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { config } from '$lib/server/config';
import { db } from '$lib/server/platform/db/app';
import { wordsOnTheWay } from '$lib/server/people/messages/leaving';
import { readLetterBox } from '$lib/server/platform/mail/letter-box';
import type { PageServerLoad } from './$types';

/** The letter box of the demo, which has no mail server. Only there: it shows everybody's mail to anybody. */
export const load: PageServerLoad = async () => {
	if (!config().demo) error(404, m.auth_no_such_page());
	return { mails: await readLetterBox(db(), config().origin, (mail) => wordsOnTheWay(db(), mail)) };
};
