import { castInPortal } from '$lib/server/demo/states/cast-in-portal';
import { listingStates, reachListing } from '$lib/server/demo/states/listing-states';
import { offerStates, reachOffer } from '$lib/server/demo/states/offer-states';
import { reachRequest, requestStates } from '$lib/server/demo/states/request-states';
import type { Reached, Stage } from '$lib/server/demo/states/state';
import { emailOf } from '$lib/server/demo/accounts';
import { readClock } from '$lib/server/demo/clock';
import { now } from '$lib/server/clock';
import { config } from '$lib/server/config';
import { database } from '$lib/server/platform/db/app';

type Subject = { readonly states: readonly string[]; reach(stage: Stage, state: string): Promise<Reached> };

function subject<State extends string>(
	states: readonly State[],
	reach: (stage: Stage, state: State) => Promise<Reached>
): Subject {
	return { states, reach: (stage, state) => reach(stage, state as State) };
}

export const subjects: Readonly<Record<string, Subject>> = {
	request: subject(requestStates, reachRequest),
	offer: subject(offerStates, reachOffer),
	listing: subject(listingStates, reachListing)
};

/** Brings a request, an offer or a listing into a state, all of it or nothing, and says where to look at it and as whom. */
export async function reachState(name: string, state: string | undefined): Promise<number> {
	const { states, reach } = subjects[name]!;
	if (!state || !states.includes(state)) {
		process.stderr.write(`Usage: node build/cli.js demo ${name} ${states.join(' | ')}\n`);
		return 2;
	}
	const { db, transact } = database();
	await readClock(db);
	const cast = await castInPortal(db);
	if (!cast) {
		process.stderr.write('No demo world is loaded: "demo load" loads it.\n');
		return 1;
	}
	const reached = await transact((trx) => reach({ trx, cast, now: now() }, state));
	if (!reached.ok) {
		process.stderr.write(`Nothing was changed: ${reached.problem}.\n`);
		return 1;
	}
	await readClock(db);
	const account = emailOf(reached.account);
	process.stdout.write(`${name} ${state}: ${config().origin}${reached.path} as ${account}\n`);
	process.stdout.write(`The demo clock says ${now()}.\n`);
	return 0;
}
