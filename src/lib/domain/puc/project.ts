import type { Bundle } from './bundle';
import type { Row } from './row';
import type { TableName } from './tables';

/** A live project of the file and its records that take part in the checks. */
export class Project {
	private readonly live = new Map<TableName, readonly Row[]>();

	constructor(
		/** The record that describes the project. */
		readonly row: Row<'AP00'>,
		private readonly bundle: Bundle
	) {}

	get id(): string {
		return this.row.get('project');
	}

	/** The live records of a table, in the order of the file. */
	rows<Table extends TableName>(table: Table): readonly Row<Table>[] {
		const known = this.live.get(table);
		if (known) return known as unknown as readonly Row<Table>[];
		const rows = this.bundle.rows(table).filter((row) => row.isLive);
		this.live.set(table, rows as unknown as readonly Row[]);
		return rows;
	}

	/** The records of a table that are cancelled. */
	cancelled<Table extends TableName>(table: Table): readonly Row<Table>[] {
		return this.bundle.rows(table).filter((row) => !row.isLive);
	}

	/** The line of the first record of a table that has a fault, so takes no part. */
	spoiltLine(table: TableName): number | undefined {
		return this.bundle.spoiltLine(table);
	}

	/** The programmes that the project is active in. */
	programmes(): ReadonlySet<string> {
		return new Set(this.rows('AP04').map((row) => row.get('programme')));
	}
}
