import { expect } from '@playwright/test';
import { register } from './expectations';
import type { Person } from './person';

/** Several who register buildings without a pause. */
export type Load = {
	/** Codes of buildings whose registration was acknowledged. */
	readonly acknowledged: readonly string[];
	readonly statuses: ReadonlySet<number>;
	/** Waits until so many more are acknowledged. */
	more(count: number): Promise<void>;
	end(): Promise<void>;
};

export function startLoad(person: Person, people = 6): Load {
	const acknowledged: string[] = [];
	const statuses = new Set<number>();
	let isOver = false;
	const poster = async () => {
		while (!isOver) {
			const { status, code } = await register(person);
			statuses.add(status);
			if (code) acknowledged.push(code);
		}
	};
	const posters = Array.from({ length: people }, poster);
	return {
		acknowledged,
		statuses,
		more: (count) => {
			const enough = acknowledged.length + count;
			return expect.poll(() => acknowledged.length, { timeout: 60_000 }).toBeGreaterThanOrEqual(enough);
		},
		end: async () => {
			isOver = true;
			await Promise.all(posters);
		}
	};
}
