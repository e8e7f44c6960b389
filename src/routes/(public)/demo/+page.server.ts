import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { m } from '$lib/paraglide/messages';
import { localizeHref } from '$lib/paraglide/runtime';
import { roleNames } from '$lib/server/platform/accounts/role-names';
import { system } from '$lib/server/platform/auth/actor';
import { now } from '$lib/server/clock';
import { config } from '$lib/server/config';
import { db, transact } from '$lib/server/platform/db/app';
import { moveClock, readClock } from '$lib/server/demo/clock';
import { moves } from '$lib/server/demo/clock-move';
import { clockProblems } from '$lib/server/demo/page-problems';
import { readDemo } from '$lib/server/demo/service';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const demo = await readDemo(db(), now());
	if (!demo) error(404, m.auth_no_such_page());
	return { ...demo, accounts: demo.accounts.map(({ email, role }) => ({ email, role: roleNames[role]() })) };
};

const moveForm = z.object({
	move: z.enum(moves, { error: () => m.demo_unknown_move() }),
	seen: z.coerce.number({ error: () => m.demo_unknown_move() }).int({ error: () => m.demo_unknown_move() })
});

export const actions = {
	move: async ({ request, locals }) => {
		if (!config().demo) error(404, m.auth_no_such_page());
		const input = parseForm(moveForm, await request.formData());
		if (!input.ok) return fail(422, { problem: m.demo_unknown_move() });
		const { move, seen } = input.data;
		const moved = await transact((trx) => moveClock(trx, move, now(), locals.actor ?? system, seen));
		if (!moved.ok) return fail(409, { problem: clockProblems[moved.problem]() });
		await readClock(db());
		redirect(303, localizeHref('/demo'));
	}
} satisfies Actions;
