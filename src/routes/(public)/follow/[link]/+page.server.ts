import { fail } from '@sveltejs/kit';
import { now } from '$lib/server/clock';
import { readFollower, startToFollow, stopFollowing } from '$lib/server/notices/followers/follow';
import { db, transact } from '$lib/server/platform/db/app';
import type { Actions, PageServerLoad } from './$types';

/** Opening the link changes nothing, because mail scanners open links. */
export const load: PageServerLoad = async ({ params }) => ({ follower: await readFollower(db(), params.link) });

export const actions = {
	start: async ({ params }) => {
		const started = await transact((trx) => startToFollow(trx, params.link, now()));
		return started ? { done: 'started' as const } : fail(409);
	},
	stop: async ({ params }) => {
		await transact((trx) => stopFollowing(trx, params.link, now()));
		return { done: 'stopped' as const };
	}
} satisfies Actions;
