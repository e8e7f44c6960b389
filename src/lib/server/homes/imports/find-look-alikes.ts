import { setImmediate as letOthersPass } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Database } from '$lib/server/schema';
import { readBatches } from './batches';
import type { CheckedFile } from './check-file';
import type { ImportedBuilding, ImportedRow } from './check-row';
import { addressLikeness, LookAlikes } from './look-alikes';
import type { Warning } from './report';
import * as imports from './repository';
import { WARNINGS_SHOWN } from './seen-cells';

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What is known of codes and addresses so far. */
class Known {
	readonly alike = new LookAlikes();
	readonly addresses = new Map<string, string | null>();
	readonly homes = new Set<string>();

	constructor({ buildings, homes }: Awaited<ReturnType<typeof imports.registeredHomes>>) {
		for (const { code, ...address } of buildings) {
			this.addresses.set(code, addressLikeness(address));
			this.alike.building({ code, address: this.addresses.get(code)!, line: null });
		}
		for (const { code, unit, building } of homes) {
			this.homes.add(code);
			this.alike.home({ code, unit, address: this.addresses.get(building) ?? null, line: null });
		}
	}

	building({ code, line, fields }: ImportedBuilding): Warning[] {
		if (this.addresses.has(code)) return [];
		const [street, streetNumber] = [text(fields['street']), text(fields['streetNumber'])];
		const address = addressLikeness({ street, streetNumber, municipality: text(fields['municipality']) ?? '' });
		this.addresses.set(code, address);
		return this.alike.building({ code, address, line });
	}

	home({ code, buildingCode, line, dwelling }: ImportedRow): Warning[] {
		if (this.homes.has(code)) return [];
		const address = this.addresses.get(buildingCode) ?? null;
		return this.alike.home({ code, unit: text(dwelling['unit']), address, line });
	}
}

/** New buildings and homes of a file that are like others of the register or of the file, under another code. */
export async function findLookAlikes(db: Kysely<Database>, file: CheckedFile) {
	const known = new Known(await imports.registeredHomes(db));
	const found = { warnings: [] as Warning[], warningCount: 0 };
	const keep = (warnings: readonly Warning[]) => {
		found.warningCount += warnings.length;
		found.warnings.push(...warnings.slice(0, WARNINGS_SHOWN - found.warnings.length));
	};
	for (const rows of readBatches<ImportedBuilding>(file.buildings)) {
		for (const building of rows) keep(known.building(building));
		await letOthersPass();
	}
	for (const rows of readBatches<ImportedRow>(file.rows)) {
		for (const home of rows) keep(known.home(home));
		await letOthersPass();
	}
	return found;
}
