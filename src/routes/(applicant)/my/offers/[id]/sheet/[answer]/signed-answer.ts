import { error } from '@sveltejs/kit';
import { refusalReasons, type RefusalReason } from '$lib/domain/offers/refusal-rules';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { answerToSign } from '$lib/server/desk/signed-acts/service';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db } from '$lib/server/platform/db/app';
import { veil, unveil } from '$lib/server/platform/secrets/veil';

type Answer = 'accept' | RefusalReason;

/** An answer as it stands in an address: the reason of a refusal may tell of health. */
export const veiledAnswer = (offerId: string, answer: Answer): string =>
	answer === 'accept' ? answer : veil(offerId, answer);

/** The answer that an address names, with the offer of this person; 404 for another's offer and for no answer. */
export async function signedAnswer({ id, answer: veiled }: { id: string; answer: string }, locals: App.Locals) {
	const answer: Answer | null = veiled === 'accept' ? veiled : unveil(id, refusalReasons, veiled);
	const signed = answer && (await answerToSign(db(), { id, answer }, requireActor(locals), now()));
	if (!signed) error(404, m.offer_unknown());
	return { ...signed, answer };
}
