import { Column, RowsColumn } from './column';
import type { NameTable } from './names';

/** The names of a round. Each kind is numbered on its own, and includes names that are only referred to. */
export interface RoundNames<Table extends NameTable = NameTable> {
	readonly dwelling: Table;
	readonly application: Table;
	readonly category: Table;
	readonly list: Table;
}

/**
 * A round in the order of its rows, as columns of numbers that stand for names. Files and objects are read into it
 * before anything is checked or sorted. See `Rows` for the lists of a row.
 */
export class RoundColumns<Table extends NameTable = NameTable> {
	notice = '';
	/** Lower-case hexadecimal pairs. */
	beacon = '';
	readonly dwellings = new DwellingColumns();
	readonly applications = new ApplicationColumns();
	readonly quotas: ColumnQuota[] = [];

	constructor(readonly names: RoundNames<Table>) {}
}

/** A row per dwelling. */
export class DwellingColumns {
	readonly id = Column.integers();
	readonly list = Column.integers();
	/** Any safe integer, so not an integer of 32 bits. */
	readonly capacity = Column.numbers();
	readonly setAside = new RowsColumn();
	readonly exclusive = Column.flags();
	/** 1 if an order is given, even an empty one. */
	readonly ordered = Column.flags();
	readonly order = new RowsColumn();

	/** Ends a row, after its lists were pushed. */
	end(row: { id: number; list: number; capacity: number; exclusive: boolean; ordered: boolean }): void {
		this.id.push(row.id);
		this.list.push(row.list);
		this.capacity.push(row.capacity);
		this.exclusive.push(row.exclusive ? 1 : 0);
		this.ordered.push(row.ordered ? 1 : 0);
		this.setAside.end();
		this.order.end();
	}
}

/** A row per application. */
export class ApplicationColumns {
	readonly id = Column.integers();
	readonly choices = new RowsColumn();
	readonly categories = new RowsColumn();
	/** The lists for which it has keys. */
	readonly lists = new RowsColumn();
	/** Per application and list, end to end: where its keys begin; and at the end where the last keys end. */
	readonly keysAt = Column.integers();
	readonly keys = Column.numbers();
	/** The dwelling that the household signed for, or -1. */
	readonly frozen = Column.integers();
	readonly withdrawn = Column.flags();

	constructor() {
		this.keysAt.push(0);
	}

	/** Ends the keys for a list. */
	endKeys(list: number): void {
		this.lists.push(list);
		this.keysAt.push(this.keys.length);
	}

	/** Ends a row, after its lists and keys were pushed. */
	end(row: { id: number; frozen: number; withdrawn: boolean }): void {
		this.id.push(row.id);
		this.frozen.push(row.frozen);
		this.withdrawn.push(row.withdrawn ? 1 : 0);
		this.choices.end();
		this.categories.end();
		this.lists.end();
	}
}

export interface ColumnQuota {
	readonly kind: 'guarantee' | 'ceiling';
	readonly category: number;
	/** Households, at least 1. */
	readonly places: number;
}
