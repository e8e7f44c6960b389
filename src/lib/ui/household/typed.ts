/** What a group of fields shows: what was typed or saved, as texts, and what is wrong with it. */
export type Typed = {
	readonly text: (name: string) => string | undefined;
	readonly list: (name: string) => readonly string[];
	readonly errors: Readonly<Record<string, string>>;
};
