import type { Line } from './work-out';

/** A household to write to, and the dwellings that it was not told of. */
export type ToTell = {
	readonly applicationId: string;
	readonly token: string;
	readonly dwellingIds: readonly string[];
};

type Told = readonly { readonly household: string; readonly dwellingId: string }[];

/** Every household once, with the dwellings it could still be told of. */
export function toTell(lines: readonly Line[], told: Told): ToTell[] {
	const known = new Set(told.map(({ household, dwellingId }) => `${household} ${dwellingId}`));
	const found = new Map<string, ToTell>();
	for (const { dwelling, toInvite } of lines) {
		for (const { applicationId, token } of toInvite) {
			if (known.has(`${token} ${dwelling}`)) continue;
			const before = found.get(token)?.dwellingIds ?? [];
			found.set(token, { applicationId, token, dwellingIds: [...before, dwelling] });
		}
	}
	return [...found.values()];
}
