import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Database } from '$lib/server/schema';
import type { DemoAccountKey } from '../accounts';
import { moveClock } from '../clock';
import type { PortalCast } from './cast-in-portal';

const DAY = 86_400_000;

/** The means to reach a state: services of the portal, as the demo accounts, at the time of the demo. */
export type Stage = { readonly trx: Transaction<Database>; readonly cast: PortalCast; readonly now: Instant };

export type Reached =
	| { readonly ok: true; readonly account: DemoAccountKey; readonly path: string }
	| { readonly ok: false; readonly problem: string };

/** The same stage once `deadline` has passed: the clock of the demo moves there, by whole days. */
export async function afterDeadline(stage: Stage, deadline: Instant): Promise<Stage> {
	const days = Math.ceil((Date.parse(deadline) + 1 - Date.parse(stage.now)) / DAY);
	if (days <= 0) return stage;
	const moved = await moveClock(stage.trx, { days }, stage.now);
	if (!moved.ok) throw new Error(`The demo clock does not move: ${moved.problem}.`);
	return { ...stage, now: new Date(Date.parse(stage.now) + days * DAY).toISOString() };
}
