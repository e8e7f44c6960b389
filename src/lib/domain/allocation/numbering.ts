import { compareBytes } from './byte-order';
import type { NameTable } from './names';

/** Numbers texts from 0, in the order in which they first appear. */
export class Numbering implements NameTable {
	private readonly names: string[] = [];
	private readonly numbers = new Map<string, number>();

	get length(): number {
		return this.names.length;
	}

	add(name: string): number {
		const known = this.numbers.get(name);
		if (known !== undefined) return known;
		this.numbers.set(name, this.names.length);
		return this.names.push(name) - 1;
	}

	at(number: number): string | undefined {
		return this.names[number];
	}

	compare(a: number, b: number): number {
		return compareBytes(this.names[a]!, this.names[b]!);
	}

	pick(numbers: Int32Array): string[] {
		return Array.from(numbers, (number) => this.names[number]!);
	}
}
