import { z } from 'zod';
import type { Instant } from '$lib/domain/calendar/instant';
import { m } from '$lib/paraglide/messages';
import type { Actor } from '$lib/server/platform/auth/actor';
import { longestPassword } from '$lib/server/platform/auth/password';
import { takeEither } from '$lib/server/platform/auth/second-factor';
import { throttle } from '$lib/server/platform/auth/throttle';
import { db, transact } from '$lib/server/platform/db/app';
import { isOwnPassword } from './own-account';
import { waitSentence } from './problems';

/** Asked again before an act that could lock the person out: the password or a code, one is enough. */
export const proofFields = {
	present_password: z
		.string()
		.max(longestPassword, { error: () => m.auth_wrong_password() })
		.default(''),
	code: z
		.string()
		.max(20, { error: () => m.auth_wrong_code() })
		.default('')
};

type Proof = { readonly present_password: string; readonly code: string };

export const hasProof = ({ present_password, code }: Proof): boolean => present_password !== '' || code !== '';

/** What a form without either says. */
export const noProof = { path: ['present_password'], error: () => m.auth_password_missing() };

export type Refused = {
	readonly status: 409 | 429;
	readonly errors: Record<string, string>;
	readonly problem: string | undefined;
};

/** Why the form is not of the owner of the account; null when it is. Five tries in five minutes. */
export async function whyNotOwner(
	actor: Actor,
	{ present_password, code }: Proof,
	at: Instant
): Promise<Refused | null> {
	const taken = await throttle().take([['code', `password ${actor.id}`]]);
	if (!taken.ok) return { status: 429, errors: {}, problem: waitSentence(taken.seconds) };
	const isOwner = code
		? await transact((trx) => takeEither(trx, actor, code, at))
		: await isOwnPassword(db(), present_password, actor);
	if (isOwner) return null;
	const errors: Record<string, string> = code
		? { code: m.auth_wrong_code() }
		: { present_password: m.auth_wrong_password() };
	return { status: 409, errors, problem: undefined };
}
