declare module 'stable-marriage' {
	export class Person {
		constructor(name: string);
		generatePreferences(preferences: Person[]): void;
	}
	export function stableMarriage(proposers: Person[]): Person[];
}
