import { heldUntil } from '$lib/domain/matching/proposal';
import { jobs } from '$lib/server/jobs';
import { runOnce } from '$lib/server/platform/jobs/loop';
import { underFault, type Fault } from './fault';
import type { MailTrouble } from './mailbox';
import type { World } from './world';

const HOUR = 3_600_000;

/** A turn of every job of the portal, side by side as in a process. A job that fails has its next turn later. */
export async function runJobs(world: World, fault: Fault | null, trouble: MailTrouble | null): Promise<boolean> {
	const { database, mailbox, clock } = world;
	world.turns.push(clock.tick());
	mailbox.trouble = trouble;
	const all = jobs(database, { transport: mailbox, drandUrl: null });
	const { watched, settled } = await underFault(fault, () => Promise.all(all.map(runOnce)));
	mailbox.trouble = null;
	if (settled.status === 'rejected') throw settled.reason;
	return watched.hit;
}

/** Moves the clock: an hour, a day, or just past the next deadline of anybody. */
export async function passTime(world: World, how: number): Promise<void> {
	const { clock } = world;
	if (how % 4 === 0) return clock.move(HOUR);
	if (how % 4 === 1) return clock.move(24 * HOUR);
	const next = (await deadlines(world)).filter((deadline) => deadline >= clock.now()).toSorted()[0];
	if (next) clock.moveTo(next);
	clock.move(how % 4 === 2 ? 1 : 0);
}

async function deadlines({ database: { db } }: World): Promise<string[]> {
	const notices = await db.selectFrom('notices').select('closes_at as at').execute();
	const offers = await db.selectFrom('offers').select('deadline as at').where('released_at', 'is', null).execute();
	const rejections = await db
		.selectFrom('rejections')
		.select('deadline as at')
		.where('closed_at', 'is', null)
		.execute();
	const holds = await db
		.selectFrom('listing_proposals')
		.select('held_at')
		.where('held_at', 'is not', null)
		.where('released_at', 'is', null)
		.execute();
	return [...notices, ...offers, ...rejections]
		.map(({ at }) => at)
		.concat(holds.map((hold) => heldUntil(hold.held_at!)));
}

/** Nothing fails any more: the jobs run until every mail has left and every question is answered. */
export async function heal(world: World): Promise<void> {
	const { clock } = world;
	for (let turn = 0; turn < 40; turn += 1) {
		await runJobs(world, null, null);
		const due = await waiting(world);
		if (due.length === 0) return;
		clock.moveTo(due.toSorted()[0]!);
	}
	throw new Error('After 40 turns of the jobs without any fault, mails or questions still wait.');
}

async function waiting({ database: { db } }: World): Promise<string[]> {
	const mails = await db
		.selectFrom('outbox')
		.select('due_at')
		.where('sent_at', 'is', null)
		.where('given_up_at', 'is', null)
		.execute();
	const questions = await db.selectFrom('account_requests').select('due_at').where('answered_at', 'is', null).execute();
	return [...mails, ...questions].map((row) => row.due_at);
}
