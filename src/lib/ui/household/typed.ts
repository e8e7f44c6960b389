/** The contents of a group of fields: texts as typed or saved, and their errors. */
export type Typed = {
	readonly text: (name: string) => string | undefined;
	readonly list: (name: string) => readonly string[];
	readonly errors: Readonly<Record<string, string>>;
};
