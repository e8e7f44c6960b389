import { json, type RequestEvent } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { localizeHref } from '$lib/paraglide/runtime';
import { givenBack, keepTyped } from './given-back';

const STATUS = 403;

/** Why a form of a helper is not taken, as a sentence. `other`: it is a form of another household. `none`: the helper stopped. */
export const handBackReasons = {
	revoked: m.helping_over_revoked,
	expired: m.helping_over_expired,
	ended: m.helping_over_ended,
	replaced: m.helping_over_replaced,
	part: m.helping_over_part,
	'not-covered': m.helping_not_covered,
	desk: m.desk_record_over,
	other: m.helping_other,
	none: m.helping_none
} as const satisfies Record<string, () => string>;
export type HandBackReason = keyof typeof handBackReasons;

/** Answers a form that a helper may not send any more with the reason and with what was typed. */
export async function handBack(event: RequestEvent, why: HandBackReason): Promise<Response> {
	const error = { message: handBackReasons[why]() };
	const typed = await keepTyped(event);
	// As the framework answers an action: its own script then leaves the form, and what was typed in it, as it is.
	if (event.request.headers.get('accept') === 'application/json')
		return json({ type: 'error', error }, { status: STATUS });
	const page = await givenBack.run(typed, () => event.fetch(`${localizeHref('/not-taken')}?why=${why}`));
	return new Response(page.body, { status: STATUS, headers: page.headers });
}
