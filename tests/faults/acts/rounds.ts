import { actOnVersion } from '$lib/server/allocation/rounds/act-on-version';
import { listRounds } from '$lib/server/allocation/rounds/repository';
import { approveRound, prepareRound, publishRound } from '$lib/server/allocation/rounds/service';
import { workOutRound } from '$lib/server/allocation/rounds/work-out';
import { enterDraw } from '$lib/server/notices/notices/beacon-service';
import { openNotice } from '$lib/server/notices/notices/publication-service';
import { findNotice } from '$lib/server/notices/notices/repository';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Act, World } from '../world';

const staff = ({ cast }: World, who: number): Actor => [...cast.officers, cast.manager][who % 3]!;

const opens: Act = async ({ cast, database }) => {
	const notice = await findNotice(database.db, cast.draft);
	if (!notice) return null;
	const input = { id: cast.draft, revision: notice.revision };
	return {
		run: ({ transact }, at) => transact((trx) => openNotice(trx, input, cast.manager, at)),
		tells: () => ['notice_opened'],
		subject: cast.draft
	};
};

const draws: Act = async (world, who) => {
	const by = staff(world, who);
	const input = { id: world.cast.notice, numbers: '6 12 34 56 78' };
	return {
		run: ({ transact }, at) => transact((trx) => enterDraw(trx, input, by, at)),
		tells: (answer) => ['recorded' in answer && answer.recorded ? 'beacon_recorded' : 'draw_entered'],
		subject: input.id
	};
};

const prepares: Act = async ({ cast }, who) => {
	const by = cast.officers[who % 2]!;
	return {
		run: async ({ db, transact }, at) => {
			const out = await workOutRound(db, cast.notice, at);
			return out.ok ? transact((trx) => prepareRound(trx, out.worked, by, at)) : out;
		},
		tells: () => ['round_prepared']
	};
};

const newestRound = async ({ cast, database }: World) => (await listRounds(database.db, cast.notice))[0];

const approves: Act = async (world) => {
	const round = await newestRound(world);
	if (!round) return null;
	return {
		run: (database, at) =>
			actOnVersion(database, round.id, (trx, seen) => approveRound(trx, round.id, world.cast.manager, at, seen)),
		tells: () => ['round_approved'],
		subject: round.id
	};
};

const publishes: Act = async (world, who) => {
	const round = await newestRound(world);
	if (!round) return null;
	return {
		run: (database, at) =>
			actOnVersion(database, round.id, (trx, seen) => publishRound(trx, round.id, staff(world, who), at, seen)),
		tells: () => ['round_published'],
		subject: round.id
	};
};

export const roundActs = {
	'opens the other notice': opens,
	'enters the draw': draws,
	'prepares the round': prepares,
	'approves the round': approves,
	'publishes the round': publishes
} satisfies Record<string, Act>;
