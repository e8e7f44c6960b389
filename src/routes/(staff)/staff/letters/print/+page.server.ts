import { addresseeOf, textOf } from './letter-sheets';
import { config } from '$lib/server/config';
import { now } from '$lib/server/clock';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { transact } from '$lib/server/platform/db/app';
import { lettersToPost } from '$lib/server/people/messages/letters-service';
import type { PageServerLoad } from './$types';

/** The letters to post, as they are printed. Those of people who may be told by a safe contact alone are not among them. */
export const load: PageServerLoad = async ({ locals }) => {
	const { letters } = await transact((trx) => lettersToPost(trx, requireActor(locals), now()));
	const { name, address } = config().office;
	return {
		office: { name, address },
		letters: letters
			.filter(({ onlySafe }) => !onlySafe)
			.map((letter) => ({
				...{ id: letter.id, at: letter.at, subject: letter.subject, locale: letter.locale },
				...{ to: addresseeOf(letter), hasAddress: letter.postal !== null, text: textOf(letter) }
			}))
	};
};
