import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import type { OwnAct } from '$lib/server/people/mandates/may-do';
import { askYes, takeYes, type YesOutcome } from '$lib/server/people/mandates/own-yes';
import { codeProblems, mandateProblems } from '$lib/server/people/mandates/problems';
import type { Actor } from '$lib/server/platform/auth/actor';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { throttle } from '$lib/server/platform/auth/throttle';
import { transact } from '$lib/server/platform/db/app';

// Shared by the pages on which a helper does an act with the person's own yes (adr 45).

export type YesRefusal = {
	errors: Record<string, string>;
	values: Record<string, string | string[]>;
	problem: string | undefined;
	/** The code has just left. */
	asked?: boolean;
};

/** The code that the person told; spaces do not count. */
export const yesForm = z.object({
	code: z
		.string({ error: () => m.desk_code_form() })
		.transform((typed) => typed.replaceAll(/\s/g, ''))
		.pipe(z.string().regex(/^\d{6}$/, { error: () => m.desk_code_form() }))
});

/**
 * Whether the person's own yes is asked for: it is under a mandate. An officer that records what a household says holds its
 * signed sheet instead, and stands in `locals.helper` too.
 */
export const needsYes = (locals: App.Locals): boolean => requireActor(locals).helper !== undefined;

/** Whether a helper asks for the code, instead of typing it. */
export const asksForCode = (posted: FormData): boolean => posted.get('yes') === 'ask';

/** Whether the person signs on paper instead. */
export const asksForPaper = (posted: FormData): boolean => posted.get('yes') === 'paper';

/** Sends the person the code for one act. `values`: what the form holds besides, to show it again. */
export async function askForYes(
	locals: App.Locals,
	own: OwnAct & { readonly saying?: 'accept' | 'refuse' },
	values: YesRefusal['values'] = {}
) {
	const refuse = (problem: 'not-allowed' | 'no-address' | 'too-many-codes') =>
		fail<YesRefusal>(409, { errors: {}, values, problem: mandateProblems[problem]() });
	const by = requireActor(locals);
	// A helper causes only so many mails an hour.
	if (!(await throttle().take([['form', locals.helper!.id]])).ok) return refuse('too-many-codes');
	const done = await transact((trx) => askYes(trx, own, by, now()));
	if (!done.ok) return refuse(done.problem);
	const sent: YesRefusal = { errors: {}, values, problem: undefined, asked: true };
	return sent;
}

type Trx = Parameters<Parameters<typeof transact>[0]>[0];

/** Does an act with the code that the helper typed: both in one transaction, so that an act that is refused leaves the code. */
export function withYes<Done extends { readonly ok: boolean }>(
	locals: App.Locals,
	own: OwnAct & { readonly code: string },
	act: (trx: Trx, by: Actor) => Promise<Done>
) {
	const by = requireActor(locals);
	return transact(async (trx) => {
		const said = await takeYes(trx, own, by, now());
		if (!said.ok) return said;
		return said.outcome === 'given' ? act(trx, by) : { ok: true as const, code: said.outcome };
	});
}

/** The sentence for a code that does not count; undefined for one that was used, because its act was done with it. */
export const codeProblem = (done: object): string | undefined => {
	if (!('code' in done) || done.code === 'used') return undefined;
	return codeProblems[done.code as Exclude<YesOutcome, 'given'>]();
};
