import type { Household } from '$lib/domain/household/household';
import { openDraft } from '$lib/server/requests/applications/open-draft';
import { accountOf, type Tried, type World } from '../world';
import type { Rows } from './rows';

type Part = 'income' | 'home';
type Marked = Pick<Household, 'iseeCents'> & { readonly home: Pick<Household['home'], 'netAreaDm2'> };

/** The marks of what was saved (tests/faults/acts/requests.ts). */
const markIn = {
	income: ({ iseeCents }: Partial<Marked>) => (iseeCents ? iseeCents - 1_000_000 : null),
	home: ({ home }: Partial<Marked>) => (home?.netAreaDm2 ? home.netAreaDm2 - 4_000 : null)
} as const;

/** A draft or a request: when it was begun at the earliest and ended at the latest, and what it holds. */
type Whole = { readonly what: string; readonly after: string; readonly until: string; readonly holds: Partial<Marked> };

/** Every draft and every request holds, part by part, what its person was told last that it is kept. */
export async function answers(world: World, rows: Rows): Promise<string[]> {
	const broken: string[] = [];
	for (const [person] of world.cast.people.entries()) {
		for (const { what, holds, ...whole } of await wholesOf(world, person, rows))
			for (const part of ['income', 'home'] as const) {
				const right = lastSaved(world.tried, { person, part, ...whole });
				const mark = markIn[part](holds);
				if (right.length === 0 || right.includes(mark)) continue;
				broken.push(`the ${what} of ${person} has the ${part} of step ${mark}, not of ${right.join(' or ')}`);
			}
	}
	return broken;
}

/** A request begins where the one before it was sent, because its draft then went. */
async function wholesOf(world: World, person: number, rows: Rows): Promise<Whole[]> {
	const by = await accountOf(world, person);
	if (!by) return [];
	const own = rows.applications.filter((one) => one.account_id === by.id);
	const sent = own.toSorted((one, other) => (one.submitted_at < other.submitted_at ? -1 : 1));
	const starts = ['', ...sent.map((one) => one.submitted_at)];
	const requests = sent.map(({ facts, submitted_at: until }, index) => {
		const holds = JSON.parse(facts) as Marked;
		return { what: 'request', after: starts[index]!, until, holds };
	});
	const draft = await openDraft(world.database.db, world.cast.notice, by);
	if (!draft) return requests;
	const { income, home } = draft.answers;
	const holds = { ...income, ...home } as Partial<Marked>;
	return [...requests, { what: 'draft', after: starts.at(-1)!, until: world.clock.now(), holds }];
}

type Which = Omit<Whole, 'what' | 'holds'> & { readonly person: number; readonly part: Part };

/** The marks that a part may have: of the last step that saved it; of two acts in the same moment either. */
function lastSaved(tried: readonly Tried[], { person, part, after, until }: Which): (number | null)[] {
	const saves = tried.filter(
		({ saved, outcome, at }) =>
			saved?.person === person && saved.parts.includes(part) && outcome === 'done' && at > after
	);
	const end = tried.find(({ at }) => at === until)?.step;
	const before = saves.filter(({ at }) => at <= until);
	const last = before.at(-1)?.step;
	return saves.filter(({ step }) => step === last || step === end).map(({ saved }) => saved!.mark);
}
