import { exportEverything } from '../../src/lib/server/desk/rights/export-service';
import type { Actor } from '../../src/lib/server/platform/auth/actor';
import type { TestDatabase } from './database';

/** The parts of the file of everything about a person that name, reach or describe the person in words or figures. */
const TELLING =
	/^(name|email|givenName|familyName|taxCode|phone|street|birthPlace|safeContact|explanation|reason|evidence|note|iseeCents)$/;
/** A figure that limits and totals share. */
const ROUND = /^\d+000$/;
/** Shorter words stand on pages by chance. */
const SHORTEST = 6;

/**
 * Words and figures that tell of one of these people and of nobody else, by person: names, ways to reach them, what they explain,
 * the reasons that the office gave, income.
 */
export async function tellingWords(database: TestDatabase, people: readonly Actor[], now: string) {
	const found = new Map<string, Set<string>>();
	for (const person of people) {
		const words = new Set<string>();
		const file = await exportEverything(database.db, person, now);
		collect(file, words);
		found.set(person.id, words);
	}
	// The homes of landlords that were published stand in the register, which everybody reads.
	const register = await database.db.selectFrom('buildings').select('street').execute();
	const all = [
		...[...found.values()].flatMap((words) => [...words]),
		...register.flatMap(({ street }) => street ?? [])
	];
	const isUnique = (word: string) => all.filter((other) => other.includes(word)).length === 1;
	return new Map([...found].map(([id, words]) => [id, [...words].filter(isUnique)] as const));
}

function collect(value: unknown, words: Set<string>, key = ''): void {
	if (value === null || value === undefined) return;
	if (typeof value === 'object')
		for (const [name, part] of Object.entries(value)) collect(part, words, Array.isArray(value) ? key : name);
	else if (TELLING.test(key) && String(value).length >= SHORTEST && !ROUND.test(String(value)))
		words.add(String(value));
}
