/** A notice with sensitive grounds: the public names of its households, and what names each of its homes. */
export type NamedNotice = {
	readonly id: string;
	readonly pseudonyms: readonly string[];
	/** Id, code, and address where it is known. */
	readonly homes: readonly (readonly string[])[];
};

export type Joined = { readonly household: string; readonly home: string; readonly part: string };

/** The smallest parts of a page or a file that belong together: an object, a row, a paragraph, a line. */
const partsOf = (text: string) => text.split(/[{}\n]|<\/?(?:tr|li|p|dd|dt|h\d|article|section|option)[ >]/);

function namedIn(text: string, { pseudonyms, homes }: NamedNotice): Joined | null {
	const household = pseudonyms.find((one) => text.includes(one));
	const home = household && homes.find((names) => names.some((one) => text.includes(one)));
	return household && home ? { household, home: home[1] ?? home[0]!, part: text.slice(0, 200) } : null;
}

/** Whether a document names a household and a home of the same notice at all. */
export const namesBoth = (text: string, notice: NamedNotice): boolean => namedIn(text, notice) !== null;

/** The parts of a document that name a household beside a home. */
export const joinsIn = (text: string, notice: NamedNotice): Joined[] =>
	partsOf(text).flatMap((part) => namedIn(part, notice) ?? []);

/** The codes of the homes that a page shows, in its order. */
export const codesShown = (text: string, { homes }: NamedNotice): string[] =>
	homes
		.map(([, code]) => code!)
		.filter((code) => text.includes(`>${code}<`))
		.sort((a, b) => text.indexOf(`>${a}<`) - text.indexOf(`>${b}<`));
